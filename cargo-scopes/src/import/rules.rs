//! What the manifest's own rules say of one name or route: asked of `Catalog::parse`, so that they stand in one place.

use scopes_manifest::Catalog;

use crate::draft::{Access, Draft, Scope};

/// Why this can be no scope's name.
pub(crate) fn name_fault(name: &str) -> Option<String> {
    // With a variant, so that the name is asked about and not the identifier that would be made of it.
    let scope = Scope { text: "Text.".to_owned(), rust: Some("Variant".to_owned()), ..Scope::default() };
    let mut draft = Draft::new("name");
    draft.scopes.insert(name.to_owned(), scope);
    first_fault(&draft, name)
}

/// Why this can be no endpoint's route.
pub(crate) fn route_fault(route: &str) -> Option<String> {
    let mut draft = Draft::new("route");
    draft.scopes.insert("scope".to_owned(), Scope { text: "Text.".to_owned(), ..Scope::default() });
    draft.endpoints.insert(route.to_owned(), Access::Public);
    first_fault(&draft, route)
}

/// A text that is as long as a whole manifest may be would be refused for that.
const LONGEST: usize = 1 << 16;

fn first_fault(draft: &Draft, text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return Some(format!("it is {} bytes long", text.len()));
    }
    let faults = Catalog::parse(&draft.to_toml()).err()?;
    faults.iter().next().map(|fault| fault.message().to_owned())
}
