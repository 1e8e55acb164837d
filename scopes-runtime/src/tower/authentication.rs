//! What is known of a request's token: read by every layer and extractor that asks whether it may pass.

use core::marker::PhantomData;

use ::http::Extensions;

use super::grant::Verified;
use super::rejection::Rejection;
use crate::granted::Granted;
use crate::http::Challenge;
use crate::scope::Scope;

/// Why a request has no `Granted` in its extensions. The layer `Authenticate` puts it there and lets the request pass,
/// since a public operation is open to all.
#[derive(Clone)]
pub(super) struct Unauthenticated<S> {
    why: Rejection,
    system: PhantomData<fn() -> S>,
}

impl<S: Scope> Unauthenticated<S> {
    /// Leaves the request with this reason and without a grant.
    pub(super) fn mark(extensions: &mut Extensions, why: Rejection) {
        extensions.remove::<Granted<S>>();
        extensions.remove::<Verified<S>>();
        extensions.insert(Self { why, system: PhantomData });
    }

    /// The request had no credentials.
    pub(super) fn mark_absent(extensions: &mut Extensions) {
        // A grant that the program has put there, from a session for example, stays; that of a token which the request
        // no longer has does not.
        if extensions.get::<Granted<S>>().is_none() || extensions.get::<Verified<S>>().is_some() {
            Self::mark(extensions, Challenge::unauthenticated().into());
        }
    }
}

/// What the request's token grants.
///
/// # Errors
/// Why there is none; 500 where nothing has looked for a token.
pub(crate) fn granted<S: Scope>(extensions: &Extensions) -> Result<&Granted<S>, Rejection> {
    if let Some(granted) = extensions.get::<Granted<S>>() {
        return Ok(granted);
    }
    match extensions.get::<Unauthenticated<S>>() {
        Some(unauthenticated) => Err(unauthenticated.why.clone()),
        None => Err(without_layer()),
    }
}

#[cold]
fn without_layer() -> Rejection {
    const WHAT: &str = "no layer `Authenticate` has run before a check of scopes; nobody is let in";
    tracing::error!("{WHAT}");
    Rejection::misconfigured(WHAT)
}
