//! [`Disparity`]: one thing that is not the same everywhere.

use alloc::string::{String, ToString};
use core::fmt;

use crate::scope::Scope;
use crate::system::Endpoint;

/// What differs between the program, its manifest and its document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Disparity {
    /// A route is served and not in `[endpoints]`; `any` stands for all methods.
    NotListed {
        /// The method.
        method: String,
        /// The path template.
        path: String,
    },
    /// A service that is nested as such: a router does not show what it serves, and the layer of the outer one cannot
    /// enforce it.
    NestedService {
        /// The path at which it is nested.
        path: String,
    },
    /// What no route matches is answered by the program itself.
    Fallback {
        /// The path of the nested router that it belongs to; empty for the whole.
        path: String,
    },
    /// The endpoint answered a request without a token with something else than a challenge.
    NotEnforced {
        /// The method.
        method: &'static str,
        /// The path template.
        path: &'static str,
        /// The status of the answer.
        status: u16,
    },
    /// An endpoint of `[endpoints]` that is not served.
    NotServed {
        /// The method.
        method: &'static str,
        /// The path template.
        path: &'static str,
    },
    /// No endpoint needs the scope, nor anything that it includes.
    Unneeded(&'static str),
    /// The scope was said to be needed elsewhere, and an endpoint here needs it.
    NeededHere(&'static str),
    /// The document lacks an endpoint.
    NotDocumented {
        /// The method.
        method: &'static str,
        /// The path template.
        path: &'static str,
    },
    /// The document has an operation that `[endpoints]` do not list.
    OnlyDocumented {
        /// The method.
        method: String,
        /// The path template.
        path: String,
    },
    /// The document says of an operation something else than what is enforced.
    DocumentDiffers {
        /// The method.
        method: String,
        /// The path template.
        path: String,
        /// The `security` that it should have.
        enforced: String,
        /// The one that it has.
        documented: String,
    },
    /// The routes or the document could not be read.
    Unreadable(String),
}

impl Disparity {
    pub(super) fn not_served<S: Scope>(endpoint: &Endpoint<S>) -> Self {
        Self::NotServed { method: endpoint.method(), path: endpoint.path() }
    }

    pub(super) fn not_enforced<S: Scope>(endpoint: &Endpoint<S>, status: u16) -> Self {
        Self::NotEnforced { method: endpoint.method(), path: endpoint.path(), status }
    }

    pub(super) fn nested_service(path: &str) -> Self {
        Self::NestedService { path: path.to_string() }
    }

    pub(super) fn fallback(path: &str) -> Self {
        Self::Fallback { path: path.to_string() }
    }

    pub(super) fn not_documented<S: Scope>(endpoint: &Endpoint<S>) -> Self {
        Self::NotDocumented { method: endpoint.method(), path: endpoint.path() }
    }

    pub(super) fn not_listed(method: &str, path: &str) -> Self {
        Self::NotListed { method: method.to_string(), path: path.to_string() }
    }
}

impl fmt::Display for Disparity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotListed { method, path } => {
                write!(formatter, "`{method} {path}` is served and not in [endpoints]: list it there")
            }
            Self::NotServed { method, path } => {
                write!(
                    formatter,
                    "`{method} {path}` is in [endpoints] and not served: add the route or remove the line"
                )
            }
            Self::NestedService { path } => write!(
                formatter,
                "a service is nested at `{path}`, which cannot be enforced from outside: nest a router, or let the service \
                 enforce for itself and call `allow_nested_service(\"{path}\")`"
            ),
            Self::Fallback { path } => write!(
                formatter,
                "a fallback answers what no route under `{path}/` matches: if it serves nothing that needs a token, call \
                 `allow_fallback(\"{path}/\")`"
            ),
            Self::NotEnforced { method, path, status } => {
                write!(
                    formatter,
                    "`{method} {path}` answers a request without a token with {status} and no challenge: "
                )?;
                formatter.write_str(match status {
                    404 | 405 => "it is not served there",
                    500.. => "it failed; where the log says so, `Authenticate` has not run before the check",
                    _ => "no layer covers it",
                })
            }
            Self::Unneeded(scope) => write!(
                formatter,
                "no endpoint needs `{scope}`: require it, remove it, or name it in `needed_elsewhere`"
            ),
            Self::NeededHere(scope) => {
                write!(formatter, "an endpoint needs `{scope}`: leave it out of `needed_elsewhere`")
            }
            Self::NotDocumented { method, path } => {
                write!(formatter, "the document lacks `{method} {path}`: document it there")
            }
            Self::OnlyDocumented { method, path } => {
                write!(
                    formatter,
                    "the document has `{method} {path}`, which is not in [endpoints]: list it there or remove it here"
                )
            }
            Self::DocumentDiffers { method, path, enforced, documented } => {
                write!(
                    formatter,
                    "`{method} {path}` requires {enforced}, and the document says {documented}: let `OAuth2` write its `security`"
                )
            }
            Self::Unreadable(what) => formatter.write_str(what),
        }
    }
}
