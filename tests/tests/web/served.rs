//! The made-up system `web` served in full, by handlers that say which of them ran; and the check that each of them is
//! owed, by the words of the manifest's contract.

use std::convert::Infallible;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::routing::{MethodRouter, any};
use http::{HeaderName, HeaderValue, Method, Request, Response};
use scopes_runtime::{Access, Authenticate, Endpoint, EnforceEndpoints, Granted, System as _};
use scopes_tests::web::{Scope, Web};
use tower::{Service, service_fn};

use crate::server::{Answer, verify};

/// The header in which a handler says that it ran: its method and its path in the manifest.
const RAN: HeaderName = HeaderName::from_static("x-ran");

/// What ran for the answer.
pub(crate) fn what_ran(answer: &Answer) -> Option<&str> {
    answer.headers.get(RAN).map(|value| value.to_str().unwrap())
}

fn saying(method: &Method, path: &str) -> Response<Body> {
    let mut response = Response::default();
    response.headers_mut().insert(RAN, HeaderValue::try_from(format!("{method} {path}")).unwrap());
    response
}

/// A handler of all methods for this path of the manifest.
pub(crate) fn handler<T: Clone + Send + Sync + 'static>(path: &'static str) -> MethodRouter<T> {
    any(move |_: State<T>, method: Method| async move { saying(&method, path) })
}

/// The same as a service.
pub(crate) fn service(
    path: &'static str,
) -> impl Service<Request<Body>, Response = Response<Body>, Error = Infallible, Future: Send> + Clone + Send + Sync {
    service_fn(move |request: Request<Body>| async move { Ok(saying(request.method(), path)) })
}

/// A router of everything that the manifest lists, each path with every method, and of what it does not list.
pub(crate) fn routes() -> Router {
    let mut paths: Vec<&str> = Web::ENDPOINTS.iter().map(Endpoint::path).collect();
    paths.sort_unstable();
    paths.dedup();
    let router = paths.into_iter().fold(Router::new(), |router, path| {
        // A router's names of parameters are its own.
        router.route(&path.replace("{contact}", "{id}").replace("{*path}", "{*rest}"), handler(path))
    });
    router.merge(unlisted())
}

/// Routes that the manifest does not list.
fn unlisted() -> Router {
    ["/unlisted", "/contacts/{id}/unlisted", "/me/", "/public", "/users", "/api/v1", "/api/{version}/users/{user}/keys"]
        .into_iter()
        .fold(Router::new(), |router, path| router.route(path, handler(path)))
        .fallback(handler::<()>("/fallback"))
}

/// The same paths put together in other ways.
pub(crate) fn composed_routes() -> Router {
    let users = Router::new()
        .route("/", handler("/api/v1/users/"))
        .route("/users", handler("/api/v1/users"))
        .nest("/users", Router::new().route("/{id}", handler("/api/v1/users/{user}")));
    let contacts = Router::new()
        .route("/{id}", handler("/contacts/{contact}"))
        .route("/new", handler("/contacts/new"))
        .route_service("/{id}/history", service("/contacts/{contact}/history"))
        .fallback(handler("/contacts/fallback"));
    Router::<u8>::new()
        .route_service("/", service("/"))
        .route("/contacts", handler("/contacts"))
        .route("/contacts/", handler("/contacts/"))
        .route("/Contacts", handler("/Contacts"))
        .nest("/contacts", contacts)
        .nest("/api/v1", users)
        .nest("/me", Router::new().route("/nearby", handler("/me/nearby")))
        .merge(Router::new().route("/me", handler("/me")).route("/report", handler("/report")))
        .nest_service("/public", service("/public/{*path}"))
        .nest_service("/assets", service("/assets"))
        .route("/{*everything}", handler("/{*everything}"))
        .with_state(7)
}

/// With the layers, as a program has them.
pub(crate) fn enforced(router: Router) -> Router {
    router.layer((Authenticate::new(verify), EnforceEndpoints::<Web>::new()))
}

/// Whether a request with this grant, or with no good token, may reach the handler that says this of itself.
pub(crate) fn may_reach(granted: Option<&Granted<Scope>>, ran: &str) -> bool {
    let (method, path) = ran.split_once(' ').unwrap();
    let of =
        |method: &str| Web::ENDPOINTS.iter().find(|endpoint| (endpoint.method(), endpoint.path()) == (method, path));
    let endpoint = of(method).or_else(|| of("GET").filter(|_| method == "HEAD"));
    match (endpoint.map(Endpoint::access), granted) {
        (Some(Access::Public), _) => true,
        (Some(Access::Authenticated { under }), Some(granted)) => {
            granted.scopes().iter().all(|scope| !scope.is_restriction() || under.contains(scope))
        }
        (Some(Access::Scopes(requirement)), Some(granted)) => granted.check(requirement).is_ok(),
        _ => false,
    }
}
