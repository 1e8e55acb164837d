//! Whether a router really asks for tokens, which its routes do not show.

use axum::Router;
use axum::http::StatusCode;
use axum::middleware::map_response;
use axum::routing::get;
use scopes_runtime::{Authenticate, BearerToken, EnforceEndpoints, Granted, Parity, Permit, Requires, TokenError};

use super::{Library, Scope, handler, router};

#[derive(Requires)]
#[requires(Library: endpoint "GET /loans")]
struct ListLoans;

async fn verify(_: BearerToken) -> Result<Granted<Scope>, TokenError> {
    Err(TokenError::invalid())
}

/// The router with the layers that it should have.
fn enforced(router: Router) -> Router {
    router.layer((Authenticate::new(verify), EnforceEndpoints::<Library>::new()))
}

/// What sending requests finds.
fn probed(router: &Router) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let parity = runtime.block_on(Parity::<Library>::of(router).probe(router));
    parity.disparities().iter().map(ToString::to_string).collect()
}

#[test]
fn a_router_that_is_enforced_passes() {
    assert_eq!(probed(&enforced(router())), [""; 0]);
}

#[test]
fn a_router_without_the_layer_answers_everybody() {
    let found = probed(&router());
    assert_eq!(found.len(), 7, "all but the public endpoint: {found:?}");
    assert_eq!(
        found[0],
        "`GET /books` answers a request without a token with 200 and no challenge: no layer covers it"
    );
}

#[test]
fn a_route_that_comes_after_the_layer_is_found() {
    let covered = enforced(Router::new().route("/books", get(handler)));
    let found = probed(&covered.route("/loans", get(handler)));
    assert!(found.iter().any(|line| line.starts_with("`GET /loans` answers")), "{found:?}");
    assert!(!found.iter().any(|line| line.starts_with("`GET /books` answers")), "{found:?}");
}

#[test]
fn a_permit_alone_asks_as_well() {
    let guarded = get(async |_: Permit<ListLoans>| ());
    let found = probed(&Router::new().route("/loans", guarded).layer(Authenticate::new(verify)));
    assert!(!found.iter().any(|line| line.starts_with("`GET /loans` answers")), "{found:?}");
}

#[test]
fn another_refusal_is_no_challenge() {
    let refused = map_response(async |_: axum::response::Response| StatusCode::UNAUTHORIZED);
    assert_eq!(probed(&enforced(router()).layer(refused)).len(), 7);
}

#[test]
fn what_a_status_says_is_said() {
    let unordered = router().layer(EnforceEndpoints::<Library>::new());
    let found = probed(&unordered);
    assert_eq!(found.len(), 7);
    assert!(found[0].ends_with(
        "with 500 and no challenge: it failed; where the log says so, `Authenticate` has not run before the check"
    ));
    let found = probed(&Router::new());
    assert!(found[0].ends_with("with 404 and no challenge: it is not served there"), "{found:?}");
}
