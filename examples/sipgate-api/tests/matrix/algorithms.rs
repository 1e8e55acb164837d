//! Tokens that the right key has signed by another algorithm. The server's own issuer knows but one algorithm, so a key
//! of this test stands for it, and the server's verifier and layers stand before a handler of this test.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_lc_rs::signature::{
    RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RSA_PSS_SHA256, RSA_PSS_SHA512, RsaEncoding,
};
use axum::Router;
use axum::routing::get;
use scopes_runtime::{Authenticate, EnforceEndpoints};
use sipgate_api::Sipgate;

use super::catalogue::{Refusal, Why};
use super::expected::assert_refused;
use super::signer::Signer;
use super::wire::{Stub, request};

#[test]
fn the_right_key_by_another_algorithm_opens_nothing() {
    let signer = Signer::new();
    let claims = Signer::claims("balance:read").to_string();
    for published in [Some("RS256"), None] {
        let calls = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&calls);
        let handler = move || std::future::ready(counted.fetch_add(1, Ordering::SeqCst).to_string());
        let layers = (Authenticate::new(signer.verifier(published)), EnforceEndpoints::<Sipgate>::new());
        let stub = Stub::start(Router::new().route("/balance", get(handler)).layer(layers));
        let ask = |algorithm: &str, encoding: &'static dyn RsaEncoding| {
            let authorization = format!("Bearer {}", signer.sign_by(algorithm, encoding, claims.as_bytes()));
            stub.ask(&request("GET", "/balance", &[("Authorization", &authorization)], None))
        };
        assert_eq!(ask("RS256", &RSA_PKCS1_SHA256).status, 200);

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
            let answer = ask(algorithm, encoding);
            let refusal = Refusal { status: 401, error: Some("invalid_token"), why: Why::With(why), scope: None };
            assert_refused(&answer, &refusal, None, algorithm);
        }
        assert_eq!(calls.load(Ordering::SeqCst), 1);
    }
}
