//! What tokens may do, by names and as the documentation says it, without a thought for speed: what the comparison of
//! two manifests is held against.

use std::collections::BTreeSet;

use scopes_manifest::{Access, Catalog, Endpoint, Scope, ScopeId};

/// Some names.
pub(crate) type Names = BTreeSet<String>;

/// Every name and alias of a manifest.
pub(crate) fn names(catalog: &Catalog) -> Names {
    catalog
        .scopes()
        .iter()
        .flat_map(|scope| [scope.name()].into_iter().chain(aliases(scope)))
        .map(str::to_owned)
        .collect()
}

fn aliases(scope: &Scope) -> impl Iterator<Item = &str> {
    scope.aliases().iter().map(String::as_str)
}

/// The scope that a name means.
pub(crate) fn meant<'c>(catalog: &'c Catalog, name: &str) -> Option<&'c Scope> {
    catalog.scopes().iter().find(|scope| scope.name() == name || aliases(scope).any(|alias| alias == name))
}

/// What of a token has effect.
pub(crate) fn effective(catalog: &Catalog, token: &Names) -> BTreeSet<ScopeId> {
    let mut inert = BTreeSet::new();
    loop {
        let held = token.iter().filter_map(|name| meant(catalog, name)).map(Scope::id);
        let mut live: BTreeSet<ScopeId> = held.filter(|id| !inert.contains(id)).collect();
        loop {
            let included: Vec<ScopeId> = live
                .iter()
                .flat_map(|id| catalog.scope(*id).includes())
                .copied()
                .filter(|id| !inert.contains(id))
                .collect();
            let before = live.len();
            live.extend(included);
            if live.len() == before {
                break;
            }
        }
        let unmet = live.iter().copied().find(|id| !catalog.scope(*id).requires().iter().all(|id| live.contains(id)));
        match unmet {
            Some(id) => inert.insert(id),
            None => return live,
        };
    }
}

/// An endpoint; `HEAD` is like `GET` where it is not listed.
pub(crate) fn find<'c>(catalog: &'c Catalog, method: &str, path: &str) -> Option<&'c Endpoint> {
    let find = |method: &str| {
        catalog
            .endpoints()
            .iter()
            .find(|endpoint| endpoint.method() == method && endpoint.path().split('{').next() == path.split('{').next())
    };
    find(method).or_else(|| if method == "HEAD" { find("GET") } else { None })
}

/// Whether who has no token may call an endpoint.
pub(crate) fn is_public(catalog: &Catalog, method: &str, path: &str) -> bool {
    find(catalog, method, path).is_some_and(|endpoint| *endpoint.access() == Access::Public)
}

/// One holder of names, with resources of a kind or none, as one manifest sees it.
pub(crate) struct Holder<'c> {
    catalog: &'c Catalog,
    counts: BTreeSet<ScopeId>,
    pub(crate) effective: BTreeSet<ScopeId>,
    restrictions: BTreeSet<ScopeId>,
}

impl<'c> Holder<'c> {
    /// `"?"` is a resource whose kind is not said.
    pub(crate) fn new(catalog: &'c Catalog, token: &Names, resource: Option<&str>) -> Self {
        let kinds: BTreeSet<&str> = catalog.scopes().iter().filter_map(Scope::bound_to).collect();
        let resource = match resource {
            Some("?") if kinds.len() == 1 => kinds.first().copied(),
            other => other,
        };
        let effective = effective(catalog, token);
        let counts = effective.iter().copied().filter(|id| match catalog.scope(*id).bound_to() {
            Some(kind) => resource == Some(kind),
            None => true,
        });
        let held = token.iter().filter_map(|name| meant(catalog, name));
        let restrictions = held.filter(|scope| scope.is_restriction()).map(Scope::id).collect();
        Self { catalog, counts: counts.collect(), effective, restrictions }
    }

    /// Whether it may call an endpoint.
    pub(crate) fn calls(&self, method: &str, path: &str) -> bool {
        let Some(endpoint) = find(self.catalog, method, path) else { return false };
        let honours = |under: &[ScopeId]| self.restrictions.iter().all(|id| under.contains(id));
        match endpoint.access() {
            Access::Public => true,
            Access::Authenticated { under } => honours(under),
            Access::Scopes(requirement) => {
                let is_met = |all: &Vec<ScopeId>| all.iter().all(|id| self.counts.contains(id));
                honours(requirement.under()) && requirement.alternatives().iter().any(is_met)
            }
        }
    }

    /// Whether it passes a program's own check for a name, under restrictions.
    pub(crate) fn passes(&self, name: &str, under: &[&String]) -> bool {
        let honoured: BTreeSet<ScopeId> =
            under.iter().filter_map(|name| meant(self.catalog, name)).map(Scope::id).collect();
        let counts = meant(self.catalog, name).is_some_and(|scope| self.counts.contains(&scope.id()));
        counts && self.restrictions.is_subset(&honoured)
    }
}
