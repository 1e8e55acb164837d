//! What a router serves, read from what its `Debug` shows.
//!
//! `axum` keeps its routes to itself: there is no other way to learn them from a router that is put together already.
//! The form is that of axum 0.8; anything else is an error, so that no route is missed in silence.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::disparity::Disparity;
use super::tree::Tree;
use crate::routes::{Routes, by_shape, with_method};
use crate::scope::Scope;
use crate::system::{Endpoint, System};

/// One route.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Served {
    method: Method,
    path: String,
}

/// The methods of a route.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Method {
    Only(String),
    Any,
}

impl Served {
    pub(super) fn new(method: Method, path: String) -> Self {
        Self { method, path }
    }

    /// Whether `[endpoints]` list it. Of a route with any method only those get in that are listed: one is enough.
    fn is_listed<S: Scope>(&self, routes: &Routes<S>) -> bool {
        let endpoints = routes.at(&self.path);
        match &self.method {
            Method::Only(method) => with_method(endpoints, method).is_some(),
            Method::Any => !endpoints.is_empty(),
        }
    }

    /// Whether it answers an endpoint. `HEAD` is answered by the route of `GET`.
    fn serves(&self, method: &str, path: &str) -> bool {
        let is_method = match &self.method {
            Method::Only(own) => own == method || (own == "GET" && method == "HEAD"),
            Method::Any => true,
        };
        is_method && by_shape(&self.path, path).is_eq()
    }

    fn not_listed(&self) -> Disparity {
        let method = match &self.method {
            Method::Only(method) => method,
            Method::Any => "any",
        };
        Disparity::not_listed(method, &self.path)
    }
}

/// Routes that are not listed, and endpoints that are not served.
pub(super) fn disparities<M: System>(served: &[Served], routes: &Routes<M::Scope>) -> Vec<Disparity> {
    let not_listed = served.iter().filter(|route| !route.is_listed(routes)).map(Served::not_listed);
    let is_served =
        |endpoint: &Endpoint<_>| served.iter().any(|route| route.serves(endpoint.method(), endpoint.path()));
    let not_served = M::ENDPOINTS.iter().filter(|endpoint| !is_served(endpoint)).map(Disparity::not_served);
    not_listed.chain(not_served).collect()
}

const UNKNOWN: &str = "the routes of this version of axum cannot be read: give them to `Parity::of_routes`";

/// The routes of a router by what its `Debug` shows.
pub(super) fn by_router(shown: &str) -> Result<Vec<Served>, &'static str> {
    let router = Tree::parse(shown).ok_or(UNKNOWN)?;
    routes(&router).ok_or(UNKNOWN)
}

fn routes(router: &Tree<'_>) -> Option<Vec<Served>> {
    let table = router.field("path_router")?;
    let paths = table.field("node")?.field("paths")?.entries()?;
    let mut served = Vec::new();
    for (id, route) in table.field("routes")?.entries()? {
        let (_, path) = paths.iter().find(|(other, _)| other == id)?;
        let path = path.text()?;
        match (route.name()?, route.only()?) {
            ("Route", _) => served.push(Served::new(Method::Any, path)),
            ("MethodRouter", methods) => of_methods(methods, &path, &mut served)?,
            _ => return None,
        }
    }
    // A path without a route, or the other way round, is a form that this does not know.
    (paths.len() == table.field("routes")?.entries()?.len()).then_some(served)
}

/// The methods of a route that has a handler each.
fn of_methods(methods: &Tree<'_>, path: &str, served: &mut Vec<Served>) -> Option<()> {
    const METHODS: [&str; 9] = ["get", "head", "delete", "options", "patch", "post", "put", "trace", "connect"];
    for method in METHODS {
        match methods.field(method)?.name()? {
            "None" => {}
            "Route" | "BoxedHandler" => {
                served.push(Served::new(Method::Only(method.to_ascii_uppercase()), path.to_owned()));
            }
            _ => return None,
        }
    }
    match methods.field("fallback")?.name()? {
        "Default" => {}
        "Service" | "BoxedHandler" => served.push(Served::new(Method::Any, path.to_owned())),
        _ => return None,
    }
    Some(())
}
