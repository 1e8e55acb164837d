//! The verifier accepts what the issuer signs for this server, and nothing else; and it says which part does not hold.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use std::sync::LazyLock;

use serde_json::{Value, json};
use sipgate_api::issuer::{AccessToken, Issuer};
use sipgate_api::token::{AccessTokenVerifier, Claims, VerificationKeys};

const ISSUER: &str = "http://127.0.0.1:1";
const AUDIENCE: &str = "http://127.0.0.1:2";

/// One key for all tests: making one takes a while where nothing is optimised.
static KNOWN: LazyLock<Issuer> = LazyLock::new(|| Issuer::generate(ISSUER, AUDIENCE).unwrap());
/// Says that it is the same issuer, with a key of its own.
static IMPOSTOR: LazyLock<Issuer> = LazyLock::new(|| Issuer::generate(ISSUER, AUDIENCE).unwrap());

fn verifier() -> AccessTokenVerifier {
    let keys = VerificationKeys::from_jwks(&serde_json::to_string(KNOWN.jwks()).unwrap()).unwrap();
    AccessTokenVerifier::new(keys, ISSUER, AUDIENCE)
}

fn good() -> AccessToken {
    KNOWN.access_token().scope("contacts:read")
}

/// Why the verifier refuses a token that the known issuer has signed.
fn refusal(token: &AccessToken) -> String {
    verifier().judge(&KNOWN.sign(token).unwrap()).unwrap_err().to_string()
}

fn is_accepted(token: &AccessToken) -> bool {
    verifier().judge(&KNOWN.sign(token).unwrap()).is_ok()
}

#[test]
fn a_good_token_gives_its_scopes_and_claims() {
    let (granted, claims) = verifier().judge(&KNOWN.sign(&good()).unwrap()).unwrap();
    assert_eq!(granted.to_string(), "contacts:read");
    assert_eq!(claims, Claims { subject: "newcomer".to_owned(), client_id: "development".to_owned() });
    let (granted, _) = verifier().judge(&KNOWN.sign(&KNOWN.access_token()).unwrap()).unwrap();
    assert!(granted.scopes().is_empty(), "without a scope claim nothing is granted");
}

#[test]
fn only_an_access_token_is_accepted() {
    for typ in ["at+jwt", "AT+JWT", "application/at+jwt"] {
        assert!(is_accepted(&good().header("typ", typ)), "{typ}");
    }
    for typ in ["JWT", "at", "text/at+jwt", ""] {
        assert_eq!(refusal(&good().header("typ", typ)), "invalid token: the type of the token is not at+jwt");
    }
    assert!(refusal(&good().without_header("typ")).contains("at+jwt"));
}

#[test]
fn the_time_of_a_token_counts_with_a_few_seconds_of_leeway() {
    assert_eq!(refusal(&good().lifetime(-60)), "invalid token: the token has expired");
    assert!(is_accepted(&good().lifetime(-2)));
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    assert_eq!(refusal(&good().claim("nbf", now + 60)), "invalid token: the token is not valid yet");
    assert!(is_accepted(&good().claim("nbf", now + 2)));
}

#[test]
fn issuer_and_audience_are_compared_whole() {
    assert_eq!(refusal(&good().claim("aud", "http://127.0.0.1:3")), "invalid token: the token is for another audience");
    assert_eq!(refusal(&good().claim("aud", json!([]))), "invalid token: the token is for another audience");
    assert!(is_accepted(&good().claim("aud", json!(["http://127.0.0.1:3", AUDIENCE]))));
    for issuer in ["http://127.0.0.1:1/", "HTTP://127.0.0.1:1", ""] {
        assert_eq!(refusal(&good().claim("iss", issuer)), "invalid token: the token is from another issuer");
    }
    assert_eq!(
        refusal(&good().claim("iss", json!([ISSUER]))),
        "invalid token: a claim of the token is missing or malformed"
    );
}

#[test]
fn every_claim_that_rfc_9068_requires_is_required() {
    for claim in ["iss", "exp", "aud", "sub", "client_id", "iat", "jti"] {
        let missing = "invalid token: a claim of the token is missing or malformed";
        assert_eq!(refusal(&good().without_claim(claim)), missing, "{claim}");
        assert_eq!(refusal(&good().claim(claim, Value::Null)), missing, "{claim}");
        assert_eq!(refusal(&good().claim(claim, json!({}))), missing, "{claim}");
    }
    for claim in ["sub", "client_id", "jti"] {
        assert_eq!(
            refusal(&good().claim(claim, "")),
            "invalid token: a claim of the token is missing or malformed",
            "{claim}"
        );
    }
}

#[test]
fn a_malformed_scope_claim_grants_nothing() {
    for scope in [json!("contacts:read  history:read"), json!(7), json!({}), json!(["a b"])] {
        assert_eq!(
            refusal(&good().claim("scope", scope)),
            "invalid token: a claim of the token is missing or malformed"
        );
    }
}

#[test]
fn a_key_is_found_by_its_id_alone_and_has_to_have_signed() {
    let other = IMPOSTOR.sign(&IMPOSTOR.access_token()).unwrap();
    let unknown = "invalid token: the token is not signed with a key of the issuer";
    assert_eq!(verifier().judge(&other).unwrap_err().to_string(), unknown);
    assert_eq!(refusal(&good().without_header("kid")), unknown);
    let disguised = IMPOSTOR.sign(&good()).unwrap();
    assert_eq!(
        verifier().judge(&disguised).unwrap_err().to_string(),
        "invalid token: the signature of the token does not match"
    );
}

#[test]
fn no_other_algorithm_is_accepted_whatever_the_token_says() {
    for algorithm in ["HS256", "RS384", "PS256", "ES256"] {
        assert_eq!(
            refusal(&good().header("alg", algorithm)),
            "invalid token: the token is not signed with RS256",
            "{algorithm}"
        );
    }
    for algorithm in ["none", "None", "rs256"] {
        assert!(!is_accepted(&good().header("alg", algorithm)), "{algorithm}");
    }
    let signed = KNOWN.sign(&good().header("alg", "none")).unwrap();
    let unsigned = signed.rsplit_once('.').unwrap().0.to_owned() + ".";
    assert!(verifier().judge(&unsigned).is_err());
}

#[test]
fn what_has_to_be_understood_and_is_not_is_refused() {
    let token = good().header("crit", json!(["exp"]));
    assert_eq!(refusal(&token), "invalid token: the token has a critical header parameter that is not known");
}

#[test]
fn a_token_that_was_changed_or_is_none_is_refused() {
    let token = KNOWN.sign(&good()).unwrap();
    let (head, signature) = token.rsplit_once('.').unwrap();
    let payload = head.split('.').nth(1).unwrap();
    let other = KNOWN.sign(&good().scope("contacts:write")).unwrap();
    let changed = other.replacen(other.split('.').nth(1).unwrap(), payload, 1);
    assert_eq!(
        verifier().judge(&changed).unwrap_err().to_string(),
        "invalid token: the signature of the token does not match"
    );
    for text in ["", ".", "..", "a.b.c", head, &format!("{token}.{signature}"), &token[1..]] {
        assert!(verifier().judge(text).is_err(), "{text}");
    }
}

#[test]
fn keys_for_anything_else_are_passed_over() {
    let mut document = serde_json::to_value(KNOWN.jwks()).unwrap();
    assert!(VerificationKeys::from_jwks(&document.to_string()).is_ok());
    for (name, value) in [("use", json!("enc")), ("alg", json!("RS512")), ("kid", Value::Null)] {
        let mut other = document.clone();
        other["keys"][0][name] = value;
        assert!(VerificationKeys::from_jwks(&other.to_string()).is_err(), "{name}");
    }
    document["keys"].as_array_mut().unwrap().insert(0, json!({ "kty": "EC", "crv": "P-256", "x": "AA", "y": "AA" }));
    document["keys"].as_array_mut().unwrap().insert(0, json!({ "kty": "AKP", "alg": "ML-DSA-44", "pub": "AA" }));
    assert!(VerificationKeys::from_jwks(&document.to_string()).is_ok(), "keys of other kinds beside it");
    for text in ["", "{}", "[]", r#"{"keys": []}"#] {
        assert!(VerificationKeys::from_jwks(text).is_err(), "{text}");
    }
}
