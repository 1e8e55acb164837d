//! The scope claim of a token, read by serde: a string, a list or null; from JSON text, from a value, from a reader and
//! from a binary format; and everything that is refused, with a message that says so.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use scopes_runtime::Granted;
use scopes_tests::web::{Scope, Web};
use serde::Deserialize;
use serde_json::{Value, json};

type Claim = Granted<Scope>;

/// The claim read in every way that JSON can be: all have to give the same.
fn read(text: &str) -> Result<Claim, String> {
    let message = |error: serde_json::Error| {
        // Where in the text it stands is known to some of them only.
        let text = error.to_string();
        text.split(" at line ").next().unwrap_or_default().to_owned()
    };
    let borrowed = serde_json::from_str::<Claim>(text).map_err(message);
    let streamed = serde_json::from_reader::<_, Claim>(text.as_bytes()).map_err(message);
    let value: Value = serde_json::from_str(text).unwrap();
    let owned = serde_json::from_value::<Claim>(value.clone()).map_err(message);
    assert_eq!(borrowed, streamed, "{text}");
    assert_eq!(borrowed, owned, "{text}");
    // MessagePack has no escapes, lends texts from a slice and copies them from a reader.
    let packed = rmp_serde::to_vec(&value).unwrap();
    let lent = rmp_serde::from_slice::<Claim>(&packed);
    let copied = rmp_serde::from_read::<_, Claim>(&*packed);
    assert_eq!(lent.ok(), borrowed.clone().ok(), "{text}");
    assert_eq!(copied.ok(), borrowed.clone().ok(), "{text}");
    borrowed
}

#[track_caller]
fn is_read(text: &str, scopes: &str, unknown: usize) {
    let claim = read(text).unwrap();
    assert_eq!((claim.to_string().as_str(), claim.unknown()), (scopes, unknown), "{text}");
}

#[track_caller]
fn is_refused(text: &str, because: &str) {
    let error = read(text).unwrap_err();
    assert!(error.contains(because), "{text}: {error}");
}

#[test]
fn a_string_is_names_between_spaces() {
    is_read(r#""history:read contacts:read""#, "contacts:read history:read", 0);
    is_read(r#""contacts:read unknown other contacts:read""#, "contacts:read", 2);
    is_read(r#""""#, "", 0);
}

#[test]
fn a_list_is_one_name_a_member() {
    is_read(r#"["history:read", "contacts:read"]"#, "contacts:read history:read", 0);
    is_read(r#"["contacts:read", "unknown", "contacts:read", "other"]"#, "contacts:read", 2);
    is_read("[]", "", 0);
    assert_eq!(read(r#"["admin"]"#).unwrap().effective(), Web!(set["admin", "users:read", "users:delete"]));
}

#[test]
fn null_is_a_claim_that_grants_nothing() {
    is_read("null", "", 0);
    assert_eq!(serde_json::from_str::<Option<Claim>>("null").unwrap(), None);
    assert_eq!(serde_json::from_str::<Option<Claim>>(r#""admin""#).unwrap(), Some(Granted::new(Web!(set["admin"]))));
}

#[test]
fn escapes_of_json_are_read_as_what_they_mean() {
    is_read(r#""contacts\u003aread history:re\u0061d""#, "contacts:read history:read", 0);
    is_read(r#"["contacts\u003aread", "contacts\/read"]"#, "contacts:read", 1);
    is_read(r#""contacts:read\u0020history:read""#, "contacts:read history:read", 0);
    is_refused(r#""contacts:read\thistory:read""#, "byte 13: 0x09");
    is_refused(r#""contacts:read\u0000""#, "byte 13: 0x00");
    is_refused(r#"["contacts:read\n"]"#, "byte 13: 0x0A");
}

#[test]
fn other_types_are_refused_by_name() {
    let expected = "expected a scope claim: a string of space-separated names, a list of names, or null";
    for (text, what) in [
        ("1", "integer `1`"),
        ("-1", "integer `-1`"),
        ("1.5", "floating point `1.5`"),
        ("true", "boolean `true`"),
        ("{}", "map"),
        (r#"{"admin": true}"#, "map"),
    ] {
        is_refused(text, &format!("invalid type: {what}, {expected}"));
    }
}

#[test]
fn a_list_with_anything_but_names_is_refused_whole() {
    for (member, what) in [
        ("1", "integer `1`"),
        ("null", "null"),
        ("true", "boolean `true`"),
        ("{}", "map"),
        (r#"["admin"]"#, "sequence"),
        ("[]", "sequence"),
    ] {
        is_refused(
            &format!(r#"["contacts:read", {member}]"#),
            &format!("invalid type: {what}, expected the name of one scope"),
        );
        is_refused(&format!(r#"[{member}, "contacts:read"]"#), "expected the name of one scope");
    }
    is_refused(r#"["contacts:read", ""]"#, "a scope's name is empty");
    is_refused(r#"["contacts:read history:read"]"#, "byte 13");
    is_refused(r#"["contacts:read "]"#, "byte 13");
    is_refused(r#"[" contacts:read"]"#, "byte 0");
}

#[test]
fn a_string_that_is_malformed_is_refused_with_its_place() {
    is_refused(r#"" ""#, "byte 0: a delimiter stands before the first name");
    is_refused(r#"" contacts:read""#, "byte 0");
    is_refused(r#""contacts:read ""#, "byte 13: a delimiter stands after the last name");
    is_refused(r#""contacts:read  history:read""#, "byte 14");
    is_refused(r#""contacts:read,history:read\\""#, "byte 26: 0x5C");
    is_refused(r#""contacts:re\u00e4d""#, "byte 11: 0xC3");
    is_refused(r#"["contacts:re\ud83d\ude00d"]"#, "byte 11: 0xF0");
}

#[test]
fn what_is_refused_is_not_repeated() {
    for text in [r#""s3cret\u0000""#, r#"["s3cret\u0000"]"#, r#"["s3cret s3cret"]"#] {
        assert!(!read(text).unwrap_err().contains("s3cret"), "{text}");
    }
}

/// A list whose members make `bytes` bytes together, with a space between two.
fn list(bytes: usize) -> Vec<String> {
    let mut list = vec!["a".repeat(99); bytes / 100];
    list.push("b".repeat(bytes % 100));
    list.retain(|member| !member.is_empty());
    assert_eq!(list.join(" ").len(), bytes);
    list
}

#[test]
fn a_claim_may_be_as_long_as_the_manifest_says_in_either_form() {
    // The manifest's `max_bytes` is 1024.
    for bytes in [1023, 1024, 1025, 4096] {
        let (list, string) = (json!(list(bytes)).to_string(), json!(list(bytes).join(" ")).to_string());
        if bytes <= 1024 {
            is_read(&list, "", bytes.div_ceil(100));
            is_read(&string, "", bytes.div_ceil(100));
        } else {
            is_refused(&string, &format!("byte 1024: the scope string is {bytes} bytes long, at most 1024 are read"));
            is_refused(&list, "bytes long, at most 1024 are read");
        }
    }
    let many = json!(vec!["admin"; 171]).to_string();
    is_refused(&many, "the scope string is 1025 bytes long, at most 1024 are read");
    is_read(&json!(vec!["admin"; 170]).to_string(), "admin", 0);
}

#[test]
fn texts_of_other_formats_that_are_no_utf_8_are_refused() {
    // A MessagePack string with a byte that no UTF-8 has, alone and in a list; and bytes that are no string.
    let in_list = [b"\x91".as_slice(), b"\xa6admi\xffn"].concat();
    for packed in [b"\xa6admi\xffn".as_slice(), &in_list, b"\xc4\x05admin", b"\x91\xc4\x05admin"] {
        assert!(rmp_serde::from_slice::<Claim>(packed).is_err(), "{packed:?}");
        assert!(rmp_serde::from_read::<_, Claim>(packed).is_err(), "{packed:?}");
    }
    assert_eq!(rmp_serde::from_slice::<Claim>(b"\xa5admin").unwrap(), Granted::new(Web!(set["admin"])));
    assert!(rmp_serde::from_slice::<Claim>(b"\x92\xa5admin").is_err(), "a list that is cut off");
}

#[test]
fn a_claim_is_written_as_one_string_in_the_manifests_order() {
    let claim = read(r#"["history:read", "unknown", "admin", "contacts:read"]"#).unwrap();
    assert_eq!(serde_json::to_value(&claim).unwrap(), json!("contacts:read history:read admin"), "as it was held");
    assert_eq!(serde_json::to_value(Claim::default()).unwrap(), json!(""));
    let packed = rmp_serde::to_vec(&claim).unwrap();
    assert_eq!(&packed[1..], b"\x20contacts:read history:read admin");
    assert_eq!(rmp_serde::from_slice::<Claim>(&packed).unwrap().scopes(), claim.scopes());
}

/// The claims of a token, as a program declares them.
#[derive(Debug, PartialEq, Deserialize)]
struct Claims {
    sub: String,
    #[serde(default, alias = "scp")]
    scope: Claim,
}

#[test]
fn a_claim_is_read_as_scope_and_as_scp_and_may_be_absent() {
    let claims = |text: &str| serde_json::from_str::<Claims>(text).map(|claims| claims.scope.to_string());
    assert_eq!(claims(r#"{"sub": "a", "scope": "contacts:read admin"}"#).unwrap(), "contacts:read admin");
    assert_eq!(claims(r#"{"sub": "a", "scp": ["admin", "contacts:read"]}"#).unwrap(), "contacts:read admin");
    assert_eq!(claims(r#"{"sub": "a", "scp": "admin"}"#).unwrap(), "admin");
    assert_eq!(claims(r#"{"sub": "a", "scope": null}"#).unwrap(), "");
    assert_eq!(claims(r#"{"sub": "a"}"#).unwrap(), "");
    assert!(claims(r#"{"sub": "a", "scope": 1}"#).is_err(), "present and wrong is not absent");
    assert!(claims(r#"{"sub": "a", "scope": {"admin": true}}"#).is_err());
    assert!(claims(r#"{"sub": "a", "scope": "contacts:read", "scp": "admin"}"#).is_err(), "one of the two");
    assert_eq!(claims(r#"{"sub": "a", "Scope": "admin"}"#).unwrap(), "", "names are read as they are");
}
