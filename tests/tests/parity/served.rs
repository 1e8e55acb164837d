//! What a router serves, against what the manifest lists.

use axum::Router;
use axum::routing::{any, get, post};
use scopes_runtime::{Disparity, Parity};

use super::{Library, handler, router};

fn found_in(router: &Router) -> Vec<String> {
    Parity::<Library>::of(router).disparities().iter().map(ToString::to_string).collect()
}

#[test]
fn a_route_that_is_not_listed_is_found_however_it_is_added() {
    let handler_of_other = Router::new().route("/other", post(handler));
    let expected = ["`POST /other` is served and not in [endpoints]: list it there"];
    assert_eq!(found_in(&router().route("/other", post(handler))), expected);
    assert_eq!(found_in(&router().merge(handler_of_other.clone())), expected);
    assert_eq!(
        found_in(&router().nest("/a", handler_of_other)),
        ["`POST /a/other` is served and not in [endpoints]: list it there"]
    );
    assert_eq!(
        found_in(&router().route("/other", any(handler))),
        ["`any /other` is served and not in [endpoints]: list it there"]
    );
    assert_eq!(
        found_in(&router().route("/loans", post(handler))),
        ["`POST /loans` is served and not in [endpoints]: list it there"]
    );
}

#[test]
fn a_path_of_odd_characters_is_read_from_the_router() {
    for path in ["/a\"b", "/a\\b", "/{{x}}", "/a, b", "/a: \"b\"", "/)", "/}}", "/ü", "/'"] {
        let found = found_in(&router().route(path, get(handler)));
        assert_eq!(found, [format!("`GET {path}` is served and not in [endpoints]: list it there")]);
    }
}

#[test]
fn a_listed_route_that_is_not_served_is_found() {
    let disparities = Parity::<Library>::of(&Router::<()>::new()).disparities();
    let not_served = disparities.iter().filter(|one| matches!(one, Disparity::NotServed { .. })).count();
    assert_eq!((disparities.len(), not_served), (8, 8));

    let routes = [("GET", "/books"), ("POST", "/books"), ("GET", "/books/{x}"), ("GET", "/loans")];
    let routes = routes.into_iter().chain([("DELETE", "/fines/{y}"), ("HEAD", "/me"), ("GET", "/health")]);
    let routes = routes.chain([("GET", "/cards/{card}")]);
    let lines: Vec<_> = Parity::<Library>::of_routes(routes).disparities().iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "`GET /cards/{card}` is served and not in [endpoints]: list it there",
            "`GET /me` is in [endpoints] and not served: add the route or remove the line",
            "`GET /cards/{*path}` is in [endpoints] and not served: add the route or remove the line",
        ]
    );
}

#[test]
fn a_fallback_is_found_wherever_it_stands_and_can_be_allowed() {
    let page = || async { "no such page" };
    let other = Router::new().route("/admin", post(handler));
    let nested = Router::new().route("/{id}/pages", get(handler)).fallback(page);
    let whole = ["a fallback answers what no route under `/` matches: if it serves nothing that needs a token, call \
                  `allow_fallback(\"/\")`"];
    assert_eq!(found_in(&router().fallback(page)), whole);
    assert_eq!(found_in(&router().fallback_service(other)), whole);
    assert_eq!(found_in(&router().fallback(page).reset_fallback()), [""; 0]);
    Parity::<Library>::of(&router().fallback(page)).allow_fallback("/").assert();

    let shelves = Disparity::Fallback { path: "/shelves".to_owned() };
    let parity = || Parity::<Library>::of(&router().nest("/shelves", nested.clone()));
    assert!(parity().disparities().contains(&shelves));
    assert!(parity().allow_fallback("/").disparities().contains(&shelves), "each is allowed by itself");
    assert!(!parity().allow_fallback("/shelves").disparities().contains(&shelves));
}

#[test]
fn an_answer_to_other_methods_is_no_handler_of_them() {
    let page = || async { "not so" };
    let by_route: Router = Router::new().route("/books", get(handler).fallback(page));
    for router in [by_route, Router::new().route("/books", get(handler)).method_not_allowed_fallback(page)] {
        let disparities = Parity::<Library>::of(&router).disparities();
        let missing = Disparity::NotServed { method: "POST", path: "/books" };
        assert!(disparities.contains(&missing), "{disparities:?}");
    }
    let disparities = Parity::<Library>::of(&Router::<()>::new().route("/books", any(handler))).disparities();
    assert!(!disparities.iter().any(|one| one.to_string().contains("/books`")), "{disparities:?}");
}

#[test]
fn a_service_that_is_nested_as_such_is_told_apart() {
    let inner = Router::new().route("/other", post(handler));
    let router = router().nest_service("/a", inner);
    assert_eq!(
        found_in(&router),
        [
            "a service is nested at `/a`, which cannot be enforced from outside: nest a router, or let the service enforce \
          for itself and call `allow_nested_service(\"/a\")`"
        ]
    );
    Parity::<Library>::of(&router).allow_nested_service("/a").assert();
}

#[test]
fn a_template_that_is_not_closed_is_not_cut_short() {
    let disparities = Parity::<Library>::of_routes([("GET", "/books{"), ("GET", "/books{x/admin")]).disparities();
    let not_listed = disparities.iter().filter(|one| matches!(one, Disparity::NotListed { .. })).count();
    assert_eq!(not_listed, 2, "{disparities:?}");
}
