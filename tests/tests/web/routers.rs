//! Routers put together in every way that axum has: the template that counts is the whole one that was matched.

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use scopes_runtime::{Authenticate, EnforceEndpoints};
use scopes_tests::web::Web;

use crate::served::{composed_routes, enforced, handler, service, what_ran};
use crate::server::{ask, request, verify, with};

/// What a token for these scopes reaches by GET, and the status.
fn reached(router: &Router, uri: &str, scopes: &str) -> (u16, Option<String>) {
    let answer = ask(&enforced(router.clone()), with("GET", uri, scopes));
    (answer.status, what_ran(&answer).map(str::to_owned))
}

#[track_caller]
fn is_guarded(router: &Router, uri: &str, scopes: &str, ran: &str) {
    assert_eq!(reached(router, uri, scopes), (200, Some(ran.to_owned())));
    assert_eq!(reached(router, uri, ""), (403, None));
    assert_eq!(ask(&enforced(router.clone()), request("GET", uri, None)).status, 401);
}

#[test]
fn nested_routers_are_guarded_by_the_whole_template() {
    let router = composed_routes();
    is_guarded(&router, "/api/v1/users", "users:read", "GET /api/v1/users");
    is_guarded(&router, "/api/v1/users/5", "admin", "GET /api/v1/users/{user}");
    is_guarded(&router, "/contacts/5", "contacts:read", "GET /contacts/{contact}");
    assert_eq!(reached(&router, "/api/v1/users/5", "users:read"), (403, None));
    assert_eq!(reached(&router, "/contacts/new", ""), (200, Some("GET /contacts/new".to_owned())));
    assert_eq!(reached(&router, "/me/nearby", "local-only"), (200, Some("GET /me/nearby".to_owned())));
    assert_eq!(reached(&router, "/api/v1/", "admin"), (403, None), "a route that nest makes and nothing lists");
}

#[test]
fn merged_routers_and_services_are_guarded_as_others() {
    let router = composed_routes();
    is_guarded(&router, "/report", "history:read", "GET /report");
    is_guarded(&router, "/contacts/5/history", "contacts:read history:read", "GET /contacts/{contact}/history");
    assert_eq!(reached(&router, "/", ""), (200, Some("GET /".to_owned())));
}

#[test]
fn the_layer_may_be_on_what_is_nested_or_merged() {
    let users = enforced(Router::new().route("/users/{id}", handler("/api/v1/users/{user}")));
    let report = enforced(Router::new().route("/report", handler("/report")));
    let router = Router::new().nest("/api/v1", users).merge(report).route("/open", handler("/open"));
    let status = |uri, scopes| ask(&router, with("GET", uri, scopes)).status;
    assert_eq!([status("/api/v1/users/5", "admin"), status("/api/v1/users/5", "users:read")], [200, 403]);
    assert_eq!([status("/report", "history:read"), status("/report", "")], [200, 403]);
    assert_eq!(status("/open", ""), 200, "what is outside of the layer is not its business");
}

#[test]
fn a_nested_service_is_no_route_of_the_manifest() {
    // axum knows no template of what is inside, so nothing of it is let in from outside.
    let router = composed_routes();
    for uri in ["/public/a", "/public", "/public/", "/assets/a/b", "/assets"] {
        let (status, ran) = reached(&router, uri, "history:read");
        assert!(ran.is_none() && [403, 404].contains(&status), "{uri}: {status}");
    }
}

#[test]
fn a_router_in_a_nested_service_enforces_for_itself() {
    let users =
        Router::new().route("/users", handler("/api/v1/users")).route("/users/{id}", handler("/api/v1/users/{user}"));
    let router = Router::new().nest_service("/api/v1", enforced(users.fallback(handler("/fallback"))));
    let outcome = |uri, scopes| {
        let answer = ask(&router, with("GET", uri, scopes));
        (answer.status, what_ran(&answer).map(str::to_owned))
    };
    assert_eq!(outcome("/api/v1/users", "users:read"), (200, Some("GET /api/v1/users".to_owned())));
    assert_eq!(outcome("/api/v1/users/5", "users:read"), (403, None));
    assert_eq!(outcome("/api/v1/users/5", "admin"), (200, Some("GET /api/v1/users/{user}".to_owned())));
    assert_eq!(outcome("/api/v1/nowhere", "admin"), (404, None));
    for uri in ["/api/v1", "/api/v1/"] {
        let (status, ran) = outcome(uri, "admin");
        assert!(ran.is_none() && [403, 404].contains(&status), "{uri}: {status}");
    }
}

#[test]
fn a_catch_all_route_is_unlisted_unless_it_is_listed() {
    let router = composed_routes();
    for uri in ["/nowhere", "/nowhere/at/all", "/CONTACTS", "//contacts", "/%63ontacts", "/health/"] {
        assert_eq!(reached(&router, uri, "admin contacts:write history:read"), (403, None), "{uri}");
    }
    let listed = Router::new().route("/assets/{*anything}", handler("/assets/{*path}"));
    is_guarded(&listed, "/assets/a/b", "history:read", "GET /assets/{*path}");
    is_guarded(&listed, "/assets/../contacts", "history:read", "GET /assets/{*path}");
}

#[test]
fn a_parameter_is_no_wildcard_and_no_fixed_segment() {
    for template in [
        "/contacts/{*rest}",
        "/contacts/{{contact}}",
        "/contacts/x{id}",
        "/{contacts}",
        "/{a}/{b}",
        "/{a}/new",
        "/assets/{one}",
        "/public/{path}",
        "/public/path",
    ] {
        let router = Router::new().route(template, handler("/served"));
        for uri in [
            "/contacts/new",
            "/contacts/{contact}",
            "/contacts/x5",
            "/public/a",
            "/public/path",
            "/assets/a",
            "/health",
        ] {
            let (status, ran) = reached(&router, uri, "contacts:write history:read");
            assert!(ran.is_none() && [403, 404].contains(&status), "{template} {uri}: {status} {ran:?}");
        }
    }
}

#[test]
fn names_of_parameters_make_no_difference() {
    for name in ["{contact}", "{id}", "{a_b}", "{x-y}", "{\u{e4}}"] {
        let path = format!("/contacts/{name}/history");
        let router = Router::new().route(&path, handler("/contacts/{contact}/history"));
        is_guarded(&router, "/contacts/5/history", "contacts:read history:read", "GET /contacts/{contact}/history");
    }
}

#[test]
fn routes_of_one_method_are_guarded_as_those_of_any() {
    let router = Router::new().route("/contacts", get(|| async { "listed" }).post(|| async { "added" }));
    let router = enforced(router.route("/me", post(|| async { "nobody lists this" })));
    let outcome = |method, uri, scopes| {
        let answer = ask(&router, with(method, uri, scopes));
        (answer.status, answer.body)
    };
    assert_eq!(outcome("GET", "/contacts", "contacts:read"), (200, "listed".to_owned()));
    assert_eq!(outcome("HEAD", "/contacts", "contacts:read"), (200, String::new()));
    assert_eq!(outcome("POST", "/contacts", "contacts:read"), (403, String::new()));
    assert_eq!(outcome("POST", "/contacts", "contacts:write"), (200, "added".to_owned()));
    assert_eq!(outcome("POST", "/me", ""), (405, String::new()));
    assert_eq!(outcome("OPTIONS", "/contacts", ""), (405, String::new()), "listed, and not served: axum's answer");
}

#[test]
fn a_router_with_state_is_guarded_before_and_after_it_has_it() {
    let routes = || {
        let handler = get(|State(name): State<&'static str>| async move { name });
        Router::<&'static str>::new().route("/contacts", handler)
    };
    let before = routes().layer((Authenticate::new(verify), EnforceEndpoints::<Web>::new())).with_state("state");
    for router in [before, enforced(routes().with_state("state"))] {
        assert_eq!(ask(&router, with("GET", "/contacts", "contacts:read")).body, "state");
        assert_eq!(ask(&router, with("GET", "/contacts", "")).status, 403);
    }
}

#[test]
fn a_path_that_is_changed_after_the_match_does_not_change_the_handler() {
    let rewrite = tower::util::MapRequestLayer::new(|mut request: axum::extract::Request| {
        *request.uri_mut() = "/health".parse().unwrap();
        *request.method_mut() = http::Method::GET;
        request
    });
    let router =
        enforced(Router::new().route("/health", handler("/health")).route_service("/report", service("/report")));
    let answer = ask(&router.layer(rewrite), with("POST", "/report", ""));
    assert_eq!((answer.status, what_ran(&answer)), (403, None), "GET /report is checked, as it was matched");
}
