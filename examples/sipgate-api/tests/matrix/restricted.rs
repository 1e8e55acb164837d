//! Restrictions and inclusion over two steps, which sipgate's catalogue has not: a second router with a manifest of its
//! own, and every set of scopes on every endpoint.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::routing::any;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use scopes_runtime::{Authenticate, BearerToken, EnforceEndpoints, Granted, Scopes, System as _, TokenError};

use super::catalogue::{Catalogue, Credentials};
use super::expected::assert_refused;
use super::wire::{Stub, request};

/// A library's.
#[derive(Clone, Copy, Debug, Scopes)]
#[scopes(manifest = "tests/matrix/restricted.toml", path = crate::restricted)]
pub(crate) struct Library;

/// A token that says what it grants: `t` and the scope string in base64.
async fn verify(token: BearerToken) -> Result<Granted<Scope>, TokenError> {
    let text = token.as_str().strip_prefix('t').and_then(|text| URL_SAFE_NO_PAD.decode(text).ok());
    let text = text.and_then(|text| String::from_utf8(text).ok()).ok_or(TokenError::invalid_because("forged"))?;
    Ok(Granted::parse(&text)?)
}

fn bearer(scopes: &str) -> String {
    format!("Bearer t{}", URL_SAFE_NO_PAD.encode(scopes))
}

/// A router with all endpoints, and how often one of its handlers was reached.
fn library() -> (Stub, Arc<AtomicUsize>) {
    let calls = Arc::new(AtomicUsize::new(0));
    let mut router = Router::new();
    for path in ["/books", "/loans", "/me", "/session", "/health"] {
        let counted = Arc::clone(&calls);
        let handler = move || std::future::ready(counted.fetch_add(1, Ordering::SeqCst).to_string());
        router = router.route(path, any(handler));
    }
    (Stub::start(router.layer((Authenticate::new(verify), EnforceEndpoints::<Library>::new()))), calls)
}

#[test]
fn every_set_of_scopes_opens_what_the_manifest_says() {
    let catalogue = Catalogue::parse(include_str!("restricted.toml"));
    let (stub, calls) = library();
    let mut connection = stub.connect();
    let mut passed = 0;
    for number in 0..1_u32 << catalogue.names.len() {
        let chosen = catalogue.names.iter().enumerate().filter(|(place, _)| number >> place & 1 == 1);
        let names: Vec<String> = chosen.map(|(_, name)| name.clone()).collect();
        let authorization = bearer(&names.join(" "));
        for endpoint in Library::ENDPOINTS {
            let (method, path) = (endpoint.method(), endpoint.path());
            let answer = connection.ask(&request(method, path, &[("Authorization", &authorization)], None));
            if let Some(refusal) = catalogue.refusal(method, path, &Credentials::Names(names.clone())) {
                assert_refused(&answer, &refusal, None, &format!("{method} {path} with {names:?}"));
            } else {
                assert_eq!(answer.status, 200, "{method} {path} with {names:?}: {answer:?}");
                passed += 1;
            }
            assert_eq!(calls.load(Ordering::SeqCst), passed, "{method} {path} with {names:?}");
        }
    }
    assert!(passed > 100 && passed < 800, "{passed}");
}

#[test]
fn a_restriction_is_held_under_its_own_name_alone() {
    let (stub, _) = library();
    let status =
        |path: &str, scopes: &str| stub.ask(&request("GET", path, &[("Authorization", &bearer(scopes))], None)).status;
    assert_eq!(status("/loans", "loans:read"), 200);
    assert_eq!(status("/loans", "loans:read read-only"), 403);
    // Another name, which is not known, narrows nothing and grants nothing.
    assert_eq!(status("/loans", "loans:read READ-ONLY"), 200);
    assert_eq!(status("/books", "books:read read-only public-only"), 200);
    assert_eq!(status("/session", "read-only"), 403);
    assert_eq!(status("/me", "read-only"), 200);
    assert_eq!(status("/health", "public-only read-only"), 200);
}
