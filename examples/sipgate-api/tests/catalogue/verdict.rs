//! The expected answer: what a request's credentials are, and how it is refused.

use std::collections::BTreeSet;

use super::{Access, Catalogue};

/// What a request's `Authorization` is.
#[derive(Clone, Debug)]
pub(crate) enum Credentials {
    /// There is none, or one of another scheme.
    Absent,
    /// It is not `Bearer` and a token, or is there twice.
    Malformed,
    /// A token that does not hold, for a reason that the challenge has to name.
    Invalid(&'static str),
    /// A token that holds and has these names in its scope claim.
    Names(Vec<String>),
}

/// How a request is refused: its status and what its challenge says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) error: Option<&'static str>,
    pub(crate) why: Why,
    /// The nearest alternative.
    pub(crate) scope: Option<String>,
}

/// What `error_description` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// There is none.
    Nothing,
    /// Exactly this.
    Exactly(String),
    /// A sentence with this word in it.
    With(&'static str),
}

impl Catalogue {
    /// Whether these credentials let a request in to an endpoint; `None` where they do.
    pub(crate) fn refusal(&self, method: &str, path: &str, credentials: &Credentials) -> Option<Refusal> {
        let access = self.access(method, path);
        if matches!(access, Access::Public) {
            return None;
        }
        match credentials {
            Credentials::Absent => {
                let scope = nearest(access.alternatives(), &BTreeSet::new()).map(|nearest| self.listed(&nearest));
                Some(Refusal { status: 401, error: None, why: Why::Nothing, scope })
            }
            Credentials::Malformed => {
                let why = Why::With("Authorization header");
                Some(Refusal { status: 400, error: Some("invalid_request"), why, scope: None })
            }
            Credentials::Invalid(why) => {
                Some(Refusal { status: 401, error: Some("invalid_token"), why: Why::With(why), scope: None })
            }
            Credentials::Names(names) => self.insufficiency(access, names),
        }
    }

    fn insufficiency(&self, access: &Access, names: &[String]) -> Option<Refusal> {
        let (alternatives, under) = match access {
            Access::Public => return None,
            Access::Authenticated { under } => (&[][..], under),
            Access::Scopes { alternatives, under } => (&alternatives[..], under),
        };
        let held = self.closure(names);
        let unhonoured: BTreeSet<String> = &self.restrictions_among(names) - under;
        let is_met = |alternative: &Vec<String>| alternative.iter().all(|name| held.contains(name));
        let nearest = nearest(alternatives, &held);
        let why = if unhonoured.is_empty() {
            if alternatives.is_empty() || alternatives.iter().any(is_met) {
                return None;
            }
            format!("missing: {}", self.listed(&(&nearest.clone().unwrap() - &held)))
        } else {
            format!("not allowed to a token restricted by {}", self.listed(&unhonoured))
        };
        let scope = nearest.map(|nearest| self.listed(&nearest));
        Some(Refusal { status: 403, error: Some("insufficient_scope"), why: Why::Exactly(why), scope })
    }
}

/// The alternative of which the fewest scopes are missing, and the first of those.
fn nearest(alternatives: &[Vec<String>], held: &BTreeSet<String>) -> Option<BTreeSet<String>> {
    let missing = |alternative: &&Vec<String>| alternative.iter().filter(|name| !held.contains(*name)).count();
    alternatives.iter().min_by_key(missing).map(|alternative| alternative.iter().cloned().collect())
}
