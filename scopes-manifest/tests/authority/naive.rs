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

pub(crate) const RESOURCES: [Option<&str>; 4] = [None, Some("team"), Some("site"), Some("?")];

const CALLS: [(&str, &str); 3] = [("GET", "/a/{id}"), ("HEAD", "/a/{id}"), ("POST", "/b")];

pub(crate) fn tokens(names: &Names) -> impl Iterator<Item = Names> {
    let names: Vec<String> = names.iter().cloned().collect();
    (0_u32..1 << names.len()).map(move |bits| {
        names.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1).map(|(_, name)| name.clone()).collect()
    })
}

/// The first thing that a token may do now and could not: which token, and what.
pub(crate) fn gained(old: &Catalog, new: &Catalog) -> Option<(Names, String)> {
    let names = names(old);
    // Programs name a scope by its own name, and one that is gone by an alias that is left.
    let is_named = |name: &&String| {
        let scope = meant(old, name).unwrap();
        scope.name() == *name || meant(new, scope.name()).is_none()
    };
    let checked: Vec<&String> = names.iter().filter(is_named).collect();
    let restrictions: Vec<&String> =
        names.iter().filter(|name| meant(old, name).is_some_and(Scope::is_restriction)).collect();
    let unders: Vec<Vec<&String>> = std::iter::once(Vec::new())
        .chain(restrictions.iter().map(|name| vec![*name]))
        .chain([restrictions.clone()])
        .collect();
    let is_new = |id: &ScopeId| {
        let scope = new.scope(*id);
        !std::iter::once(scope.name())
            .chain(scope.aliases().iter().map(String::as_str))
            .any(|name| names.contains(name))
    };
    let is_opened = |(method, path): &(&str, &str)| {
        is_listed(old, method, path) && is_public(new, method, path) && !is_public(old, method, path)
    };
    if let Some((method, path)) = CALLS.into_iter().find(is_opened) {
        return Some((Names::new(), format!("{method} {path} without a token")));
    }
    for token in tokens(&names) {
        for resource in RESOURCES {
            let [before, now] = [old, new].map(|catalog| Holder::new(catalog, &token, resource));
            if let Some(id) = now.effective.iter().copied().find(is_new) {
                return Some((token, new.scope(id).name().to_owned()));
            }
            // An endpoint that was not there is another question.
            let was_there = |method: &str, path: &str| is_listed(old, method, path);
            let call = CALLS.into_iter().find(|(method, path)| {
                was_there(method, path) && now.calls(method, path) && !before.calls(method, path)
            });
            if let Some((method, path)) = call {
                return Some((token, format!("{method} {path} with {resource:?}")));
            }
            for (name, under) in checked.iter().flat_map(|name| unders.iter().map(move |under| (name, under))) {
                if now.passes(name, under) && !before.passes(name, under) {
                    let text = format!("{name} under {under:?} with {resource:?}");
                    return Some((token, text));
                }
            }
        }
    }
    None
}

pub(crate) fn is_listed(catalog: &Catalog, method: &str, path: &str) -> bool {
    find(catalog, method, path).is_some()
}

pub(crate) fn requires_nothing(catalog: &Catalog) -> bool {
    catalog.scopes().iter().all(|scope| scope.requires().is_empty())
}
