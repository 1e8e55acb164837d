//! The parity test finds everything that differs between a router, the manifest and a document, and nothing else.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use axum::Router;
use axum::routing::{MethodFilter, any, delete, get, on};
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
        .with_state(0)
}

/// A document that says what the manifest does.
fn document() -> Value {
    let oauth2 = OAuth2::<Library>::new("oauth2").unwrap();
    let mut document = json!({ "openapi": "3.1.0", "components": oauth2.components(), "paths": {} });
    for endpoint in <Library as scopes_runtime::System>::ENDPOINTS {
        let path = endpoint.path().replace("{*path}", "{path}");
        let method = endpoint.method().to_lowercase();
        document["paths"][path][method]["security"] = json!(oauth2.security_of(endpoint.access()));
    }
    document
}

#[test]
fn what_is_the_same_is_found_the_same() {
    Parity::<Library>::of(&router()).assert();
    Parity::<Library>::of(&router()).document(&document()).assert();
}

#[test]
fn a_scope_is_needed_by_an_endpoint_or_elsewhere() {
    let elsewhere = Library!(set["books:read", "profile"]);
    let lines = Parity::<Library>::of(&router()).needed_elsewhere(elsewhere).disparities();
    assert_eq!(lines, [Disparity::NeededHere("books:read")]);
}

mod document;
mod probe;
mod served;

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
