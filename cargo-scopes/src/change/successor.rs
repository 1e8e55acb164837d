//! Which scope of the new manifest an old one has become: the one that its name means there, be it as an alias.

use std::collections::{BTreeSet, HashMap};

use scopes_manifest::{Catalog, Scope, ScopeId};

/// Two manifests side by side.
pub(super) struct Successors<'c> {
    pub(super) old: &'c Catalog,
    pub(super) new: &'c Catalog,
    before: HashMap<&'c str, &'c Scope>,
    now: HashMap<&'c str, &'c Scope>,
}

impl<'c> Successors<'c> {
    pub(super) fn new(old: &'c Catalog, new: &'c Catalog) -> Self {
        Self { old, new, before: meanings(old), now: meanings(new) }
    }

    /// What a name meant.
    pub(super) fn meant(&self, name: &str) -> Option<&'c Scope> {
        self.before.get(name).copied()
    }

    /// What a name means.
    pub(super) fn means(&self, name: &str) -> Option<&'c Scope> {
        self.now.get(name).copied()
    }

    /// Whether a scope of the new manifest has no name that meant anything.
    pub(super) fn is_new(&self, scope: &Scope) -> bool {
        let mut names = std::iter::once(scope.name()).chain(scope.aliases().iter().map(String::as_str));
        names.all(|name| self.meant(name).is_none())
    }

    /// Every old scope that is still there, with what it has become.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'c Scope, &'c Scope)> {
        self.old.scopes().iter().filter_map(|old| Some((old, self.means(old.name())?)))
    }

    /// Old scopes by the names that they have now; by their old ones where they are gone.
    pub(super) fn renamed(&self, scopes: &[ScopeId]) -> BTreeSet<&'c str> {
        let old = scopes.iter().map(|id| self.old.scope(*id).name());
        old.map(|name| self.means(name).map_or(name, Scope::name)).collect()
    }

    /// New scopes by their names.
    pub(super) fn named(&self, scopes: &[ScopeId]) -> BTreeSet<&'c str> {
        scopes.iter().map(|id| self.new.scope(*id).name()).collect()
    }
}

fn meanings(catalog: &Catalog) -> HashMap<&str, &Scope> {
    let mut meanings = HashMap::new();
    for scope in catalog.scopes() {
        meanings.insert(scope.name(), scope);
        meanings.extend(scope.aliases().iter().map(|alias| (alias.as_str(), scope)));
    }
    meanings
}
