//! A `security` as what an endpoint takes (`OpenAPI` 3.1 section 4.8.30): a list of alternatives, each an object of schemes
//! that all have to be met.

use indexmap::IndexSet;

use super::schemes::{Scheme, Schemes};
use crate::draft::Access;
use crate::import::document::{Entry, Node};
use crate::import::gathering::{Gathering, shortened};
use crate::place::Place;

/// What the operation takes; `None` where that cannot be said in a manifest, which has been told.
pub(super) fn read(
    route: &str,
    place: Place,
    security: &Node,
    schemes: &Schemes,
    gathering: &mut Gathering<'_>,
) -> Option<Access> {
    let route = shortened(route);
    let Some(list) = security.list() else {
        gathering
            .lose(place, format!("`{route}` is left out: its `security` is {}, and no list", security.described()));
        return None;
    };
    let is_open = |object: &Node| object.entries().is_some_and(<[_]>::is_empty);
    if list.is_empty() || list.iter().any(|object| is_open(object)) {
        if list.len() > 1 {
            gathering
                .tell(place, format!("`{route}` is public: one of its alternatives is `{{}}`, which takes no token"));
        }
        return Some(Access::Public);
    }
    let mut alternatives: IndexSet<Vec<String>> = IndexSet::new();
    let mut doubts = Vec::new();
    for object in list {
        match object.entries().map(|entries| alternative(entries, schemes, gathering)) {
            Some(Ok(scopes)) => {
                alternatives.insert(scopes);
            }
            Some(Err(doubt)) => doubts.push(doubt),
            None => doubts.push(format!("an alternative is {}", object.described())),
        }
    }
    for doubt in &doubts {
        let left = if alternatives.is_empty() { "it is left out" } else { "that alternative is left out" };
        gathering.lose(place, format!("`{route}`: {doubt}; {left}"));
    }
    if alternatives.is_empty() {
        return None;
    }
    if alternatives.iter().any(Vec::is_empty) {
        if alternatives.len() > 1 {
            gathering.tell(place, format!("`{route}` takes any token: one of its alternatives names no scope"));
        }
        return Some(Access::Authenticated { under: Vec::new() });
    }
    Some(Access::Scopes { alternatives: alternatives.into_iter().collect(), under: Vec::new() })
}

/// The scopes that a token needs; none where any token will do. An error says what a manifest cannot.
fn alternative(entries: &[Entry], schemes: &Schemes, gathering: &mut Gathering<'_>) -> Result<Vec<String>, String> {
    let mut scopes = IndexSet::new();
    let mut token: Option<String> = None;
    for entry in entries {
        let name = shortened(&entry.key);
        let scheme = schemes.get(&entry.key).ok_or_else(|| format!("no scheme is called `{name}`"))?;
        if let Scheme::Other(kind) = scheme {
            return Err(format!("the scheme `{name}` (`{kind}`) requires something else than scopes"));
        }
        // Whoever holds all the scopes in one of them has still only half of what the document asks for.
        if let Some(first) = token.replace(name.clone()) {
            return Err(format!("it takes a token of `{first}` and another of `{name}`"));
        }
        let list = entry.value.list().ok_or_else(|| format!("`{name}` requires {}", entry.value.described()))?;
        for item in list {
            let scope = item.text().ok_or_else(|| format!("`{name}` requires {}", item.described()))?;
            if !is_declared(scope, scheme, item, gathering) {
                return Err(format!("no flow of `{name}` declares `{}`", shortened(scope)));
            }
            scopes.insert(scope.to_owned());
        }
    }
    Ok(scopes.into_iter().collect())
}

/// Whether the scope is there. Those of an `OpenID` provider are declared by being required.
fn is_declared(scope: &str, scheme: &Scheme, item: &Node, gathering: &mut Gathering<'_>) -> bool {
    match scheme {
        Scheme::OAuth2(declared) => declared.contains(scope),
        Scheme::OpenIdConnect => {
            gathering.draft.scopes.contains_key(scope) || gathering.scope(item.place, scope, "").is_some()
        }
        Scheme::Other(_) => false,
    }
}
