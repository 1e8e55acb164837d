//! What needs no closer look when endpoints are compared: scopes and endpoints by which no token can have gained anything.
//!
//! A scope is settled where it took the place of one scope, whose edges, requirements and resource it kept, and all that it
//! includes or requires is settled too. What has effect in a token of settled scopes is settled, and what that was before
//! held together in the old manifest as well; so the old token had the effect of all of it.

use super::between::Between;
use super::endpoint::Pair;
use super::members::Members;
use crate::catalog::{Access, Requirement, ScopeId};

/// The new scopes that are not settled, found in one walk against the edges.
pub(super) fn unsettled(between: &Between<'_>) -> Members {
    let scopes = &between.new.scopes;
    let mut dependents = vec![Vec::new(); scopes.len()];
    for (scope, id) in scopes.iter().zip((0..).map(ScopeId)) {
        for target in scope.includes.iter().chain(&scope.requires) {
            dependents[target.0].push(id);
        }
    }
    let mut pending: Vec<ScopeId> = (0..scopes.len()).map(ScopeId).filter(|id| !is_kept(between, *id)).collect();
    let mut unsettled = Members::default();
    while let Some(id) = pending.pop() {
        if unsettled.insert(id) {
            pending.extend(&dependents[id.0]);
        }
    }
    unsettled
}

/// Whether a new scope counts wherever the one that it took the place of did not count less, and adds no edge to it.
fn is_kept(between: &Between<'_>, id: ScopeId) -> bool {
    let Some(before) = between.only_predecessor(id) else { return false };
    let (old, new) = (between.old.scope(before), between.new.scope(id));
    let is_included = |target: &ScopeId| {
        let included = between.only_predecessor(*target);
        included.is_some_and(|included| included == before || old.includes.binary_search(&included).is_ok())
    };
    let still: Vec<ScopeId> = new.requires.iter().filter_map(|required| between.only_predecessor(*required)).collect();
    (new.is_restriction || !old.is_restriction)
        && counted(between, id).is_some()
        && new.includes.iter().all(is_included)
        && old.requires.iter().all(|required| still.contains(required))
}

/// The one old scope that a new one has taken the place of, if that counted for every resource for which it counts now.
pub(super) fn counted(between: &Between<'_>, id: ScopeId) -> Option<ScopeId> {
    let before = between.only_predecessor(id)?;
    let bound_to = &between.old.scope(before).bound_to;
    (bound_to.is_none() || *bound_to == between.new.scope(id).bound_to).then_some(before)
}

/// Whether an endpoint takes nothing that it did not take, by what its scopes were: only who gained scopes gained it.
pub(super) fn is_settled(between: &Between<'_>, pair: &Pair<'_>) -> bool {
    let (Some(Access::Scopes(old)), Access::Scopes(new)) = (pair.old, pair.new) else { return false };
    let was = |ids: &[ScopeId]| -> Option<Vec<ScopeId>> {
        let mut before = ids.iter().map(|id| between.only_predecessor(*id)).collect::<Option<Vec<_>>>()?;
        before.sort_unstable();
        Some(before)
    };
    let was_taken = |all: &Vec<ScopeId>| was(all).is_some_and(|all| has_alternative(old, &all));
    let was_honoured = was(&new.under).is_some_and(|under| under.iter().all(|id| old.under.binary_search(id).is_ok()));
    was_honoured && new.alternatives.iter().all(was_taken)
}

/// Alternatives and their members are ascending.
fn has_alternative(requirement: &Requirement, all: &Vec<ScopeId>) -> bool {
    requirement.alternatives.binary_search(all).is_ok()
}
