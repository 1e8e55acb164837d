//! Tokens that the right key has signed by another algorithm. The server's own issuer knows but one algorithm, so a key
//! of this test stands for it, and the server's verifier and layers stand before a handler of this test.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{
    KeyPair as _, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RSA_PSS_SHA256, RSA_PSS_SHA512, RsaEncoding,
};
use axum::Router;
use axum::routing::get;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use scopes_runtime::{Authenticate, EnforceEndpoints};
use serde_json::json;
use sipgate_api::Sipgate;
use sipgate_api::issuer::Issuer;
use sipgate_api::token::{AccessTokenVerifier, VerificationKeys};

use super::catalogue::{Refusal, Why};
use super::expected::assert_refused;
use super::wire::{Stub, request};

const ISSUER: &str = "https://login.example.com";
const AUDIENCE: &str = "https://api.example.com";

/// The claims of a token that is right but perhaps for how it is signed, in base64.
fn payload() -> String {
    // Only to have the claims of a token: this issuer's signature is dropped.
    let issuer = Issuer::generate(ISSUER, AUDIENCE).unwrap();
    let token = issuer.sign(&issuer.access_token().scope("balance:read")).unwrap();
    token.split('.').nth(1).unwrap().to_owned()
}

/// `Authorization` with such a token.
fn bearer(payload: &str, key: &KeyPair, algorithm: &str, encoding: &'static dyn RsaEncoding) -> String {
    let header = json!({ "typ": "at+jwt", "alg": algorithm, "kid": "the-key" }).to_string();
    let message = format!("{}.{payload}", URL_SAFE_NO_PAD.encode(header));
    let mut signature = vec![0; key.public_modulus_len()];
    key.sign(encoding, &SystemRandom::new(), message.as_bytes(), &mut signature).unwrap();
    format!("Bearer {message}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// The key as its issuer would publish it. `algorithm` may be left open (RFC 7517 section 4.4).
fn jwks(key: &KeyPair, algorithm: Option<&str>) -> String {
    let (n, e) = (key.public_key().modulus(), key.public_key().exponent());
    let number = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let (n, e) = (number(n.big_endian_without_leading_zero()), number(e.big_endian_without_leading_zero()));
    let mut key = json!({ "kty": "RSA", "use": "sig", "kid": "the-key", "n": n, "e": e });
    if let Some(algorithm) = algorithm {
        key["alg"] = algorithm.into();
    }
    json!({ "keys": [key] }).to_string()
}

#[test]
fn the_right_key_by_another_algorithm_opens_nothing() {
    let (payload, key) = (payload(), KeyPair::generate(KeySize::Rsa2048).unwrap());
    for published in [Some("RS256"), None] {
        let keys = VerificationKeys::from_jwks(&jwks(&key, published)).unwrap();
        let calls = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&calls);
        let handler = move || std::future::ready(counted.fetch_add(1, Ordering::SeqCst).to_string());
        let layers =
            (Authenticate::new(AccessTokenVerifier::new(keys, ISSUER, AUDIENCE)), EnforceEndpoints::<Sipgate>::new());
        let stub = Stub::start(Router::new().route("/balance", get(handler)).layer(layers));
        let ask =
            |authorization: &str| stub.ask(&request("GET", "/balance", &[("Authorization", authorization)], None));
        assert_eq!(ask(&bearer(&payload, &key, "RS256", &RSA_PKCS1_SHA256)).status, 200);

        let others: [(&str, &'static dyn RsaEncoding, &'static str); 6] = [
            ("RS384", &RSA_PKCS1_SHA384, "RS256"),
            ("RS512", &RSA_PKCS1_SHA512, "RS256"),
            ("PS256", &RSA_PSS_SHA256, "RS256"),
            ("PS512", &RSA_PSS_SHA512, "RS256"),
            // Called RS256, which they are not.
            ("RS256", &RSA_PKCS1_SHA512, "signature"),
            ("RS256", &RSA_PSS_SHA256, "signature"),
        ];
        for (algorithm, encoding, why) in others {
            let answer = ask(&bearer(&payload, &key, algorithm, encoding));
            let refusal = Refusal { status: 401, error: Some("invalid_token"), why: Why::With(why), scope: None };
            assert_refused(&answer, &refusal, None, algorithm);
        }
        assert_eq!(calls.load(Ordering::SeqCst), 1);
    }
}
