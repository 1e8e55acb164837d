//! A token in one manifest, and what it may call.

use super::Authority;
use super::members::Members;
use crate::catalog::{Access, ScopeId};

/// What a token holds, and what of it has effect.
pub(super) struct Token<'a> {
    authority: &'a Authority,
    held: Vec<ScopeId>,
    pub(super) effective: Members,
}

impl<'a> Token<'a> {
    pub(super) fn new(authority: &'a Authority, held: Vec<ScopeId>) -> Self {
        Self { authority, effective: authority.effective(&held), held }
    }

    /// Whether it may call an endpoint for a resource of a kind, or for none. A restriction binds whether or not it has
    /// effect.
    pub(super) fn may_call(&self, access: &Access, resource: Option<&str>) -> bool {
        let Some(under) = under(access) else { return true };
        let binds = |id: &&ScopeId| self.authority.scope(**id).is_restriction && !under.contains(id);
        if self.held.iter().any(|id| binds(&id)) {
            return false;
        }
        let Access::Scopes(requirement) = access else { return true };
        let counts = |id: &ScopeId| {
            let bound_to = self.authority.scope(*id).bound_to.as_deref();
            self.effective.contains(*id) && (bound_to.is_none() || bound_to == resource)
        };
        requirement.alternatives().iter().any(|all| all.iter().all(counts))
    }
}

/// The restrictions under which an endpoint can be called; `None` where no token is asked for.
pub(super) fn under(access: &Access) -> Option<&[ScopeId]> {
    match access {
        Access::Public => None,
        Access::Authenticated { under } => Some(under),
        Access::Scopes(requirement) => Some(requirement.under()),
    }
}

/// The resources for which an endpoint is tried: none, and one of every kind that its scopes are bound to. With one of
/// another kind a token may call it where it may with none.
pub(super) fn resources<'a>(authority: &'a Authority, access: &'a Access) -> Vec<Option<&'a str>> {
    let Access::Scopes(requirement) = access else { return vec![None] };
    let scopes = requirement.alternatives().iter().flatten();
    let mut resources: Vec<Option<&str>> = scopes.map(|id| authority.scope(*id).bound_to.as_deref()).collect();
    resources.push(None);
    super::ascending(resources)
}
