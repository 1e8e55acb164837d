//! The layer `RequireScopes`: every answer, and that what it guards is not reached otherwise.

use std::convert::Infallible;

use http::{Request, Response};
use scopes_runtime::{Authenticate, Granted, RequireScopes, Requirement, Requires, ResourceGrants};
use scopes_tests::sipgate;
use scopes_tests::web::{Scope, Web};
use tower::{Layer as _, Service, ServiceExt as _, service_fn};
use tracing::Level;

use crate::header::Parameters;
use crate::log::listen;
use crate::server::{request, run, verify, with};

/// What is guarded.
fn guarded() -> impl Service<Request<()>, Response = Response<&'static str>, Error = Infallible, Future: Send> + Clone {
    service_fn(|_: Request<()>| async { Ok(Response::new("reached")) })
}

/// Status and body behind both layers.
fn ask(requirement: Requirement<Scope>, request: Request<()>) -> Response<&'static str> {
    run((Authenticate::new(verify), RequireScopes::new(requirement)).layer(guarded()).oneshot(request)).unwrap()
}

fn outcome(response: &Response<&'static str>) -> (u16, &'static str) {
    (response.status().as_u16(), response.body())
}

#[test]
fn a_token_that_meets_the_requirement_comes_through() {
    let read = Web!(all["contacts:read"]);
    for scopes in ["contacts:read", "contacts:write", "unknown contacts:write admin"] {
        assert_eq!(outcome(&ask(read, with("GET", "/", scopes))), (200, "reached"));
    }
    let honouring = Web!(all["contacts:read"] under["local-only"]);
    assert_eq!(outcome(&ask(honouring, with("GET", "/", "local-only contacts:read"))), (200, "reached"));
}

#[test]
fn every_other_request_is_answered_with_its_challenge() {
    let cases = [
        (None, 401, "Bearer scope=\"contacts:write\""),
        (Some("Basic abc"), 401, "Bearer scope=\"contacts:write\""),
        (Some("Bearer expired"), 401, "Bearer error=\"invalid_token\", error_description=\"the token has expired\""),
        (
            Some("Bearer"),
            400,
            "Bearer error=\"invalid_request\", \
             error_description=\"the Authorization header is not Bearer and a token\"",
        ),
        (
            Some("Bearer contacts~read"),
            403,
            "Bearer error=\"insufficient_scope\", error_description=\"missing: contacts:write\", \
             scope=\"contacts:write\"",
        ),
        (
            Some("Bearer contacts~write+local-only"),
            403,
            "Bearer error=\"insufficient_scope\", \
             error_description=\"not allowed to a token restricted by local-only\", scope=\"contacts:write\"",
        ),
    ];
    for (authorization, status, header) in cases {
        let response = ask(Web!(all["contacts:write"]), request("GET", "/", authorization));
        assert_eq!(outcome(&response), (status, ""), "{authorization:?}");
        assert_eq!(response.headers()["www-authenticate"], header);
        assert_eq!(response.headers().len(), 1);
    }
}

#[test]
fn a_claim_that_is_malformed_is_an_invalid_token() {
    let response = ask(Web!(all["contacts:read"]), with("GET", "/", "contacts:read  admin"));
    assert_eq!(outcome(&response), (401, ""));
    let parameters = Parameters::of(response.headers());
    assert_eq!(parameters.get("error_description"), Some("the scope claim is malformed"));
}

#[test]
fn a_verifier_that_is_unavailable_is_503_without_a_challenge() {
    let mut request = request("GET", "/", Some("Bearer unavailable"));
    request.extensions_mut().insert(Granted::<Scope>::new(Web!(set["admin"])));
    let response = ask(Web!(all["admin"]), request);
    assert_eq!((outcome(&response), response.headers().len()), ((503, ""), 0));
}

#[test]
fn without_authenticate_nobody_is_let_in_and_the_log_says_so() {
    let alone = || RequireScopes::new(Web!(all["admin"])).layer(guarded());
    let (response, lines) = listen(|| run(alone().oneshot(with("GET", "/", "admin"))).unwrap());
    assert_eq!((outcome(&response), response.headers().len()), ((500, ""), 0));
    let [(level, line)] = &*lines else { panic!("{lines:?}") };
    assert_eq!(*level, Level::ERROR);
    assert!(line.contains("no layer `Authenticate` has run"), "{line}");

    // A request with a grant for it may as well come from another layer.
    let mut request = request("GET", "/", None);
    request.extensions_mut().insert(Granted::<Scope>::new(Web!(set["admin"])));
    assert_eq!(outcome(&run(alone().oneshot(request)).unwrap()), (200, "reached"));
}

#[test]
fn the_layers_in_the_wrong_order_let_nobody_in() {
    let service = (RequireScopes::new(Web!(all["admin"])), Authenticate::new(verify)).layer(guarded());
    assert_eq!(outcome(&run(service.oneshot(with("GET", "/", "admin"))).unwrap()), (500, ""));
}

#[test]
fn a_grant_of_another_system_is_none() {
    let other = |_| async { Ok(Granted::<sipgate::Scope>::new(sipgate::ScopeSet::ALL)) };
    let service = (Authenticate::new(other), RequireScopes::new(Web!(all["contacts:read"]))).layer(guarded());
    assert_eq!(outcome(&run(service.oneshot(with("GET", "/", "admin"))).unwrap()), (500, ""));
}

#[test]
fn a_scope_that_is_bound_to_a_resource_is_not_met_without_it() {
    let verifier = |_| async { Ok(ResourceGrants::new(Granted::<Scope>::new(Web!(set["files:read"])), [1, 2])) };
    let service = (Authenticate::new(verifier), RequireScopes::new(Web!(all["files:read"]))).layer(guarded());
    let response = run(service.oneshot(with("GET", "/", ""))).unwrap();
    assert_eq!(outcome(&response), (403, ""));
    let parameters = Parameters::of(response.headers());
    assert_eq!(parameters.get("error_description"), Some("not granted for this resource"));
}

#[test]
fn a_text_that_would_break_the_header_or_says_nothing_is_left_out() {
    use scopes_runtime::TokenError;
    for text in ["", "say \"no\"", "back\\slash", "two\r\nlines", "z\u{fc}rich"] {
        let verifier = move |_| async move { Err::<Granted<Scope>, _>(TokenError::invalid_because(text)) };
        let service = (Authenticate::new(verifier), RequireScopes::new(Web!(all["admin"]))).layer(guarded());
        let response = run(service.oneshot(with("GET", "/", ""))).unwrap();
        assert_eq!(response.headers()["www-authenticate"], "Bearer error=\"invalid_token\"", "{text}");
    }
}

#[test]
fn what_is_required_may_be_said_by_a_type() {
    #[derive(Requires)]
    #[requires(Web: endpoint "GET /search")]
    struct Search;

    let layer = RequireScopes::of::<Search>();
    assert_eq!(layer, RequireScopes::new(Web!(endpoint "GET /search")));
    let ask = |scopes| {
        let service = (Authenticate::new(verify), layer).layer(guarded());
        outcome(&run(service.oneshot(with("GET", "/", scopes))).unwrap()).0
    };
    assert_eq!((ask("admin"), ask("users:read history:read"), ask("users:read contacts:read")), (200, 200, 403));
}
