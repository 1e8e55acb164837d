//! `components.securitySchemes`: which schemes carry scopes, which scopes their flows declare, and who gets them.

use std::collections::HashMap;

use indexmap::{IndexMap, IndexSet};

use crate::export::openapi::flows::FLOWS;
use crate::import::document::{Entry, Node};
use crate::import::gathering::{Gathering, is_name, shortened};
use crate::place::Place;

/// The security schemes by name.
#[derive(Debug, Default)]
pub(super) struct Schemes(HashMap<String, Scheme>);

/// What a scheme can require.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    /// Scopes that its flows declare.
    OAuth2(IndexSet<String>),
    /// Scopes that are declared elsewhere, in the provider's own document.
    OpenIdConnect,
    /// Something other than scopes, by its `type`.
    Other(String),
}

impl Schemes {
    pub(super) fn get(&self, name: &str) -> Option<&Scheme> {
        self.0.get(name)
    }
}

/// Scopes with the grant types that give them.
type Holders = IndexMap<String, Vec<String>>;

pub(super) fn read(document: &Node, gathering: &mut Gathering<'_>) -> Schemes {
    let mut schemes = Schemes::default();
    let (mut holders, mut grants) = (Holders::new(), IndexSet::new());
    let entries = document.get("components").and_then(|components| components.get("securitySchemes"));
    if let Some(entries) = entries.filter(|entries| entries.entries().is_none()) {
        gathering
            .lose(entries.place, format!("`securitySchemes` is {}, which says nothing there", entries.described()));
    }
    let mut owners: HashMap<String, String> = HashMap::new();
    for entry in entries.and_then(Node::entries).unwrap_or_default() {
        let scheme = scheme(entry, &mut holders, &mut grants, gathering);
        if let Scheme::OAuth2(declared) = &scheme {
            shared(entry, declared, &mut owners, gathering);
        }
        schemes.0.insert(entry.key.clone(), scheme);
    }
    if let Some(place) = provider(entries) {
        if !grants.is_empty() {
            let sentence = "an OpenID provider does not say here what grants it knows, so `[kinds] grants` is left out";
            gathering.tell(place, sentence);
        }
    } else if !grants.is_empty() {
        limit(&holders, &grants, gathering);
    }
    schemes
}

/// Tells that a name is one of several schemes: in a manifest there is one scope of that name.
fn shared(
    scheme: &Entry,
    declared: &IndexSet<String>,
    owners: &mut HashMap<String, String>,
    gathering: &mut Gathering<'_>,
) {
    let mut common: IndexMap<&str, Vec<&str>> = IndexMap::new();
    for scope in declared {
        if let Some(owner) = owners.get(scope) {
            common.entry(owner).or_default().push(scope);
        }
    }
    for (owner, scopes) in common {
        let first = scopes.first().copied().unwrap_or_default();
        let more = if scopes.len() > 1 { format!(" and {} more", scopes.len() - 1) } else { String::new() };
        let sentence = format!(
            "`{first}`{more} of the scheme `{}` is declared by `{}`, too, and becomes one scope",
            shortened(&scheme.key),
            shortened(owner)
        );
        gathering.tell(scheme.place, sentence);
    }
    for scope in declared {
        owners.entry(scope.clone()).or_insert_with(|| scheme.key.clone());
    }
}

fn provider(schemes: Option<&Node>) -> Option<Place> {
    let is_provider = |entry: &&Entry| entry.value.get("type").and_then(Node::text) == Some("openIdConnect");
    schemes?.entries()?.iter().find(is_provider).map(|entry| entry.place)
}

/// Where the flows differ, each scope says which give it.
fn limit(holders: &Holders, grants: &IndexSet<String>, gathering: &mut Gathering<'_>) {
    for (name, scope) in &mut gathering.draft.scopes {
        scope.grants = holders.get(name).filter(|given| given.len() < grants.len()).cloned();
    }
    gathering.draft.kinds.insert("grants".to_owned(), grants.iter().cloned().collect());
}

fn scheme(
    entry: &Entry,
    holders: &mut Holders,
    grants: &mut IndexSet<String>,
    gathering: &mut Gathering<'_>,
) -> Scheme {
    let name = shortened(&entry.key);
    if let Some(reference) = entry.value.entry("$ref") {
        gathering.lose(reference.place, format!("the scheme `{name}` is a reference, and those are not followed"));
        return Scheme::Other("$ref".to_owned());
    }
    match entry.value.get("type").and_then(Node::text) {
        Some("oauth2") => Scheme::OAuth2(flows(entry, holders, grants, gathering)),
        Some("openIdConnect") => Scheme::OpenIdConnect,
        Some(other @ ("apiKey" | "http" | "mutualTLS")) => {
            gathering.tell(entry.place, format!("the scheme `{name}` is of the type `{other}`, which knows no scopes"));
            Scheme::Other(other.to_owned())
        }
        _ => {
            gathering.lose(entry.place, format!("the scheme `{name}` has no `type` that OpenAPI knows"));
            Scheme::Other("unknown".to_owned())
        }
    }
}

fn flows(
    scheme: &Entry,
    holders: &mut Holders,
    grants: &mut IndexSet<String>,
    gathering: &mut Gathering<'_>,
) -> IndexSet<String> {
    let mut declared = IndexSet::new();
    let Some(flows) = scheme.value.get("flows").and_then(Node::entries) else {
        gathering.lose(scheme.place, format!("the scheme `{}` has no `flows`", shortened(&scheme.key)));
        return declared;
    };
    for flow in flows.iter().filter(|flow| !flow.key.starts_with("x-")) {
        let Some(grant) = FLOWS.iter().find(|known| known.key == flow.key).map(|known| known.grant) else {
            gathering.lose(flow.place, format!("`{}` is no flow that OpenAPI knows", shortened(&flow.key)));
            continue;
        };
        grants.insert(grant.to_owned());
        let Some(scopes) = flow.value.get("scopes").and_then(Node::entries) else {
            gathering.lose(flow.place, format!("the flow `{}` has no `scopes`", flow.key));
            continue;
        };
        for scope in scopes {
            add(scope, gathering);
            if is_name(&scope.key) {
                let given = holders.entry(scope.key.clone()).or_default();
                if !given.iter().any(|known| known == grant) {
                    given.push(grant.to_owned());
                }
                declared.insert(scope.key.clone());
            }
        }
    }
    declared
}

/// A scope of a flow. The next flow usually lists the same ones again, in the same words.
fn add(scope: &Entry, gathering: &mut Gathering<'_>) {
    let text = scope.value.text().unwrap_or_default();
    let is_known = gathering.draft.scopes.get(&scope.key).is_some_and(|known| known.text == text);
    if !is_known {
        gathering.scope(scope.place, &scope.key, text);
    }
}
