//! Who reaches a scope: the scopes that include it, and the endpoints that ask for it.

use scopes_manifest::{Access, Catalog, Endpoint, ScopeId};

use super::token::Token;

/// Everything that reaches one scope.
#[derive(Clone, Debug)]
pub struct Who<'c> {
    /// The scope.
    pub scope: ScopeId,
    /// The scopes that include it, in manifest order, each with the shortest way.
    pub scopes: Vec<Reached>,
    /// The endpoints that it can be used for, in manifest order.
    pub endpoints: Vec<Caller<'c>>,
}

/// A scope and the way from it to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Both ends and the steps between, each an inclusion.
    pub path: Vec<ScopeId>,
}

/// An endpoint that names the scope in what it requires.
#[derive(Clone, Debug)]
pub struct Caller<'c> {
    /// The endpoint.
    pub endpoint: &'c Endpoint,
    /// The alternatives with the scope; one that has others beside it takes them too.
    pub alternatives: Vec<&'c [ScopeId]>,
    /// Whether it is a restriction that the endpoint honours, and not a scope that it requires.
    pub is_under: bool,
}

impl<'c> Who<'c> {
    /// Looks through the whole catalogue.
    #[must_use]
    pub fn reaches(catalog: &'c Catalog, scope: ScopeId) -> Self {
        let others = catalog.scopes().iter().filter(|other| other.id() != scope);
        let paths = others.map(|other| Token::regardless(catalog, other.id()).path(scope));
        let scopes = paths.filter(|path| !path.is_empty()).map(|path| Reached { path }).collect();
        Self { scope, scopes, endpoints: catalog.endpoints().iter().filter_map(|one| caller(one, scope)).collect() }
    }
}

fn caller(endpoint: &Endpoint, scope: ScopeId) -> Option<Caller<'_>> {
    let (alternatives, under): (&[Vec<ScopeId>], &[ScopeId]) = match endpoint.access() {
        Access::Public => return None,
        Access::Authenticated { under } => (&[], under),
        Access::Scopes(requirement) => (requirement.alternatives(), requirement.under()),
    };
    let alternatives: Vec<&[ScopeId]> =
        alternatives.iter().map(Vec::as_slice).filter(|alternative| alternative.contains(&scope)).collect();
    let is_under = under.contains(&scope);
    (is_under || !alternatives.is_empty()).then_some(Caller { endpoint, alternatives, is_under })
}
