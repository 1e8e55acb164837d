//! What each lossy format can say of a manifest: the manifest without the rest.

use cargo_scopes::draft::{Access, Deprecation, Draft, Scope, System};

/// The grant types of a document whose manifest has no `[kinds] grants`.
pub(crate) const GRANTS: [&str; 2] = ["authorization_code", "client_credentials"];
/// Every address in the documents.
pub(crate) const URL: &str = "https://login.example.com/";

/// A manifest with these scopes and nothing else, not even endpoints.
fn of_scopes(draft: &Draft, scope: impl Fn(&str, &Scope) -> Scope) -> Draft {
    let scopes = draft.scopes.iter().map(|(name, one)| (name.clone(), scope(name, one))).collect();
    Draft { scopes, ..Draft::new(draft.system.name.clone()) }
}

/// Text in a cell of a table: blanks at its ends are not seen.
fn cell(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// All of a scope but who may hold it, what it is bound to, and its identifier in Rust; the endpoints. No presets, removed
/// names, translations, lints or defaults.
pub(crate) fn markdown(draft: &Draft) -> Draft {
    let deprecated = |one: &Deprecation| Deprecation {
        since: one.since.clone().filter(|since| !since.is_empty()),
        replacement: one.replacement.clone(),
        note: cell(one.note.as_ref()),
        remove_after: one.remove_after.clone().filter(|after| !after.is_empty()),
    };
    let scopes = of_scopes(draft, |_, scope| Scope {
        text: cell(Some(&scope.text)).unwrap_or_default(),
        consent: cell(scope.consent.as_ref()),
        detail: cell(scope.detail.as_ref()),
        deprecated: scope.deprecated.as_ref().map(deprecated),
        since: cell(scope.since.as_ref()),
        group: cell(scope.group.as_ref()),
        docs: cell(scope.docs.as_ref()),
        client: None,
        audience: None,
        subject: None,
        grants: None,
        bound_to: None,
        rust: None,
        ..scope.clone()
    });
    Draft { endpoints: draft.endpoints.clone(), ..scopes }
}

/// The texts of the scopes and the grant types that give them; the endpoints without restrictions.
pub(crate) fn openapi(draft: &Draft) -> Draft {
    // In the order of the flows.
    let flows = ["client_credentials", "authorization_code"];
    let is_given =
        |scope: &Scope, grant: &str| scope.grants.as_ref().is_none_or(|all| all.iter().any(|one| one == grant));
    let mut said = of_scopes(draft, |_, scope| {
        let grants: Vec<String> = flows.into_iter().filter(|grant| is_given(scope, grant)).map(str::to_owned).collect();
        let text = if scope.deprecated.is_some() { format!("Deprecated. {}", scope.text) } else { scope.text.clone() };
        Scope { text, grants: Some(grants).filter(|grants| grants.len() < flows.len()), ..Scope::default() }
    });
    // A flow lists its scopes in the order of the manifest, and the next one adds what is only its own.
    said.scopes.sort_by(|_, one, _, other| is_given(other, flows[0]).cmp(&is_given(one, flows[0])));
    said.kinds.insert("grants".to_owned(), flows.map(str::to_owned).to_vec());
    let place = |name: &String| draft.scopes.get_index_of(name).unwrap();
    for (route, access) in &draft.endpoints {
        let access = match access {
            Access::Public => Access::Public,
            Access::Authenticated { .. } => Access::Authenticated { under: Vec::new() },
            Access::Scopes { alternatives, .. } => {
                let mut alternatives = alternatives.clone();
                for scopes in &mut alternatives {
                    scopes.sort_by_key(place);
                }
                Access::Scopes { alternatives, under: Vec::new() }
            }
        };
        // A parameter is one segment there.
        said.endpoints.insert(route.replace("{*", "{"), access);
    }
    // The operations of a path stand together there.
    let path = |route: &str| route.split_once(' ').unwrap().1.to_owned();
    let paths: Vec<String> = said.endpoints.keys().map(|route| path(route)).collect();
    let first = |route: &str| paths.iter().position(|other| *other == path(route));
    said.endpoints.sort_by(|one, _, other, _| first(one).cmp(&first(other)));
    said
}

/// The names of the scopes that are not deprecated. The names stand for their texts, which are not there.
fn names(draft: &Draft) -> Draft {
    let mut said = of_scopes(draft, |name, _| Scope { text: name.to_owned(), ..Scope::default() });
    said.scopes.retain(|name, _| draft.scopes[name].deprecated.is_none());
    said
}

/// The names, and the grant types.
pub(crate) fn authorization_server(draft: &Draft) -> Draft {
    let usual = || GRANTS.map(str::to_owned).to_vec();
    let mut said = names(draft);
    said.kinds.insert("grants".to_owned(), draft.kinds.get("grants").cloned().unwrap_or_else(usual));
    said
}

/// The names, and who the resource is.
pub(crate) fn protected_resource(draft: &Draft) -> Draft {
    let resource = draft.system.audience_uri.clone().or_else(|| Some(URL.to_owned()));
    let said = names(draft);
    Draft { system: System { audience_uri: resource, ..said.system.clone() }, ..said }
}
