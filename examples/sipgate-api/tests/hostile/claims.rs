//! Claims that are properly signed and no such claims: twice the same, no JSON, too deep, or with escapes in them.

use std::sync::LazyLock;

use serde_json::Value;
use sipgate_api::token::AccessTokenVerifier;

use super::signer::Signer;

/// One for all tests: to make a key takes a while where nothing is optimised.
static SIGNER: LazyLock<Signer> = LazyLock::new(Signer::new);

/// The scopes that a token with these claims grants; `None` where it is refused.
fn granted(verifier: &AccessTokenVerifier, claims: &[u8]) -> Option<String> {
    verifier.judge(&SIGNER.sign(claims)).ok().map(|(granted, _)| granted.to_string())
}

/// Claims that would do, but for this text in place of the scope claim's value.
fn with_scope(value: &str) -> Vec<u8> {
    Signer::claims("HERE").to_string().replace("\"HERE\"", value).into_bytes()
}

#[test]
fn a_scope_claim_is_read_by_the_letters_that_it_means() {
    let good = "balance:read";
    let verifier = SIGNER.verifier(Some("RS256"));
    let read = |value: &str| granted(&verifier, &with_scope(value));
    assert_eq!(read(r#""balance:read""#).as_deref(), Some(good));
    assert_eq!(read(r#""balance\u003aread""#).as_deref(), Some(good));
    assert_eq!(read(r#"["\u0062alance:read"]"#).as_deref(), Some(good));
    // An escaped space is a space, and an escaped line break is no name's.
    assert_eq!(read(r#""balance:read\u0020account:read""#).as_deref(), Some("account:read balance:read"));
    for value in [
        r#""balance:read\u0000""#,
        r#""balance:read\n""#,
        r#""balance:read\u0020""#,
        r#""balance:read\ud800""#,
        r#""balance:read \ufffd""#,
        r#""balance:read\"""#,
        r#"["balance:read", "account:read\u0020contacts:read"]"#,
        r#"["balance:read", ""]"#,
        r#"["balance:read", null]"#,
        r#"["balance:read", 1]"#,
        r#"{"balance:read": true}"#,
        "1e400",
        "true",
    ] {
        assert_eq!(read(value), None, "{value}");
    }
}

#[test]
fn what_is_said_twice_is_not_believed_once() {
    let verifier = SIGNER.verifier(Some("RS256"));
    let claims = Signer::claims("balance:read").to_string();
    assert!(granted(&verifier, claims.as_bytes()).is_some());
    for again in [
        r#""scope":"account:read""#,
        r#""scope":"balance:read""#,
        r#""\u0073cope":"account:read""#,
        r#""sub":"another""#,
        r#""client_id":"another""#,
        r#""iss":"https://login.example.com""#,
        r#""exp":4294967295"#,
        r#""aud":"https://api.example.com""#,
    ] {
        for twice in [claims.replacen('{', &format!("{{{again},"), 1), claims.replace('}', &format!(",{again}}}"))] {
            assert_eq!(granted(&verifier, twice.as_bytes()), None, "{twice}");
        }
    }
}

#[test]
fn what_is_no_object_of_json_is_refused() {
    let verifier = SIGNER.verifier(Some("RS256"));
    let claims = Signer::claims("balance:read").to_string();
    let refused = |claims: &[u8]| {
        assert_eq!(granted(&verifier, claims), None, "{}", claims.escape_ascii());
    };
    for text in ["", "null", "[]", "\"\"", "{", "7", "{}{}"] {
        refused(text.as_bytes());
    }
    refused(format!("[{claims}]").as_bytes());
    refused(format!("{claims} x").as_bytes());
    refused(format!("\u{feff}{claims}").as_bytes());
    refused(&claims.as_bytes()[..claims.len() - 1]);
    refused(&[b"\xff", claims.as_bytes()].concat());
    refused(&claims.replace("newcomer", "new\u{0}comer").into_bytes());
    refused(&claims.replacen("newcomer", "\u{1}", 1).replace('\u{1}', "\\ud800").into_bytes());
    let mut broken = claims.clone().into_bytes();
    let place = claims.find("newcomer").unwrap();
    broken[place] = 0xff;
    refused(&broken);
}

#[test]
fn depth_does_not_overflow_the_stack() {
    let verifier = SIGNER.verifier(Some("RS256"));
    let deep = |open: &str, close: &str| format!("{}0{}", open.repeat(100_000), close.repeat(100_000));
    for value in [deep("[", "]"), deep("{\"a\":", "}"), "[".repeat(200_000)] {
        assert_eq!(granted(&verifier, &with_scope(&value)), None);
        // In a claim that nobody reads it is passed over, or the token refused: it grants no more for it.
        let another = Signer::claims("balance:read").to_string().replacen('{', &format!("{{\"another\":{value},"), 1);
        let granted = granted(&verifier, another.as_bytes());
        assert!(granted.is_none_or(|granted| granted == "balance:read"));
    }
}

#[test]
fn times_that_are_none_are_refused() {
    let verifier = SIGNER.verifier(Some("RS256"));
    for claim in ["exp", "iat", "nbf"] {
        for value in ["\"4294967295\"", "true", "[]", "1e400", "-1e400", "{}"] {
            let mut claims = Signer::claims("balance:read");
            claims[claim] = Value::from("HERE");
            let claims = claims.to_string().replace("\"HERE\"", value);
            assert_eq!(granted(&verifier, claims.as_bytes()), None, "{claim} {value}");
        }
    }
    for value in ["0", "-1", "-1e300", "1e-300"] {
        let claims = Signer::claims("balance:read").to_string().replace("4294967295", value);
        assert_eq!(granted(&verifier, claims.as_bytes()), None, "exp {value}");
    }
}
