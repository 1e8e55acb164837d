//! Which scopes the endpoints need.

use alloc::vec::Vec;

use super::disparity::Disparity;
use crate::scope::Scope;
use crate::set::ScopeSet;
use crate::system::{Access, System};

/// Scopes without use, and scopes that are said to be used elsewhere and are used here.
pub(super) fn disparities<M: System>(elsewhere: ScopeSet<M::Scope>) -> Vec<Disparity> {
    let needed = needed::<M>();
    let unneeded = M::SCOPES.iter().filter(|scope| !has_use(**scope, needed) && !elsewhere.contains(**scope));
    let named = needed.intersection(elsewhere);
    let unneeded = unneeded.map(|scope| Disparity::Unneeded(scope.as_str()));
    unneeded.chain(named.iter().map(|scope| Disparity::NeededHere(scope.as_str()))).collect()
}

/// What the endpoints name: required scopes with what those require in turn, and the restrictions that they honour.
fn needed<M: System>() -> ScopeSet<M::Scope> {
    let mut needed = ScopeSet::EMPTY;
    for endpoint in M::ENDPOINTS {
        match endpoint.access() {
            Access::Public => {}
            Access::Authenticated { under } => needed |= *under,
            Access::Scopes(requirement) => {
                needed |= requirement.restrictions();
                requirement.alternatives().for_each(|scopes| needed |= scopes.with_required());
            }
        }
    }
    needed
}

/// Whether a scope allows a call, alone or with others, or is for the authorization server: it releases claims or makes
/// it issue a token. Nobody new asks for a deprecated one.
fn has_use<S: Scope>(scope: S, needed: ScopeSet<S>) -> bool {
    !scope.included().is_disjoint(needed)
        || scope.is_deprecated()
        || !scope.claims().is_empty()
        || scope.issues_id_token()
        || scope.issues_refresh_token()
}
