//! [`EnforceEndpoints`]: the manifest's `[endpoints]` enforced over a whole router.
//!
//! What it goes by is the template that axum itself has matched. So it cannot disagree with axum about trailing
//! slashes, encoded slashes, dots or case.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt::{self, Debug};
use core::future::Future;
use core::pin::pin;
use core::str::FromStr;
use core::task::{Context, Poll, Waker};
use std::sync::{Mutex, PoisonError};

use ::axum::extract::{FromRequestParts, MatchedPath, RawPathParams};
use ::http::StatusCode;
use ::http::request::Parts;
use tower_layer::Layer;

use super::extract::resource_grants;
use crate::requirement::Requirement;
use crate::routes::{self, Routes};
use crate::scope::Scope;
use crate::system::{Access, Endpoint, System};
use crate::tower::{Enforced, Rejection, Rule, granted};

/// The layer that lets a request pass where the manifest's `[endpoints]` say so, and where they say nothing, does not.
///
/// | the manifest | the request |
/// |---|---|
/// | scopes | passes with a token that meets them; else 401 or 403 with a challenge |
/// | `authenticated` | passes with any good token that holds no restriction but those in `under` |
/// | `public` | passes, whatever its token |
/// | does not list the path | 403, and once a line in the log |
/// | lists the path, but not with this method | 405 |
///
/// `HEAD` follows `GET`. A path that no route matches is answered with 404, also where the router has a fallback.
///
/// Give it to [`Router::layer`](::axum::Router::layer) **when all routes are there**: `axum` does not cover a route or a
/// fallback that is added afterwards, and such a route is open to everyone, unless its handler extracts a
/// [`Permit`](crate::Permit). Routers that are
/// nested or merged are covered; what is nested as a service is not matched by this router, and needs the layer itself.
/// [`Authenticate`](crate::Authenticate) has to be outside of it: in a tuple of layers it stands first. What answers
/// preflights (CORS) or changes the method of a request belongs outside of the router.
///
/// ```
/// # use scopes_demo::{Demo, Scope};
/// use axum::{Router, routing::get};
/// use scopes_runtime::{Authenticate, BearerToken, EnforceEndpoints, Granted, TokenError};
///
/// async fn verify(token: BearerToken) -> Result<Granted<Scope>, TokenError> {
///     # _ = token;
///     Err(TokenError::invalid())
/// }
///
/// let router: Router = Router::new()
///     .route("/contacts", get(|| async { "Ada, Grace" })) // "GET /contacts" = "contacts:read"
///     .layer((Authenticate::new(verify), EnforceEndpoints::<Demo>::new()));
/// ```
pub struct EnforceEndpoints<M: System> {
    // One pointer: the router clones the layer for each request.
    endpoints: Arc<Endpoints<M::Scope>>,
}

/// What the manifest lists, how its requirements are checked, and which templates it was found to lack: each is told once.
struct Endpoints<S: Scope> {
    routes: Routes<S>,
    check: Box<Check<S>>,
    unlisted: Mutex<BTreeSet<String>>,
}

/// Checks a requirement against the request's token.
type Check<S> = dyn Fn(&mut Parts, &Requirement<S>) -> Result<(), Rejection> + Send + Sync;

impl<M: System> EnforceEndpoints<M> {
    /// The layer of this manifest. Endpoints that need a scope with `bound_to` are denied by it: see
    /// [`for_path_parameter`](Self::for_path_parameter).
    #[must_use]
    pub fn new() -> Self {
        Self::checking(|head, requirement| Ok(granted::<M::Scope>(&head.extensions)?.check(requirement)?))
    }

    /// The same for a manifest that binds scopes to resources: which one a request is about stands in the parameter of
    /// its route that has this name, and the verifier gives [`ResourceGrants`](crate::ResourceGrants) with the
    /// resources of the token. A route without that parameter, or with a value that does not parse, is about no
    /// resource: scopes that are bound to one are not met by it.
    ///
    /// ```
    /// # use scopes_demo::{Demo, Scope};
    /// use scopes_runtime::{Authenticate, BearerToken, EnforceEndpoints, Granted, ResourceGrants, TokenError};
    ///
    /// async fn verify(token: BearerToken) -> Result<ResourceGrants<u32, Scope>, TokenError> {
    ///     # _ = token;
    ///     Ok(ResourceGrants::new(Granted::parse("files:read")?, [7, 9]))
    /// }
    ///
    /// // In the router: .route("/workspaces/{workspace}/files", …)
    /// let layers = (Authenticate::new(verify), EnforceEndpoints::<Demo>::for_path_parameter::<u32>("workspace"));
    /// # let _ = layers;
    /// ```
    #[must_use]
    pub fn for_path_parameter<R>(name: &'static str) -> Self
    where
        R: FromStr + Ord + Debug + Send + Sync + 'static,
    {
        Self::checking_resources(move |head| parameter(head, name)?.parse::<R>().ok())
    }

    /// The same where the resource is named elsewhere, such as in a header. Return `None` for a request that concerns no
    /// resource: bound scopes are then denied.
    ///
    /// The URI of a request in a nested router lacks what the outer ones have matched; `OriginalUri` in the extensions
    /// is whole.
    #[must_use]
    pub fn for_resources<R>(resource: impl Fn(&Parts) -> Option<R> + Send + Sync + 'static) -> Self
    where
        R: Ord + Debug + Send + Sync + 'static,
    {
        Self::checking_resources(move |head| resource(head))
    }

    fn checking_resources<R>(resource: impl Fn(&mut Parts) -> Option<R> + Send + Sync + 'static) -> Self
    where
        R: Ord + Debug + Send + Sync + 'static,
    {
        Self::checking(move |head, requirement| {
            let resource = resource(head);
            let (granted, grants) = resource_grants::<R, M::Scope>(&head.extensions)?;
            let verdict = match resource {
                Some(resource) => grants.check_with(granted, &resource, requirement),
                None => granted.check(requirement),
            };
            Ok(verdict?)
        })
    }

    fn checking(
        check: impl Fn(&mut Parts, &Requirement<M::Scope>) -> Result<(), Rejection> + Send + Sync + 'static,
    ) -> Self {
        let endpoints = Endpoints { routes: Routes::new(), check: Box::new(check), unlisted: Mutex::default() };
        Self { endpoints: Arc::new(endpoints) }
    }
}

/// The decoded value of a parameter of the route that was matched.
fn parameter(head: &mut Parts, name: &str) -> Option<String> {
    // It reads what the router has left in the request, and is ready at once.
    let extraction = pin!(RawPathParams::from_request_parts(head, &()));
    match extraction.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(parameters)) => parameters.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into()),
        _ => None,
    }
}

impl<M: System> Rule for EnforceEndpoints<M> {
    fn admit(&self, head: &mut Parts) -> Result<(), Rejection> {
        let path = head
            .extensions
            .get::<MatchedPath>()
            .ok_or_else(|| Rejection::other(StatusCode::NOT_FOUND, "no such route"))?
            .as_str();
        let endpoint = self.endpoints.find(head.method.as_str(), path)?;
        match endpoint.access() {
            Access::Public => Ok(()),
            Access::Authenticated { .. } => Ok(endpoint.check(Some(granted(&head.extensions)?))?),
            Access::Scopes(requirement) => {
                (self.endpoints.check)(head, requirement).map_err(|rejection| rejection.requiring(requirement))
            }
        }
    }
}

impl<M: System, T> Layer<T> for EnforceEndpoints<M> {
    type Service = Enforced<T, Self>;

    fn layer(&self, inner: T) -> Self::Service {
        Enforced::new(inner, self.clone())
    }
}

impl<M: System> Clone for EnforceEndpoints<M> {
    fn clone(&self) -> Self {
        Self { endpoints: Arc::clone(&self.endpoints) }
    }
}

impl<M: System> Default for EnforceEndpoints<M> {
    fn default() -> Self {
        Self::new()
    }
}

impl<M: System> Debug for EnforceEndpoints<M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "EnforceEndpoints({})", M::NAME)
    }
}

impl<S: Scope> Endpoints<S> {
    fn find(&self, method: &str, path: &str) -> Result<&'static Endpoint<S>, Rejection> {
        let endpoints = self.routes.at(path);
        routes::with_method(endpoints, method).ok_or_else(|| self.unlisted(path, endpoints))
    }

    /// The answer on a path or with a method that the manifest does not list.
    #[cold]
    fn unlisted(&self, path: &str, endpoints: &[&Endpoint<S>]) -> Rejection {
        const WHAT: &str = "a route is served that the manifest's [endpoints] do not list; nobody is let in";
        if !endpoints.is_empty() {
            return Rejection::method_not_allowed(&allow(endpoints));
        }
        let mut unlisted = self.unlisted.lock().unwrap_or_else(PoisonError::into_inner);
        if unlisted.insert(path.into()) {
            tracing::error!(path, "{WHAT}");
        }
        Rejection::other(StatusCode::FORBIDDEN, WHAT)
    }
}

/// The methods of endpoints as `Allow` lists them (RFC 9110 section 10.2.1).
fn allow<S: Scope>(endpoints: &[&Endpoint<S>]) -> String {
    let mut methods: Vec<_> = endpoints.iter().map(|endpoint| endpoint.method()).collect();
    if methods.contains(&"GET") && !methods.contains(&"HEAD") {
        methods.push("HEAD");
    }
    methods.join(", ")
}
