//! What a router serves, read from what its `Debug` shows.
//!
//! `axum` keeps its routes to itself: there is no other way to learn them from a router that is put together already.
//! The form is that of axum 0.8; anything else is an error, so that no route is missed in silence.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::disparity::Disparity;
use super::tree::Tree;
use crate::routes::{Routes, with_method};
use crate::scope::Scope;
use crate::system::{Endpoint, System};
use crate::template::by_shape;

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

/// What a router serves.
#[derive(Debug, Default)]
pub(super) struct Router {
    pub(super) routes: Vec<Served>,
    /// What cannot be compared: fallbacks, and services that are nested as such.
    pub(super) others: Vec<Disparity>,
}

const UNKNOWN: &str = "the routes of this router cannot be read, perhaps since its axum is of another version: give them \
                       to `Parity::of_routes`";

/// How axum calls the rest of a path under a nested service, and under a fallback.
const NESTED: &str = "/{*__private__axum_nest_tail_param}";
const FALLBACK: &str = "/{*__private__axum_fallback}";

/// What a router serves by what its `Debug` shows.
pub(super) fn by_router(shown: &str) -> Result<Router, &'static str> {
    let router = Tree::parse(shown).ok_or(UNKNOWN)?;
    read(&router).ok_or(UNKNOWN)
}

fn read(router: &Tree<'_>) -> Option<Router> {
    // A field that this does not know could hold routes.
    if !router.has_only(&["path_router", "fallback_router", "default_fallback", "catch_all_fallback"]) {
        return None;
    }
    let table_of_routes = table(router.field("path_router")?)?;
    let nested = table_of_routes.iter().filter_map(|(path, _)| path.strip_suffix(NESTED).map(ToOwned::to_owned));
    let nested: Vec<String> = nested.collect();
    // axum adds `/a` and `/a/` to what is nested at `/a`.
    let is_nested = |path: &str| nested.iter().any(|prefix| path.strip_prefix(prefix).is_some_and(is_part_of_nesting));
    let mut served = Vec::new();
    for (path, route) in table_of_routes.iter().filter(|(path, _)| !is_nested(path)) {
        match (route.name()?, route.only()?) {
            ("Route", _) => served.push(Served::new(Method::Any, path.clone())),
            ("MethodRouter", methods) => of_methods(methods, path, &mut served)?,
            _ => return None,
        }
    }
    let mut others: Vec<_> = nested.iter().map(|prefix| Disparity::nested_service(prefix)).collect();
    others.extend(fallbacks(router)?.iter().map(|prefix| Disparity::fallback(prefix)));
    Some(Router { routes: served, others })
}

fn is_part_of_nesting(rest: &str) -> bool {
    ["", "/", NESTED].contains(&rest)
}

/// Where what no route matches is answered by the program itself: that of the router, and those of nested ones.
fn fallbacks(router: &Tree<'_>) -> Option<Vec<String>> {
    let mut prefixes = match router.field("default_fallback")?.name()? {
        "true" => Vec::new(),
        "false" => alloc::vec![String::new()],
        _ => return None,
    };
    let nested = table(router.field("fallback_router")?)?;
    let nested = nested.iter().filter_map(|(path, _)| path.strip_suffix(FALLBACK));
    prefixes.extend(nested.filter(|prefix| !prefix.is_empty()).map(ToOwned::to_owned));
    Some(prefixes)
}

/// The paths of a table of routes, and what stands there.
fn table<'r, 't>(table: &'r Tree<'t>) -> Option<Vec<(String, &'r Tree<'t>)>> {
    if !table.has_only(&["routes", "node"]) {
        return None;
    }
    let (routes, paths) = (table.field("routes")?.entries()?, table.field("node")?.field("paths")?.entries()?);
    let mut found = Vec::new();
    for (id, route) in routes {
        let (_, path) = paths.iter().find(|(other, _)| other == id)?;
        found.push((path.text()?, route));
    }
    // A path without a route, or the other way round, is a form that this does not know.
    (paths.len() == routes.len()).then_some(found)
}

/// The methods of a route that has a handler each. One that answers all others as well is a route with any method
/// where axum itself does not keep to the list of those that it has.
fn of_methods(methods: &Tree<'_>, path: &str, served: &mut Vec<Served>) -> Option<()> {
    const METHODS: [&str; 9] = ["get", "head", "delete", "options", "patch", "post", "put", "trace", "connect"];
    if !methods.has_only(&[&METHODS[..], &["fallback", "allow_header"]].concat()) {
        return None;
    }
    for method in METHODS {
        match methods.field(method)?.name()? {
            "None" => {}
            "Route" | "BoxedHandler" => {
                served.push(Served::new(Method::Only(method.to_ascii_uppercase()), path.to_owned()));
            }
            _ => return None,
        }
    }
    match methods.field("allow_header")?.name()? {
        "None" | "Bytes" => {}
        "Skip" => served.push(Served::new(Method::Any, path.to_owned())),
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{Router, by_router};

    /// What axum 0.8 shows of a router with one route, with more in two places.
    fn shown(in_router: &str, in_methods: &str) -> Result<Router, &'static str> {
        by_router(&alloc::format!(
            "Router {{ path_router: PathRouter {{ routes: {{RouteId(1): MethodRouter(MethodRouter {{ get: BoxedHandler, \
             head: None, delete: None, options: None, patch: None, post: None, put: None, trace: None, connect: None, \
             fallback: Default(Route), allow_header: Bytes(b\"GET,HEAD\"){in_methods} }})}}, \
             node: Node {{ paths: {{RouteId(1): \"/a\"}} }} }}, \
             fallback_router: PathRouter {{ routes: {{}}, node: Node {{ paths: {{}} }} }}, \
             default_fallback: true, catch_all_fallback: Default(Route){in_router} }}"
        ))
    }

    #[test]
    fn what_is_known_is_read() {
        assert_eq!(shown("", "").unwrap().routes.len(), 1);
    }

    #[test]
    fn a_field_that_is_not_known_could_hold_routes() {
        assert!(shown(", more_routes: {}", "").is_err());
        assert!(shown("", ", query: BoxedHandler").is_err());
        assert!(by_router("Router { .. }").is_err() && by_router("").is_err() && by_router("Router { ").is_err());
    }
}
