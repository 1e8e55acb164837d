//! The documents by which clients and resource servers find each other have the members that their RFCs require, and
//! none that would give a secret away.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects by failing")]

mod catalogue;
mod wire;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use catalogue::Catalogue;
use serde_json::{Value, json};
use wire::{Site, request};

#[test]
fn the_resource_says_who_it_is() {
    let site = Site::start();
    let resource = site.document("/.well-known/oauth-protected-resource");
    // RFC 9728 section 3.3: the identifier is the URL without the well-known part, or the document is not believed.
    assert_eq!(resource["resource"], site.url());
    assert_eq!(resource["authorization_servers"], json!([site.issuer().url()]));
    assert_eq!(resource["scopes_supported"], json!(Catalogue::sipgate().names));
    assert_eq!(resource["bearer_methods_supported"], json!(["header"]));
    // RFC 9728 section 2: what has no value is left out.
    let is_empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    assert!(!resource.as_object().unwrap().values().any(is_empty), "{resource}");
}

#[test]
fn the_key_is_published_as_rfc_7517_has_it_and_without_its_private_part() {
    let site = Site::start();
    let document = site.document("/.well-known/jwks.json");
    let keys = document["keys"].as_array().unwrap();
    assert_eq!(keys.len(), 1);
    let key = keys[0].as_object().unwrap();
    // RFC 7517 section 4 and RFC 7518 section 6.3.1; of the private members of section 6.3.2 there is none.
    let mut members: Vec<&str> = key.keys().map(String::as_str).collect();
    members.sort_unstable();
    assert_eq!(members, ["alg", "e", "kid", "kty", "n", "use"]);
    assert_eq!((&key["kty"], &key["alg"], &key["use"]), (&json!("RSA"), &json!("RS256"), &json!("sig")));
    assert_eq!(key["kid"], site.issuer().key_id());
    let number = |name: &str| URL_SAFE_NO_PAD.decode(key[name].as_str().unwrap()).unwrap();
    // RFC 7518 section 3.3: 2048 bits at least; section 6.3.1.1: no leading zero.
    let (modulus, exponent) = (number("n"), number("e"));
    assert!(modulus.len() >= 256 && modulus[0] >= 0x80, "{}", modulus.len());
    assert_eq!(exponent, [1, 0, 1]);
}

#[test]
fn the_authorization_server_says_who_it_is() {
    let site = Site::start();
    let issuer = site.issuer().url();
    let server = site.document("/.well-known/oauth-authorization-server");
    // RFC 8414 section 2: `issuer` and `response_types_supported` are required; `token_endpoint` but for implicit alone.
    assert_eq!((&server["issuer"], &server["response_types_supported"]), (&json!(issuer), &json!([])));
    assert_eq!(server["token_endpoint"], site.issuer().token_endpoint());
    assert_eq!(server["scopes_supported"], json!(Catalogue::sipgate().names));
    let jwks = server["jwks_uri"].as_str().unwrap();
    assert_eq!(site.document(jwks), site.document("/.well-known/jwks.json"));
}

#[test]
fn a_token_of_the_issuer_has_what_rfc_9068_requires() {
    let site = Site::start();
    let bearer = site.bearer("contacts:read");
    let part = |place: usize| -> Value {
        let text = bearer.strip_prefix("Bearer ").unwrap().split('.').nth(place).unwrap();
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
    };
    let (header, claims) = (part(0), part(1));
    // Section 2.1.
    assert_eq!(header, json!({ "typ": "at+jwt", "alg": "RS256", "kid": site.issuer().key_id() }));
    // Section 2.2.
    assert_eq!((&claims["iss"], &claims["aud"]), (&json!(site.issuer().url()), &json!(site.url())));
    for claim in ["sub", "client_id", "jti"] {
        assert!(claims[claim].as_str().is_some_and(|value| !value.is_empty()), "{claim}: {claims}");
    }
    assert!(claims["exp"].as_u64().unwrap() > claims["iat"].as_u64().unwrap());
    assert_eq!(claims["scope"], "contacts:read");
}

#[test]
fn the_documents_are_open_to_all_and_only_to_be_read() {
    let site = Site::start();
    for path in [
        "/.well-known/oauth-protected-resource",
        "/.well-known/oauth-authorization-server",
        "/.well-known/jwks.json",
        "/openapi.json",
    ] {
        let document = site.document(path);
        for headers in [&[("Authorization", "Bearer garbage")][..], &[("Authorization", "a"), ("Authorization", "b")]] {
            let answer = site.ask(&request("GET", path, headers, None));
            assert_eq!((answer.status, answer.json()), (200, document.clone()), "{path}");
        }
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            let answer = site.ask(&request(method, path, &[], Some("{}")));
            assert_eq!((answer.status, answer.header("allow")), (405, Some("GET,HEAD")), "{method} {path}");
        }
        assert_eq!(site.document(path), document);
    }
}
