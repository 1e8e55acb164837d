//! What is known of one scope, however it was read: from a catalogue or from a lock.

use crate::catalog::{Approval, Axis, Issued, Scope, ScopeId, Sensitivity};

/// One scope. Lists are ascending, each value once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ScopeAuthority {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    /// Edges, of which the closure is made. How many there are of what they lead to makes no difference.
    pub(crate) includes: Vec<ScopeId>,
    pub(crate) requires: Vec<ScopeId>,
    /// Whose claims are released too.
    pub(crate) extends: Option<ScopeId>,
    pub(crate) claims: Vec<String>,
    pub(crate) issues: Vec<Issued>,
    /// Who may hold it, in the order of `Axis::ALL`; `None` means all.
    pub(crate) allowed: [Option<Vec<String>>; 4],
    pub(crate) approval: Approval,
    pub(crate) sensitivity: Sensitivity,
    pub(crate) is_restriction: bool,
    pub(crate) bound_to: Option<String>,
}

impl ScopeAuthority {
    /// That of a catalogue's scope; `places` says where each of its ids stands here.
    pub(super) fn of(scope: &Scope, places: &[ScopeId]) -> Self {
        Self {
            name: scope.name().to_owned(),
            aliases: ascending(scope.aliases().to_vec()),
            includes: placed(scope.includes(), places),
            requires: placed(scope.requires(), places),
            extends: scope.extends().map(|id| places[id.0]),
            claims: ascending(scope.claims().to_vec()),
            issues: ascending(scope.issues().to_vec()),
            allowed: Axis::ALL.map(|axis| scope.allowed(axis).map(|kinds| ascending(kinds.to_vec()))),
            approval: scope.approval(),
            sensitivity: scope.sensitivity(),
            is_restriction: scope.is_restriction(),
            bound_to: scope.bound_to().map(str::to_owned),
        }
    }

    /// The name, then its aliases.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }
}

pub(super) fn placed(ids: &[ScopeId], places: &[ScopeId]) -> Vec<ScopeId> {
    ascending(ids.iter().map(|id| places[id.0]).collect())
}

pub(crate) fn ascending<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort_unstable();
    values.dedup();
    values
}
