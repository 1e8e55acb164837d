//! On the way out `Authenticate` puts the server's realm and metadata into challenges, whoever made them, and into
//! nothing else.

use std::convert::Infallible;

use http::header::{HeaderValue, WWW_AUTHENTICATE};
use http::{HeaderMap, Request, Response, StatusCode};
use scopes_runtime::{Authenticate, Challenge, Granted, Rejection, RequireScopes};
use scopes_tests::web::{Scope, Web};
use tower::{Layer, Service, ServiceExt as _, service_fn};

use crate::header::Parameters;
use crate::server::{request, run, verify, with};

const METADATA: &str = "https://api.example.com/.well-known/oauth-protected-resource";

/// What is in the challenge of an answer, beside realm and metadata.
fn completed(response: &Response<()>) -> Vec<String> {
    let parameters = Parameters::of(response.headers());
    assert_eq!(parameters.get("realm"), Some("web"), "{parameters:?}");
    assert_eq!(parameters.get("resource_metadata"), Some(METADATA), "{parameters:?}");
    let names = parameters.names();
    names.into_iter().filter(|name| *name != "realm" && *name != "resource_metadata").map(str::to_owned).collect()
}

/// The answer of a handler that makes this of the request's grant, behind the layer.
fn answer(request: Request<()>, handler: impl Fn(&Granted<Scope>) -> Response<()> + Clone) -> Response<()> {
    ask(
        request,
        service_fn(move |request: Request<()>| {
            let response = handler(request.extensions().get().unwrap_or(&Granted::default()));
            async { Ok(response) }
        }),
    )
}

fn ask<T>(request: Request<()>, service: T) -> Response<()>
where
    T: Service<Request<()>, Response = Response<()>, Error = Infallible> + Clone,
{
    let layer = Authenticate::new(verify).realm("web").unwrap().resource_metadata(METADATA).unwrap();
    run(layer.layer(service).oneshot(request)).unwrap()
}

fn with_header(status: StatusCode, value: &'static str) -> Response<()> {
    let mut response = Response::new(());
    *response.status_mut() = status;
    response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static(value));
    response
}

fn header_values(headers: &HeaderMap) -> Vec<&str> {
    headers.get_all(WWW_AUTHENTICATE).iter().map(|value| value.to_str().unwrap()).collect()
}

#[test]
fn the_challenges_of_a_layer_further_inside_are_completed() {
    let service = || {
        let rule = RequireScopes::new(Web!(all["contacts:read"]));
        rule.layer(service_fn(|_: Request<()>| async { Ok(Response::new(())) }))
    };
    let cases: [(Option<&str>, u16, &[&str]); 5] = [
        (None, 401, &["scope"]),
        (Some("Bearer expired"), 401, &["error", "error_description"]),
        (Some("Bearer"), 400, &["error", "error_description"]),
        (Some("Bearer a b"), 400, &["error", "error_description"]),
        (Some("Bearer admin"), 403, &["error", "error_description", "scope"]),
    ];
    for (authorization, status, wanted) in cases {
        let response = ask(request("GET", "/", authorization), service());
        assert_eq!(
            (response.status().as_u16(), &*completed(&response)),
            (status, &*wanted.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()),
            "{authorization:?}"
        );
    }
}

#[test]
fn the_challenges_that_a_handler_makes_are_completed() {
    let denied = |granted: &Granted<Scope>| granted.check(&Web!(all["admin"])).unwrap_err();
    let with = || with("GET", "/", "contacts:read");
    let response = answer(with(), move |granted| Challenge::insufficient_scope(&denied(granted)).into_response());
    assert_eq!((response.status().as_u16(), completed(&response).len()), (403, 3));
    let response = answer(with(), move |granted| Rejection::from(denied(granted)).into_response());
    assert_eq!((response.status().as_u16(), completed(&response).len()), (403, 3));
    let response = answer(with(), |_| Challenge::unauthenticated().into_response());
    assert_eq!((response.status().as_u16(), completed(&response).len()), (401, 0));
}

#[test]
fn what_a_challenge_says_by_itself_stays() {
    let url = "https://other.example.com/metadata";
    let own = move |_: &Granted<Scope>| {
        let challenge = Challenge::invalid_token().with_realm("own").unwrap();
        challenge.with_resource_metadata(url).unwrap().into_response()
    };
    let response = answer(request("GET", "/", None), own);
    let parameters = Parameters::of(response.headers());
    assert_eq!((parameters.get("realm"), parameters.get("resource_metadata")), (Some("own"), Some(url)));
}

#[test]
fn the_outer_of_two_layers_adds_what_the_inner_has_not() {
    let inner = Authenticate::new(verify).realm("inner").unwrap();
    let outer = Authenticate::new(verify).realm("outer").unwrap().resource_metadata(METADATA).unwrap();
    let handler =
        service_fn(|_: Request<()>| async { Ok::<_, Infallible>(Challenge::unauthenticated().into_response::<()>()) });
    let response = run((outer, inner).layer(handler).oneshot(request("GET", "/", None))).unwrap();
    let parameters = Parameters::of(response.headers());
    assert_eq!((parameters.get("realm"), parameters.get("resource_metadata")), (Some("inner"), Some(METADATA)));
}

#[test]
fn other_answers_stay_as_they_are() {
    let basic = answer(request("GET", "/", None), |_| with_header(StatusCode::UNAUTHORIZED, "Basic realm=\"files\""));
    assert_eq!(header_values(basic.headers()), ["Basic realm=\"files\""]);
    let fine = answer(with("GET", "/", "admin"), |_| Response::new(()));
    assert_eq!((fine.status(), fine.headers().len()), (StatusCode::OK, 0));
    let bare = answer(request("GET", "/", None), |_| {
        let mut response = Response::new(());
        *response.status_mut() = StatusCode::UNAUTHORIZED;
        response
    });
    assert_eq!(header_values(bare.headers()), [""; 0], "a handler's own 401 is its own business");
}

#[test]
fn a_layer_without_realm_and_metadata_changes_nothing() {
    let handler =
        service_fn(|_: Request<()>| async { Ok::<_, Infallible>(Challenge::invalid_token().into_response::<()>()) });
    let response = run(Authenticate::new(verify).layer(handler).oneshot(request("GET", "/", None))).unwrap();
    assert_eq!(header_values(response.headers()), ["Bearer error=\"invalid_token\""]);
}

#[test]
fn realm_and_metadata_of_the_layer_are_looked_at_as_those_of_a_challenge() {
    let layer = || Authenticate::new(verify);
    assert!(layer().realm("a\"b").is_err() && layer().realm("").is_err() && layer().realm("a\r\nb").is_err());
    assert!(layer().resource_metadata("https://a b").is_err() && layer().resource_metadata("").is_err());
    assert_eq!(layer().resource_metadata("a\u{e4}").unwrap_err().place(), 1);
}

#[test]
fn an_answer_that_a_layer_between_has_made_another_of_stays_so() {
    // Such a layer hides that there is anything: the challenge is gone, and its extension is not.
    let hiding = |granted: &Granted<Scope>| {
        let denied = granted.check(&Web!(all["admin"])).unwrap_err();
        let mut response: Response<()> = Challenge::insufficient_scope(&denied).into_response();
        *response.status_mut() = StatusCode::NOT_FOUND;
        response.headers_mut().remove(WWW_AUTHENTICATE);
        response
    };
    let response = answer(with("GET", "/", "contacts:read"), hiding);
    assert_eq!((response.status().as_u16(), header_values(response.headers())), (404, vec![]));
}

#[test]
fn a_second_challenge_that_a_layer_between_has_added_stays() {
    // RFC 9110 section 11.6.1: a server may offer more than one scheme.
    let both = |_: &Granted<Scope>| {
        let mut response: Response<()> = Challenge::unauthenticated().into_response();
        response.headers_mut().append(WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"web\""));
        response
    };
    let response = answer(request("GET", "/", None), both);
    let values = header_values(response.headers());
    assert_eq!(values.len(), 2, "{values:?}");
    assert!(values[0].starts_with("Bearer realm=\"web\"") && values[1] == "Basic realm=\"web\"", "{values:?}");
}
