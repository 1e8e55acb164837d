//! What a token that holds some scopes comes to, and how it came by each: the walk of the runtime's `closure`, with the
//! steps kept.

use std::collections::{HashMap, HashSet, VecDeque};

use scopes_manifest::{Catalog, ScopeId};

/// A token over a catalogue.
#[derive(Clone, Debug)]
pub struct Token {
    held: Vec<ScopeId>,
    /// Each scope that has effect, with the scope that includes it; `None` for what the token holds itself.
    live: HashMap<ScopeId, Option<ScopeId>>,
    inert: Vec<Inert>,
}

/// A scope without effect, since it requires others that are not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inert {
    /// The scope.
    pub scope: ScopeId,
    /// What it requires and the token does not come to.
    pub missing: Vec<ScopeId>,
}

impl Token {
    /// What holding these scopes comes to.
    #[must_use]
    pub fn holding(catalog: &Catalog, held: &[ScopeId]) -> Self {
        let mut barred = HashSet::new();
        let mut inert: Vec<Inert> = Vec::new();
        loop {
            let live = walk(catalog, held, &barred);
            let unmet = live.keys().filter_map(|scope| unmet(catalog, *scope, &live)).collect::<Vec<_>>();
            if unmet.is_empty() {
                inert.sort_by_key(|one| one.scope);
                return Self { held: held.to_vec(), live, inert };
            }
            barred.extend(unmet.iter().map(|one| one.scope));
            inert.extend(unmet);
        }
    }

    /// What one scope includes, whatever the scopes on the way require: others may be held beside it.
    #[must_use]
    pub fn regardless(catalog: &Catalog, scope: ScopeId) -> Self {
        let live = walk(catalog, &[scope], &HashSet::new());
        Self { held: vec![scope], live, inert: Vec::new() }
    }

    /// Whether it has the effect of this scope.
    #[must_use]
    pub fn has(&self, scope: ScopeId) -> bool {
        self.live.contains_key(&scope)
    }

    /// The shortest way from a scope that it holds to this one, each step an inclusion; empty where there is none.
    #[must_use]
    pub fn path(&self, scope: ScopeId) -> Vec<ScopeId> {
        let Some(_) = self.live.get(&scope) else { return Vec::new() };
        let mut path: Vec<ScopeId> =
            std::iter::successors(Some(scope), |scope| self.live.get(scope).copied().flatten()).collect();
        path.reverse();
        path
    }

    /// What it holds itself.
    #[must_use]
    pub fn held(&self) -> &[ScopeId] {
        &self.held
    }

    /// What of it has no effect.
    #[must_use]
    pub fn inert(&self) -> &[Inert] {
        &self.inert
    }
}

/// Everything that these include, transitively, by the shortest ways, without what is barred.
fn walk(catalog: &Catalog, held: &[ScopeId], barred: &HashSet<ScopeId>) -> HashMap<ScopeId, Option<ScopeId>> {
    let mut live = HashMap::new();
    let mut pending = VecDeque::new();
    for scope in held.iter().filter(|scope| !barred.contains(scope)) {
        if live.insert(*scope, None).is_none() {
            pending.push_back(*scope);
        }
    }
    while let Some(scope) = pending.pop_front() {
        for included in catalog.scope(scope).includes() {
            if !barred.contains(included) && !live.contains_key(included) {
                live.insert(*included, Some(scope));
                pending.push_back(*included);
            }
        }
    }
    live
}

fn unmet(catalog: &Catalog, scope: ScopeId, live: &HashMap<ScopeId, Option<ScopeId>>) -> Option<Inert> {
    let required = catalog.scope(scope).requires().iter().copied();
    let missing: Vec<ScopeId> = required.filter(|required| !live.contains_key(required)).collect();
    (!missing.is_empty()).then_some(Inert { scope, missing })
}
