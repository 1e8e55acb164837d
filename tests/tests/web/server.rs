//! A server's side of the tests: tokens that say what they grant, the verifier that reads them, requests and answers.

use axum::Router;
use axum::body::{Body, to_bytes};
use http::header::AUTHORIZATION;
use http::{HeaderMap, Request};
use scopes_runtime::{BearerToken, Granted, TokenError};
use scopes_tests::web::Scope;
use tower::ServiceExt as _;

/// A token that the verifiers here read as a grant of these scopes.
pub(crate) fn token(scopes: &str) -> String {
    // A scope's name may have what a token may not.
    if scopes.is_empty() { "nothing".to_owned() } else { scopes.replace(':', "~").replace(' ', "+") }
}

/// The verifier: what [`token`] made is good, `expired` and `unavailable` are not.
pub(crate) async fn verify(token: BearerToken) -> Result<Granted<Scope>, TokenError> {
    // As one that asks another server: it is not there at once.
    tokio::task::yield_now().await;
    match token.as_str() {
        "expired" => Err(TokenError::invalid_because("the token has expired")),
        "unavailable" => Err(TokenError::unavailable()),
        "nothing" => Ok(Granted::default()),
        token => Ok(Granted::parse(&token.replace('~', ":").replace('+', " "))?),
    }
}

/// A request with this whole header, or none.
pub(crate) fn request<B: Default>(method: &str, uri: &str, authorization: Option<&str>) -> Request<B> {
    let request = Request::builder().method(method).uri(uri);
    let request = authorization.into_iter().fold(request, |request, value| request.header(AUTHORIZATION, value));
    request.body(B::default()).unwrap()
}

/// A request with a token for these scopes.
pub(crate) fn with<B: Default>(method: &str, uri: &str, scopes: &str) -> Request<B> {
    request(method, uri, Some(&format!("Bearer {}", token(scopes))))
}

/// What a router answers.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

pub(crate) fn ask(router: &Router, request: Request<Body>) -> Answer {
    run(async {
        let response = router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: head.status.as_u16(), headers: head.headers, body: String::from_utf8(body.to_vec()).unwrap() }
    })
}

/// Status and body of the answer to a request with a token for these scopes.
pub(crate) fn get(router: &Router, uri: &str, scopes: &str) -> (u16, String) {
    let answer = ask(router, with("GET", uri, scopes));
    (answer.status, answer.body)
}

/// Runs it on this thread, so that what it logs can be listened to.
pub(crate) fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}
