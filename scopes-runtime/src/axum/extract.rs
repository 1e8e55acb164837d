//! Extractors: [`Permit`], [`Granted`] and [`ResourceGrants`] as arguments of handlers; and refusals as answers.

use core::fmt::Debug;

use ::axum::extract::{FromRequestParts, OptionalFromRequestParts};
use ::axum::response::{IntoResponse, Response};
use ::http::Extensions;
use ::http::request::Parts;

use crate::denied::Denied;
use crate::granted::Granted;
use crate::http::Challenge;
use crate::permit::{Permit, Requires};
use crate::resources::ResourceGrants;
use crate::scope::Scope;
use crate::tower::{Rejection, TokenError, Verified, granted};

/// The proof that the token meets what `R` requires. A scope that the manifest binds to a resource is not met here:
/// extract [`ResourceGrants`] for it.
impl<R, T> FromRequestParts<T> for Permit<R>
where
    R: Requires + ?Sized,
    T: Sync,
{
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, _state: &T) -> Result<Self, Rejection> {
        let granted = granted(&parts.extensions).map_err(|why| why.requiring(&R::REQUIREMENT))?;
        Ok(granted.authorize::<R>()?)
    }
}

/// What the token grants, whatever that is: the handler checks.
impl<S: Scope, T: Sync> FromRequestParts<T> for Granted<S> {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, _state: &T) -> Result<Self, Rejection> {
        granted(&parts.extensions).cloned()
    }
}

/// `None` for a request without credentials. A bad token is refused also here.
impl<S: Scope, T: Sync> OptionalFromRequestParts<T> for Granted<S> {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, _state: &T) -> Result<Option<Self>, Rejection> {
        match granted(&parts.extensions) {
            Ok(granted) => Ok(Some(granted.clone())),
            Err(why) if why.challenge() == Some(&Challenge::unauthenticated()) => Ok(None),
            Err(why) => Err(why),
        }
    }
}

/// What the token grants, and for which resources: where the verifier gives [`ResourceGrants`].
impl<R, S, T> FromRequestParts<T> for ResourceGrants<R, S>
where
    R: Ord + Clone + Debug + Send + Sync + 'static,
    S: Scope,
    T: Sync,
{
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, _state: &T) -> Result<Self, Rejection> {
        let (granted, grants) = resource_grants::<R, S>(&parts.extensions)?;
        Ok(grants.with(granted.clone()))
    }
}

/// What the request's token grants now, and the resources that it is for. A layer may have narrowed the grant since.
///
/// # Errors
/// As for the grant; and 500 where the verifier gives no resources of this kind.
pub(super) fn resource_grants<R, S>(extensions: &Extensions) -> Result<(&Granted<S>, &ResourceGrants<R, S>), Rejection>
where
    R: Send + Sync + 'static,
    S: Scope,
{
    const WHAT: &str = "the verifier gives no `ResourceGrants` for a check that needs the resource; nobody is let in";
    let granted = granted::<S>(extensions)?;
    let grants = extensions.get::<ResourceGrants<R, S>>().filter(|_| Verified::<S>::has_resources::<R>(extensions));
    grants.map(|grants| (granted, grants)).ok_or_else(|| {
        tracing::error!(resource = core::any::type_name::<R>(), "{WHAT}");
        Rejection::misconfigured(WHAT)
    })
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        Self::into_response(self)
    }
}

impl IntoResponse for Challenge {
    fn into_response(self) -> Response {
        Self::into_response(self)
    }
}

/// The challenge `insufficient_scope`, so that a handler can return what a check gives.
impl<S: Scope> IntoResponse for Denied<S> {
    fn into_response(self) -> Response {
        Challenge::insufficient_scope(&self).into_response()
    }
}

impl IntoResponse for TokenError {
    fn into_response(self) -> Response {
        Rejection::from(self).into_response()
    }
}
