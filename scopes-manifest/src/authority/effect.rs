//! What a token comes to, as the runtime works it out: all that its scopes include, without those whose `requires` are
//! not met and without what only those include. No recursion: a chain as long as the file overflows no stack.

use super::Authority;
use super::members::Members;
use crate::catalog::ScopeId;

impl Authority {
    /// These and all that they include, whatever it requires.
    pub(super) fn closure(&self, held: &[ScopeId]) -> Members {
        self.follow(held, &Members::default())
    }

    /// What of a token with these has effect.
    pub(super) fn effective(&self, held: &[ScopeId]) -> Members {
        self.effective_with(held, &Members::default())
    }

    /// The same where it is known that all of `known` has effect beside it.
    pub(super) fn effective_with(&self, held: &[ScopeId], known: &Members) -> Members {
        let mut barred = Members::default();
        loop {
            let live = self.follow(held, &barred);
            let is_met = |id: &ScopeId| live.contains(*id) || known.contains(*id);
            let is_inert = |id: &ScopeId| !known.contains(*id) && !self.scope(*id).requires.iter().all(is_met);
            let inert: Vec<ScopeId> = live.iter().filter(is_inert).collect();
            if inert.is_empty() {
                return live;
            }
            barred.extend(inert);
        }
    }

    /// The scopes and all that they require, transitively: with them the scopes have effect.
    pub(super) fn with_required(&self, scopes: &[ScopeId]) -> Vec<ScopeId> {
        let mut seen: Members = scopes.iter().copied().collect();
        let mut found = scopes.to_vec();
        let mut next = 0;
        while let Some(id) = found.get(next).copied() {
            next += 1;
            found.extend(self.scope(id).requires.iter().copied().filter(|required| seen.insert(*required)));
        }
        found
    }

    /// What has effect in every token in which these have.
    pub(super) fn comes_with(&self, scopes: &[ScopeId]) -> Members {
        self.effective(&self.with_required(scopes))
    }

    /// Every claim that a scope releases, those of the scopes that it extends among them.
    pub(crate) fn claims(&self, id: ScopeId) -> impl Iterator<Item = &str> {
        let chain = std::iter::successors(Some(self.scope(id)), |scope| scope.extends.map(|base| self.scope(base)));
        chain.flat_map(|scope| &scope.claims).map(String::as_str)
    }

    fn follow(&self, held: &[ScopeId], barred: &Members) -> Members {
        let mut reached = Members::default();
        let mut enter = |id: &ScopeId| !barred.contains(*id) && reached.insert(*id);
        let mut pending: Vec<ScopeId> = held.iter().copied().filter(&mut enter).collect();
        while let Some(id) = pending.pop() {
            pending.extend(self.scope(id).includes.iter().copied().filter(&mut enter));
        }
        reached
    }
}
