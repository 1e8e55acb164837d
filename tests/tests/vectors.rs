//! The token vectors: scope claims against a small manifest. Manifest vectors run in `scopes-manifest`.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use scopes_runtime::{Granted, Requested, Requirement, Scope as _};
use scopes_tests::vectors::{Scope, ScopeSet};
use serde_json::Value;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../vectors/tokens.json")).unwrap()
}

#[test]
fn the_catalogue_is_that_of_the_vectors() {
    assert_eq!(vectors()["manifest"], include_str!("../manifests/vectors.toml"));
}

/// The answer to one claim: allowed, or OAuth's error.
fn answer(case: &Value) -> Value {
    let Ok(granted) = serde_json::from_value::<Granted<Scope>>(case["raw"].clone()) else {
        return "invalid_token".into();
    };
    if let Value::String(text) = &case["raw"] {
        assert_eq!(Granted::parse(text), Ok(granted.clone()));
    }
    let needs = case["need"].as_array().unwrap();
    let needs: ScopeSet = needs.iter().map(|name| Scope::find(name.as_str().unwrap()).unwrap()).collect();
    granted.check(&Requirement::all(needs).unwrap()).is_ok().into()
}

/// The answer to one request: OAuth's error.
fn request(raw: &Value) -> Value {
    // A parameter is a string or absent; what else a decoder makes of a form is no parameter (RFC 6749 section 3.1).
    let Ok(parameter) = serde_json::from_value::<Option<String>>(raw.clone()) else { return "invalid_request".into() };
    match Requested::<Scope>::parse(parameter.as_deref()) {
        Ok(requested) => requested.to_string().into(),
        Err(refused) => refused.error().into(),
    }
}

#[test]
fn claims_and_requests() {
    let vectors = vectors();
    let cases = vectors["cases"].as_array().unwrap();
    let (claims, requests): (Vec<_>, Vec<_>) = cases.iter().partition(|case| case["mode"] == "claim");
    for case in &claims {
        assert_eq!(answer(case), case["want"], "{}", case["name"]);
    }
    for case in &requests {
        assert_eq!(request(&case["raw"]), case["want"], "{}", case["name"]);
    }
    assert_eq!((claims.len(), requests.len()), (25, 2));
}
