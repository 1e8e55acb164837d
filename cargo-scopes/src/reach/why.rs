//! Why a token may call an endpoint, or what it lacks.

use scopes_manifest::{Access, Catalog, Endpoint, Requirement, Scope, ScopeId};

use super::token::{Inert, Token};

/// Whether a token may call an endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It may, and so may whoever has no token.
    Public,
    /// Any valid token may.
    Authenticated,
    /// It may, by these scopes.
    Allowed {
        /// One for each scope of the alternative that is met.
        met: Vec<Met>,
        /// What the check looks at beside the scopes.
        conditions: Vec<Condition>,
    },
    /// It holds restrictions that the endpoint does not honour.
    Restricted(Vec<ScopeId>),
    /// It lacks scopes.
    Denied {
        /// For the alternative of which the fewest are missing.
        missing: Vec<Missing>,
        /// What the token holds without effect.
        inert: Vec<Inert>,
    },
}

/// A required scope and how the token comes to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// From what the token holds to what is required, each step an inclusion.
    pub path: Vec<ScopeId>,
}

/// What the check looks at beside the scopes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The scope counts only for a resource of this kind that was granted.
    BoundTo(ScopeId, String),
}

/// A required scope that the token does not come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The scope.
    pub scope: ScopeId,
    /// All scopes that would bring it, itself first, in manifest order.
    pub brought_by: Vec<ScopeId>,
}

impl Answer {
    /// For a token that holds these scopes.
    #[must_use]
    pub fn of(catalog: &Catalog, held: &[ScopeId], endpoint: &Endpoint) -> Self {
        let token = Token::holding(catalog, held);
        match endpoint.access() {
            Access::Public => Self::Public,
            Access::Authenticated { under } => {
                let unhonoured = unhonoured(catalog, &token, under);
                if unhonoured.is_empty() { Self::Authenticated } else { Self::Restricted(unhonoured) }
            }
            Access::Scopes(requirement) => scopes(catalog, &token, requirement),
        }
    }

    /// Whether the call is allowed.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        !matches!(self, Self::Restricted(_) | Self::Denied { .. })
    }
}

fn scopes(catalog: &Catalog, token: &Token, requirement: &Requirement) -> Answer {
    // Of those that are met, one that needs no resource is met at once.
    let missing_of = |alternative: &&Vec<ScopeId>| {
        let missing = alternative.iter().filter(|scope| !token.has(**scope)).count();
        (missing, alternative.iter().any(|scope| catalog.scope(*scope).bound_to().is_some()))
    };
    // A requirement has at least one alternative, and none of them is empty.
    let nearest = requirement.alternatives().iter().min_by_key(missing_of).map_or(&[][..], Vec::as_slice);
    let missing: Vec<Missing> =
        nearest.iter().filter(|scope| !token.has(**scope)).map(|scope| missing(catalog, *scope)).collect();
    if !missing.is_empty() || nearest.is_empty() {
        return Answer::Denied { missing, inert: token.inert().to_vec() };
    }
    let unhonoured = unhonoured(catalog, token, requirement.under());
    if !unhonoured.is_empty() {
        return Answer::Restricted(unhonoured);
    }
    let bound = nearest
        .iter()
        .filter_map(|scope| Some(Condition::BoundTo(*scope, catalog.scope(*scope).bound_to()?.to_owned())));
    let met = nearest.iter().map(|scope| Met { path: token.path(*scope) });
    Answer::Allowed { met: met.collect(), conditions: bound.collect() }
}

/// The restrictions that the token holds and the endpoint does not name.
fn unhonoured(catalog: &Catalog, token: &Token, under: &[ScopeId]) -> Vec<ScopeId> {
    let held = token.held().iter().copied();
    held.filter(|scope| catalog.scope(*scope).is_restriction() && !under.contains(scope)).collect()
}

fn missing(catalog: &Catalog, scope: ScopeId) -> Missing {
    let brings = |other: &&Scope| other.id() != scope && catalog.closure(other.id()).contains(&scope);
    let others = catalog.scopes().iter().filter(brings).map(Scope::id);
    Missing { scope, brought_by: [scope].into_iter().chain(others).collect() }
}
