//! What the manifest's own rules say of names and routes: asked of `Catalog::parse`, so that they stand in one place.

use indexmap::IndexMap;
use scopes_manifest::Catalog;

use crate::draft::{Access, Draft, Scope};

/// A text that is as long as a whole manifest may be would be refused for that.
const LONGEST: usize = 1 << 16;

/// Why this can be no scope's name.
pub(crate) fn name_fault(name: &str) -> Option<String> {
    if name.len() > LONGEST {
        return Some(format!("it is {} bytes long", name.len()));
    }
    // With a variant, so that the name is asked about and not the identifier that would be made of it.
    let scope = Scope { text: "Text.".to_owned(), rust: Some("Variant".to_owned()), ..Scope::default() };
    let mut draft = Draft::new("name");
    draft.scopes.insert(name.to_owned(), scope);
    let faults = Catalog::parse(&draft.to_toml()).err()?;
    faults.iter().next().map(|fault| fault.message().to_owned())
}

/// Which of these can be no endpoint's route, by their places in the table, and why. What they take is not looked at.
pub(crate) fn route_faults(endpoints: &IndexMap<String, Access>) -> Vec<(usize, String)> {
    let mut draft = Draft::new("routes");
    draft.scopes.insert("scope".to_owned(), Scope { text: "Text.".to_owned(), ..Scope::default() });
    let heading = draft.to_toml().lines().count() + 2;
    draft.endpoints = endpoints.keys().map(|route| (route.clone(), Access::Public)).collect();
    let Err(faults) = Catalog::parse(&draft.to_toml()) else { return Vec::new() };
    // A line an endpoint, the first below the heading; a fault of the whole is one of the draft's, too.
    let place = |line: usize| line.checked_sub(heading + 1);
    faults.iter().filter_map(|fault| Some((place(fault.line())?, fault.message().to_owned()))).collect()
}
