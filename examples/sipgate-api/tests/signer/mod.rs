//! A key of the test's own, for tokens that the server's issuer does not make: signed by other algorithms, or with
//! claims that are no JSON.

#![allow(dead_code, reason = "each test uses its part")]

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256, RsaEncoding};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sipgate_api::token::{AccessTokenVerifier, VerificationKeys};

const ISSUER: &str = "https://login.example.com";
const AUDIENCE: &str = "https://api.example.com";

pub(crate) struct Signer(KeyPair);

impl Signer {
    pub(crate) fn new() -> Self {
        Self(KeyPair::generate(KeySize::Rsa2048).unwrap())
    }

    /// The server's verifier, with this key as its issuer would publish it; `alg` may be left out (RFC 7517 section
    /// 4.4).
    pub(crate) fn verifier(&self, algorithm: Option<&str>) -> AccessTokenVerifier {
        let public = self.0.public_key();
        let number = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let n = number(public.modulus().big_endian_without_leading_zero());
        let e = number(public.exponent().big_endian_without_leading_zero());
        let mut key = json!({ "kty": "RSA", "use": "sig", "kid": "the-key", "n": n, "e": e });
        if let Some(algorithm) = algorithm {
            key["alg"] = algorithm.into();
        }
        let keys = VerificationKeys::from_jwks(&json!({ "keys": [key] }).to_string()).unwrap();
        AccessTokenVerifier::new(keys, ISSUER, AUDIENCE)
    }

    /// Claims that would do, good for a while and with this scope.
    pub(crate) fn claims(scope: &str) -> Value {
        json!({
            "iss": ISSUER, "aud": AUDIENCE, "sub": "newcomer", "client_id": "development", "jti": "1",
            "iat": 1, "exp": u32::MAX, "scope": scope,
        })
    }

    /// A token with these bytes as claims, signed as an access token has to be.
    pub(crate) fn sign(&self, claims: &[u8]) -> String {
        self.sign_by("RS256", &RSA_PKCS1_SHA256, claims)
    }

    /// The same, called and signed by any algorithm.
    pub(crate) fn sign_by(&self, algorithm: &str, encoding: &'static dyn RsaEncoding, claims: &[u8]) -> String {
        let header = json!({ "typ": "at+jwt", "alg": algorithm, "kid": "the-key" }).to_string();
        let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
        let mut signature = vec![0; self.0.public_modulus_len()];
        self.0.sign(encoding, &SystemRandom::new(), message.as_bytes(), &mut signature).unwrap();
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}
