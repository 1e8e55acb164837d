//! The parity test finds everything that differs between a router, the manifest and a document, and nothing else.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use axum::Router;
use axum::routing::{MethodFilter, any, delete, get, on, post};
use scopes_runtime::{Disparity, OAuth2, Parity, Scopes};
use serde_json::{Value, json};

/// A made-up library.
#[derive(Debug, Scopes)]
#[scopes(manifest = "manifests/library.toml")]
pub struct Library;

async fn handler() {}

/// Serves what the manifest lists, put together in many ways.
fn router() -> Router {
    let books = Router::new().route("/", get(handler).post(handler)).route("/{id}", get(handler));
    let rest = Router::new().route("/health", get(handler)).route("/cards/{*rest}", any(handler));
    Router::<u8>::new()
        .nest("/books", books.with_state(()))
        .route("/loans", on(MethodFilter::GET, handler))
        .merge(rest.with_state(()))
        .route("/fines/{fine}", delete(handler))
        .route_service("/me", get(handler).with_state(()))
        .layer(tower::util::MapRequestLayer::new(|request| request))
        .fallback(handler)
        .with_state(0)
}

/// A document that says what the manifest does.
fn document() -> Value {
    let oauth2 = OAuth2::<Library>::new("oauth2").unwrap();
    let mut document = json!({ "openapi": "3.1.0", "components": oauth2.components(), "paths": {} });
    for endpoint in <Library as scopes_runtime::System>::ENDPOINTS {
        let path = endpoint.path().replace("{*path}", "{path}");
        let method = endpoint.method().to_lowercase();
        document["paths"][path][method]["security"] = json!(oauth2.security_of(*endpoint.access()));
    }
    document
}

/// What is found where the document is changed.
fn found(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut document = document();
    change(&mut document);
    let disparities = Parity::<Library>::of(&router()).document(&document).disparities();
    disparities.iter().map(ToString::to_string).collect()
}

fn found_in(router: &Router) -> Vec<String> {
    Parity::<Library>::of(router).disparities().iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_the_same_is_found_the_same() {
    Parity::<Library>::of(&router()).assert();
    Parity::<Library>::of(&router()).document(&document()).assert();
}

#[test]
fn a_route_that_is_not_listed_is_found_however_it_is_added() {
    let handler_of_other = Router::new().route("/other", post(handler));
    let expected = ["`POST /other` is served and not in [endpoints]: list it there"];
    assert_eq!(found_in(&router().route("/other", post(handler))), expected);
    assert_eq!(found_in(&router().merge(handler_of_other.clone())), expected);
    assert_eq!(
        found_in(&router().nest("/a", handler_of_other.clone())),
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
    let nested = found_in(&router().nest_service("/a", handler_of_other));
    assert!(nested.iter().any(|line| line.contains("`any /a/")), "{nested:?}");
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
fn a_document_that_differs_is_found() {
    let differs = |path: &str, method: &str, security: Value| {
        found(|document| {
            document["paths"][path][method]["security"] = security;
        })
    };
    assert_eq!(
        differs("/books", "get", json!([{ "oauth2": ["books:write"] }])),
        ["`GET /books` requires `books:read`, and the document says `books:write`"]
    );
    assert_eq!(
        differs("/books", "get", json!([{ "oauth2": ["books:read"] }, {}])),
        ["`GET /books` requires `books:read`, and the document says no token"]
    );
    assert_eq!(
        differs("/books", "get", json!([{ "oauth2": [] }])),
        ["`GET /books` requires `books:read`, and the document says any token"]
    );
    assert_eq!(
        differs("/loans", "get", json!([{ "oauth2": ["loans:import", "loans:read", "books:read"] }])),
        ["`GET /loans` requires `books:read loans:read` or `loans:import`, \
          and the document says `books:read loans:import loans:read`"]
    );
    assert_eq!(differs("/me", "get", json!([])), ["`GET /me` requires any token, and the document says no token"]);
    assert_eq!(
        differs("/health", "get", json!([{ "oauth2": [] }])),
        ["`GET /health` requires no token, and the document says any token"]
    );
    let order = json!([{ "oauth2": ["books:read", "loans:read"] }, { "oauth2": ["loans:import"] }]);
    assert_eq!(differs("/loans", "get", order), [""; 0], "neither order makes a difference");
}

#[test]
fn the_security_of_the_whole_document_holds_where_an_operation_says_nothing() {
    let mut lines = found(|document| {
        document["security"] = json!([{ "oauth2": ["books:read"] }]);
        for path in ["/books", "/health"] {
            document["paths"][path]["get"].as_object_mut().unwrap().remove("security");
        }
    });
    assert_eq!(lines.pop().unwrap(), "`GET /health` requires no token, and the document says `books:read`");
    assert_eq!(lines, [""; 0]);
}

#[test]
fn an_operation_that_only_one_has_is_found() {
    let lines = found(|document| {
        document["paths"].as_object_mut().unwrap().remove("/loans");
        document["paths"]["/other"]["put"] = json!({});
        document["paths"]["/other"]["parameters"] = json!([]);
    });
    assert_eq!(
        lines,
        ["the document has `PUT /other`, which is not in [endpoints]", "the document lacks `GET /loans`"]
    );
}

#[test]
fn a_document_that_is_none_is_a_disparity() {
    for (document, expected) in [
        (json!(null), "the document is no object"),
        (json!({ "paths": [] }), "the document's `paths` is no object"),
        (json!({ "paths": { "/books": { "get": { "security": {} } } } }), "`security` of `GET /books` is malformed"),
        (
            json!({ "paths": { "/books": { "get": { "security": [{ "a": [1] }] } } } }),
            "`security` of `GET /books` is malformed",
        ),
        (
            json!({ "paths": { "/books": { "$ref": "x" } } }),
            "`/books` in the document is a reference, which is not followed",
        ),
    ] {
        let disparities = Parity::<Library>::of(&router()).document(&document).disparities();
        assert_eq!(disparities, [Disparity::Unreadable(expected.to_owned())]);
    }
}

#[test]
fn a_scope_is_needed_by_an_endpoint_or_elsewhere() {
    let elsewhere = Library!(set["books:read", "profile"]);
    let lines = Parity::<Library>::of(&router()).needed_elsewhere(elsewhere).disparities();
    assert_eq!(lines, [Disparity::Needed("books:read")]);
}

mod unneeded {
    //! Another manifest, whose scopes have no use.

    use scopes_runtime::{Disparity, Parity, Scopes};

    /// Two of three scopes that nothing needs.
    #[derive(Debug, Scopes)]
    #[scopes(manifest = "manifests/unneeded.toml", path = crate::unneeded)]
    pub struct Unneeded;

    #[test]
    fn a_scope_that_no_endpoint_needs_is_found() {
        let parity = || Parity::<Unneeded>::of_routes([("GET", "/a")]);
        assert_eq!(parity().disparities(), [Disparity::Unneeded("b"), Disparity::Unneeded("quiet")]);
        parity().needed_elsewhere(Unneeded!(set["b", "quiet"])).assert();
    }
}

#[test]
#[should_panic(expected = "the manifest of `library` and the program differ:\n- `GET /books` is in [endpoints]")]
fn a_disparity_fails_the_test() {
    Parity::<Library>::of(&Router::<()>::new()).assert();
}
