//! `EnforceEndpoints` over a whole router: each form of `[endpoints]`, and what the manifest does not say.

use axum::Router;
use axum::routing::get;
use scopes_runtime::{Authenticate, Disparity, EnforceEndpoints, Granted, Parity, System as _};
use scopes_tests::sipgate::Sipgate;
use scopes_tests::web::{Scope, Web};
use tracing::Level;

use crate::header::Parameters;
use crate::log::listen;
use crate::served::{composed_routes, enforced, handler, routes, what_ran};
use crate::server::{Answer, ask, request, run, token, verify, with};

/// The status, and what ran.
fn outcome(answer: &Answer) -> (u16, Option<&str>) {
    (answer.status, what_ran(answer))
}

fn status(method: &str, uri: &str, scopes: &str) -> u16 {
    let answer = ask(&enforced(routes()), with(method, uri, scopes));
    assert_eq!(answer.status == 200, what_ran(&answer).is_some(), "{answer:?}");
    answer.status
}

#[test]
fn a_token_that_meets_the_endpoint_comes_through() {
    for router in [routes(), composed_routes()] {
        let answer = ask(&enforced(router), with("GET", "/contacts", "contacts:write"));
        assert_eq!(outcome(&answer), (200, Some("GET /contacts")));
    }
    assert_eq!(status("POST", "/contacts", "contacts:write"), 200);
    assert_eq!(status("GET", "/contacts/5", "contacts:read local-only read-only"), 200);
}

#[test]
fn every_other_token_is_answered_with_the_challenge() {
    let router = enforced(routes());
    let cases: [(Option<&str>, u16, Option<&str>); 5] = [
        (None, 401, None),
        (Some("Bearer expired"), 401, Some("invalid_token")),
        (Some("Bearer"), 400, Some("invalid_request")),
        (Some("Bearer contacts~read"), 403, Some("insufficient_scope")),
        (Some("Bearer contacts~write+local-only"), 403, Some("insufficient_scope")),
    ];
    for (authorization, status, error) in cases {
        let answer = ask(&router, request("POST", "/contacts", authorization));
        assert_eq!(outcome(&answer), (status, None), "{authorization:?}");
        let parameters = Parameters::of(&answer.headers);
        assert_eq!(parameters.get("error"), error);
        let names_scope = matches!(status, 401 | 403) && error != Some("invalid_token");
        assert_eq!(parameters.get("scope"), names_scope.then_some("contacts:write"), "{authorization:?}");
    }
    let answer = ask(&router, request("POST", "/contacts", Some("Bearer unavailable")));
    assert_eq!((outcome(&answer), answer.header("www-authenticate")), ((503, None), None));
}

#[test]
fn all_takes_all_and_any_takes_one_alternative() {
    let delete = |scopes| status("DELETE", "/contacts/5", scopes);
    assert_eq!([delete("contacts:write users:read"), delete("contacts:write"), delete("users:read")], [200, 403, 403]);
    let search = |scopes| status("GET", "/search", scopes);
    let met = ["admin", "contacts:write history:read", "users:read history:read"].map(search);
    assert_eq!(met, [200; 3]);
    let unmet = ["history:read", "contacts:read users:read", "", "users:delete history:read"].map(search);
    assert_eq!(unmet, [403; 4]);
}

#[test]
fn what_an_endpoint_needs_has_no_effect_without_what_it_requires() {
    let delete = |scopes| status("DELETE", "/users/5", scopes);
    assert_eq!([delete("users:delete"), delete("users:delete users:read"), delete("admin")], [403, 200, 200]);
}

#[test]
fn a_public_endpoint_is_open_whatever_the_token() {
    let cases = [None, Some("Bearer expired"), Some("Bearer unavailable"), Some("Bearer"), Some("Bearer local-only")];
    for authorization in cases {
        for uri in ["/health", "/", "/contacts/new", "/public/a/b"] {
            let answer = ask(&enforced(routes()), request("GET", uri, authorization));
            assert_eq!(answer.status, 200, "{authorization:?} {uri}");
        }
    }
}

#[test]
fn an_authenticated_endpoint_takes_any_good_token_and_its_restrictions() {
    let router = enforced(routes());
    for scopes in ["", "unknown:scope", "history:read"] {
        assert_eq!(status("GET", "/me", scopes), 200, "{scopes}");
    }
    for authorization in [None, Some("Bearer expired")] {
        let answer = ask(&router, request("GET", "/me", authorization));
        assert_eq!(outcome(&answer), (401, None));
        assert_eq!(Parameters::of(&answer.headers).get("scope"), None, "no scope is needed");
    }
    let answer = ask(&router, with("GET", "/me", "history:read local-only"));
    assert_eq!(outcome(&answer), (403, None));
    let wanted = "Bearer error=\"insufficient_scope\", \
                  error_description=\"not allowed to a token restricted by local-only\"";
    assert_eq!(answer.header("www-authenticate"), Some(wanted));
    let nearby =
        ["", "local-only", "read-only", "local-only read-only"].map(|scopes| status("GET", "/me/nearby", scopes));
    assert_eq!(nearby, [200, 200, 403, 403]);
}

#[test]
fn an_unlisted_route_is_denied_and_logged() {
    for (uri, template) in [
        ("/unlisted", "/unlisted"),
        ("/contacts/5/unlisted", "/contacts/{id}/unlisted"),
        ("/me/", "/me/"),
        ("/api/v1/users/5/keys", "/api/{version}/users/{user}/keys"),
    ] {
        let all = "contacts:write history:read admin files:read suite terms";
        let (answer, lines) = listen(|| ask(&enforced(routes()), with("GET", uri, all)));
        assert_eq!((outcome(&answer), answer.header("www-authenticate")), ((403, None), None), "no token helps");
        let [(Level::ERROR, line)] = &*lines else { panic!("{lines:?}") };
        assert!(line.contains(&format!("path=\"{template}\"")) && line.contains("do not list"), "{line}");
    }
}

#[test]
fn a_method_that_is_not_listed_is_refused_though_the_router_serves_it() {
    let router = enforced(routes());
    for (method, uri, allow) in [
        ("POST", "/me", "GET, HEAD"),
        ("DELETE", "/contacts", "GET, POST, OPTIONS, HEAD"),
        ("OPTIONS", "/contacts/5", "GET, DELETE, HEAD"),
        ("POST", "/report", "GET, HEAD"),
        ("GET", "/digest", "HEAD"),
        ("GET", "/trace", "TRACE"),
        ("POST", "/health", "GET, HEAD"),
    ] {
        for authorization in [None, Some("Bearer admin+contacts~write+history~read")] {
            let answer = ask(&router, request(method, uri, authorization));
            assert_eq!((outcome(&answer), answer.header("allow")), ((405, None), Some(allow)), "{method} {uri}");
        }
    }
}

#[test]
fn head_follows_get_unless_it_is_listed_itself() {
    let head = |uri, scopes| status("HEAD", uri, scopes);
    assert_eq!([head("/contacts", "contacts:read"), head("/contacts", "history:read")], [200, 403]);
    assert_eq!([head("/report", ""), status("GET", "/report", "")], [200, 403], "HEAD is public");
    assert_eq!([head("/digest", "users:read"), head("/digest", "contacts:read")], [200, 403]);
    assert_eq!(ask(&enforced(routes()), request("HEAD", "/report", None)).status, 200);
}

#[test]
fn a_fallback_is_reached_where_it_is_added_after_the_layer_alone() {
    for router in [routes(), Router::new().route("/contacts", handler("/contacts")).fallback(handler("/fallback"))] {
        let inside = ask(&enforced(router.clone()), with("GET", "/nowhere", "admin"));
        assert_eq!(outcome(&inside), (404, None));
        let outside = enforced(router.reset_fallback()).fallback(handler("/fallback"));
        assert_eq!(outcome(&ask(&outside, with("GET", "/nowhere", "admin"))), (200, Some("GET /fallback")));
        assert_eq!(outcome(&ask(&outside, request("GET", "/contacts", None))), (401, None));
    }
    assert_eq!(outcome(&ask(&enforced(Router::new()), with("GET", "/", "admin"))), (404, None));
}

#[test]
fn a_route_that_is_added_after_the_layer_is_not_covered_by_it() {
    // As axum has it. `Parity::probe` finds it.
    let router = enforced(Router::new()).route("/contacts", handler("/contacts"));
    assert_eq!(outcome(&ask(&router, request("GET", "/contacts", None))), (200, Some("GET /contacts")));
    let found = run(Parity::<Web>::of(&router).probe(&router)).disparities();
    assert!(found.contains(&Disparity::NotEnforced { method: "GET", path: "/contacts", status: 200 }), "{found:?}");
}

#[test]
fn an_endpoint_checks_for_servers_of_other_kinds_as_the_layer_does() {
    let router = enforced(routes());
    for endpoint in Web::ENDPOINTS {
        let path = endpoint.path().replace("{workspace}", "w1").replace(['{', '}', '*'], "");
        for scopes in [None, Some(""), Some("contacts:read"), Some("local-only contacts:write"), Some("admin suite")] {
            let granted = scopes.map(|scopes| Granted::<Scope>::parse(scopes).unwrap());
            let checked = endpoint.check(granted.as_ref());
            let token = scopes.map(|scopes| format!("Bearer {}", token(scopes)));
            let answer = ask(&router, request(endpoint.method(), &path, token.as_deref()));
            match checked {
                Ok(()) => assert_eq!(answer.status, 200, "{} {path} {scopes:?}", endpoint.method()),
                Err(challenge) => assert_eq!(
                    (answer.status, answer.header("www-authenticate")),
                    (challenge.status().as_u16(), Some(&*challenge.to_string())),
                    "{} {path} {scopes:?}",
                    endpoint.method()
                ),
            }
        }
    }
}

#[test]
fn a_route_layer_enforces_as_a_layer_does() {
    let router = routes().route_layer((Authenticate::new(verify), EnforceEndpoints::<Web>::new()));
    assert_eq!(outcome(&ask(&router, request("GET", "/contacts", None))), (401, None));
    assert_eq!(outcome(&ask(&router, with("GET", "/contacts", "contacts:read"))), (200, Some("GET /contacts")));
    assert_eq!(outcome(&ask(&router, with("GET", "/unlisted", "admin"))), (403, None));
}

#[test]
fn layers_that_are_missing_or_in_the_wrong_order_let_nobody_in() {
    let alone = routes().layer(EnforceEndpoints::<Web>::new());
    let wrong = routes().layer((EnforceEndpoints::<Web>::new(), Authenticate::new(verify)));
    for router in [alone, wrong] {
        let (answer, lines) = listen(|| ask(&router, with("GET", "/contacts", "contacts:read")));
        assert_eq!(outcome(&answer), (500, None));
        assert!(matches!(&*lines, [(Level::ERROR, line)] if line.contains("Authenticate")), "{lines:?}");
        assert_eq!(outcome(&ask(&router, with("GET", "/me", ""))), (500, None));
        assert_eq!(outcome(&ask(&router, request("GET", "/health", None))), (200, Some("GET /health")));
    }
}

#[test]
fn the_endpoints_are_those_of_the_layers_system() {
    let router = Router::new().route("/contacts", get(|| async {})).route("/report", get(|| async {}));
    let router = router.layer((Authenticate::new(verify), EnforceEndpoints::<Sipgate>::new()));
    assert_eq!(ask(&router, with("GET", "/contacts", "contacts:read")).status, 500, "a grant of another system");
    assert_eq!(ask(&router, with("GET", "/report", "history:read")).status, 403, "not listed by sipgate");
}

#[test]
fn methods_of_any_kind_reach_only_what_lists_them() {
    let router = enforced(routes());
    for method in ["get", "Get", "TRACE", "CONNECT", "PURGE", "GETX", "*", "head", "PATCH"] {
        let answer = ask(&router, with(method, "/contacts", "contacts:write admin"));
        assert_eq!(outcome(&answer), (405, None), "{method}");
    }
    assert_eq!([status("QUERY", "/search", "contacts:read"), status("QUERY", "/search", "history:read")], [200, 403]);
    assert_eq!([status("TRACE", "/trace", "admin"), status("TRACE", "/trace", "users:read")], [200, 403]);
    assert_eq!(status("OPTIONS", "/contacts", ""), 200);
}
