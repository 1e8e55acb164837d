//! The routes of sipgate, with enforcement and without it, behind one door. The handlers are the same but for the permit.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc;
use std::task::{Context, Poll};
use std::thread;

use axum::extract::Request;
use axum::http::Method;
use axum::response::Response;
use axum::routing::future::RouteFuture;
use axum::routing::{MethodFilter, MethodRouter, on};
use axum::{Router, ServiceExt};
use scopes_runtime::{
    Authenticate, BearerToken, EnforceEndpoints, Granted, Permit, Requires, Scopes, System, TokenError,
};
use tower_service::Service;

/// Everything that a sipgate token may do.
#[derive(Debug, Scopes)]
#[scopes(manifest = "../../scopes.toml", path = crate::server)]
pub struct Sipgate;

#[derive(Requires)]
#[requires(Sipgate: endpoint "GET /contacts")]
struct ListContacts;

/// What the client asks for, and the token that it shows.
pub const PATH: &str = "/contacts";
pub const TOKEN: &str = "mF_9.B5f-4.1JqM";

const CONTACTS: &str = "Ada\nGrace\n";

/// All routes of the manifest, without any check.
fn bare() -> Router {
    routes(PATH, on(MethodFilter::GET, async || CONTACTS))
}

/// The same with the token looked at.
fn authenticated() -> Router {
    bare().layer(Authenticate::new(verify))
}

/// The same with the token looked at, the endpoints enforced, and a permit in the handler.
fn enforced() -> Router {
    let contacts = on(MethodFilter::GET, async |_: Permit<ListContacts>| CONTACTS);
    routes(PATH, contacts).layer((Authenticate::new(verify), EnforceEndpoints::<Sipgate>::new()))
}

fn routes(path: &str, handler: MethodRouter) -> Router {
    let mut router = Router::new().route(path, handler);
    for endpoint in Sipgate::ENDPOINTS {
        let method = Method::from_bytes(endpoint.method().as_bytes()).ok();
        let filter = method.and_then(|method| MethodFilter::try_from(method).ok());
        if let Some(filter) = filter.filter(|filter| endpoint.path() != path || *filter != MethodFilter::GET) {
            router = router.route(endpoint.path(), on(filter, async || ""));
        }
    }
    router
}

/// Stands for a signature's check, which takes its time with and without this crate, and is left out of both.
async fn verify(token: BearerToken) -> Result<Granted<Scope>, TokenError> {
    if token.as_str() == TOKEN {
        Ok(Granted::parse("openid account:read contacts:read history:read sessions:write")?)
    } else {
        Err(TokenError::invalid())
    }
}

/// Gives a request to one of the routers: the query says to which. So all of them are served by the same thread over the
/// same connection, and differ in nothing but what they do.
#[derive(Clone)]
struct Door {
    routers: [Router; 4],
}

impl Service<Request> for Door {
    type Response = Response;
    type Error = Infallible;
    type Future = RouteFuture<Infallible>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let digit = request.uri().query().and_then(|query| query.bytes().next()).unwrap_or(b'0');
        let which = usize::from(digit.wrapping_sub(b'0')) % self.routers.len();
        Service::call(&mut self.routers[which], request)
    }
}

/// Serves all routers on a thread of its own until the program ends: with both, with authentication alone, with
/// neither, and with neither once more.
pub fn start() -> io::Result<SocketAddr> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
            let _ = sender.send(listener.local_addr()?);
            let door = Door { routers: [enforced(), authenticated(), bare(), bare()] };
            axum::serve(listener, door.into_make_service()).await
        })
    });
    receiver.recv().map_err(|_| io::Error::other("the server did not start"))
}
