//! [`Rejection`]: every answer by which a request is turned away.

use alloc::boxed::Box;
use core::error::Error;
use core::fmt;

use ::http::header::ALLOW;
use ::http::{HeaderValue, Response, StatusCode};

use crate::denied::Denied;
use crate::http::Challenge;
use crate::requirement::Requirement;
use crate::scope::Scope;

/// The answer to a request that does not get in: a [`Challenge`], or a plain status where no token
/// would help.
///
/// A handler that checks by itself can return it: `granted.check(…)?`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection(Box<Reason>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Reason {
    /// Another token could help.
    Challenge(Challenge),
    /// No token can help. What is wrong goes to the log and not to the client.
    Other { status: StatusCode, what: &'static str, allow: Option<HeaderValue> },
}

impl Rejection {
    pub(crate) fn other(status: StatusCode, what: &'static str) -> Self {
        Self(Box::new(Reason::Other { status, what, allow: None }))
    }

    /// 500: the program is put together wrongly.
    pub(crate) fn misconfigured(what: &'static str) -> Self {
        Self::other(StatusCode::INTERNAL_SERVER_ERROR, what)
    }

    /// 405 (RFC 9110 section 15.5.6): only these methods.
    #[cfg(feature = "axum")]
    pub(crate) fn method_not_allowed(allow: &str) -> Self {
        let (status, what) = (StatusCode::METHOD_NOT_ALLOWED, "the manifest lists the path with other methods only");
        Self(Box::new(Reason::Other { status, what, allow: HeaderValue::try_from(allow).ok() }))
    }

    /// Names in the challenge what the operation needs, where there were no credentials at all.
    pub(crate) fn requiring<S: Scope>(mut self, requirement: &Requirement<S>) -> Self {
        if let Reason::Challenge(challenge) = &mut *self.0
            && challenge.error().is_none()
        {
            *challenge = challenge.clone().requiring(requirement);
        }
        self
    }

    /// The challenge, where asking with another token could help.
    #[must_use]
    pub fn challenge(&self) -> Option<&Challenge> {
        match &*self.0 {
            Reason::Challenge(challenge) => Some(challenge),
            Reason::Other { .. } => None,
        }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match &*self.0 {
            Reason::Challenge(challenge) => challenge.status(),
            Reason::Other { status, .. } => *status,
        }
    }

    /// The whole answer, with an empty body. The rejection stands in its extensions, for a layer that writes a body.
    #[must_use]
    pub fn into_response<B: Default>(self) -> Response<B> {
        let mut response = match &*self.0 {
            Reason::Challenge(challenge) => challenge.clone().into_response(),
            Reason::Other { status, allow, .. } => {
                let mut response = Response::new(B::default());
                *response.status_mut() = *status;
                if let Some(allow) = allow {
                    response.headers_mut().insert(ALLOW, allow.clone());
                }
                response
            }
        };
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Challenge> for Rejection {
    fn from(challenge: Challenge) -> Self {
        Self(Box::new(Reason::Challenge(challenge)))
    }
}

impl<S: Scope> From<Denied<S>> for Rejection {
    fn from(denied: Denied<S>) -> Self {
        Challenge::insufficient_scope(&denied).into()
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Reason::Challenge(challenge) => challenge.fmt(formatter),
            Reason::Other { what, .. } => formatter.write_str(what),
        }
    }
}

impl Error for Rejection {}
