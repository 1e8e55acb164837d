//! Who reaches a scope: the scopes that include it, and the endpoints that it can be used for.

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

/// An endpoint that the scope can be used for.
#[derive(Clone, Debug)]
pub struct Caller<'c> {
    /// The endpoint.
    pub endpoint: &'c Endpoint,
    /// From the scope to one that the endpoint names, each step an inclusion.
    pub path: Vec<ScopeId>,
    /// For each alternative with a scope that this one includes, or is, the others that it takes beside them. One of
    /// them being empty, the scope alone suffices.
    pub beside: Vec<Vec<ScopeId>>,
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
        let token = Token::regardless(catalog, scope);
        Self { scope, scopes, endpoints: catalog.endpoints().iter().filter_map(|one| caller(one, &token)).collect() }
    }
}

fn caller<'c>(endpoint: &'c Endpoint, token: &Token) -> Option<Caller<'c>> {
    let (alternatives, under): (&[Vec<ScopeId>], &[ScopeId]) = match endpoint.access() {
        Access::Public => return None,
        Access::Authenticated { under } => (&[], under),
        Access::Scopes(requirement) => (requirement.alternatives(), requirement.under()),
    };
    let is_under = token.held().iter().any(|scope| under.contains(scope));
    let used = alternatives.iter().filter(|alternative| alternative.iter().any(|scope| token.has(*scope)));
    let beside = |alternative: &Vec<ScopeId>| alternative.iter().copied().filter(|scope| !token.has(*scope)).collect();
    let paths = alternatives.iter().flatten().map(|scope| token.path(*scope)).filter(|path| !path.is_empty());
    let beside: Vec<Vec<ScopeId>> = used.map(beside).collect();
    (is_under || !beside.is_empty()).then(|| Caller {
        endpoint,
        path: paths.min_by_key(Vec::len).unwrap_or_else(|| token.held().to_vec()),
        beside,
        is_under,
    })
}
