//! What is known of one endpoint, and which endpoint of another manifest is the same.

use std::collections::HashMap;

use super::Authority;
use super::scope::{ascending, placed};
use crate::catalog::{Access, Endpoint, Requirement, ScopeId};
use crate::route::shape;

/// One endpoint. Alternatives and their members are ascending: their order says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EndpointAuthority {
    pub(crate) route: String,
    pub(crate) access: Access,
}

impl EndpointAuthority {
    pub(super) fn of(endpoint: &Endpoint, places: &[ScopeId]) -> Self {
        let access = match endpoint.access() {
            Access::Public => Access::Public,
            Access::Authenticated { under } => Access::Authenticated { under: placed(under, places) },
            Access::Scopes(requirement) => Access::Scopes(Requirement {
                alternatives: ascending(requirement.alternatives().iter().map(|all| placed(all, places)).collect()),
                under: placed(requirement.under(), places),
            }),
        };
        Self { route: endpoint.route().to_owned(), access }
    }
}

/// What an endpoint takes in both manifests.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) route: &'a str,
    /// `None` where nobody could call it, since it was not there.
    pub(super) old: Option<&'a Access>,
    pub(super) new: &'a Access,
}

/// Every endpoint of `new` with what it took before, and every `HEAD` that follows `GET` in one of them alone
/// (RFC 9110 section 9.3.2): it is called like `GET` where it is not listed by itself.
pub(super) fn pairs<'a>(old: &'a Authority, new: &'a Authority) -> Vec<Pair<'a>> {
    let (before, now) = (by_shape(old), by_shape(new));
    let listed = new.endpoints.iter().map(|endpoint| (endpoint, Some(&endpoint.access)));
    let unlisted = old.endpoints.iter().filter(|endpoint| endpoint.route.starts_with("HEAD "));
    let unlisted = unlisted.filter(|endpoint| !now.contains_key(&shape(&endpoint.route)));
    listed
        .chain(unlisted.map(|endpoint| (endpoint, find(&now, &endpoint.route))))
        .filter_map(|(endpoint, now)| {
            Some(Pair { route: &endpoint.route, old: find(&before, &endpoint.route), new: now? })
        })
        .collect()
}

/// What calling a route takes.
fn find<'a>(endpoints: &HashMap<String, &'a Access>, route: &str) -> Option<&'a Access> {
    let shape = shape(route);
    let like_get = || endpoints.get(&format!("GET {}", shape.strip_prefix("HEAD ")?));
    endpoints.get(&shape).or_else(like_get).copied()
}

fn by_shape(authority: &Authority) -> HashMap<String, &Access> {
    authority.endpoints.iter().map(|endpoint| (shape(&endpoint.route), &endpoint.access)).collect()
}
