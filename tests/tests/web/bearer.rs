//! The token of a request: only what RFC 6750 section 2.1 calls one, and whatever a client sends, no panic.

use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use proptest::prelude::*;
use scopes_runtime::BearerToken;

/// What is read from one header with these bytes.
#[derive(Debug, PartialEq)]
enum Read {
    Token(String),
    Absent,
    /// The challenge `invalid_request`.
    Malformed,
}

fn read_all(values: &[&[u8]]) -> Read {
    let mut headers = HeaderMap::new();
    for value in values {
        headers.append(AUTHORIZATION, HeaderValue::from_bytes(value).unwrap());
    }
    match BearerToken::from_headers(&headers) {
        Ok(Some(token)) => Read::Token(token.as_str().to_owned()),
        Ok(None) => Read::Absent,
        Err(challenge) => {
            assert_eq!(challenge.status(), StatusCode::BAD_REQUEST);
            let header = challenge.to_string();
            let start = "Bearer error=\"invalid_request\", error_description=\"";
            assert!(header.starts_with(start) && header.len() < 120, "{header}");
            Read::Malformed
        }
    }
}

fn read(value: impl AsRef<[u8]>) -> Read {
    read_all(&[value.as_ref()])
}

fn token(text: &str) -> Read {
    Read::Token(text.to_owned())
}

#[test]
fn a_request_without_the_header_has_no_token() {
    assert_eq!(read_all(&[]), Read::Absent);
    let mut headers = HeaderMap::new();
    for name in ["proxy-authorization", "x-authorization", "cookie"] {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static("Bearer abc"));
    }
    assert!(BearerToken::from_headers(&headers).unwrap().is_none());
}

#[test]
fn other_schemes_are_no_business_of_ours() {
    for value in [
        "Basic dXNlcjpwYXNz",
        "DPoP abc",
        "Digest username=\"a\", realm=\"b\"",
        "Basic",
        "",
        "BearerX abc",
        "Bear abc",
        "Bearer,abc",
        "Bearer:abc",
        "Bearer=abc",
        "\"Bearer\" abc",
        "abc",
    ] {
        assert_eq!(read(value), Read::Absent, "{value:?}");
    }
}

#[test]
fn the_scheme_is_read_in_any_case_and_the_token_is_not() {
    for scheme in ["Bearer", "bearer", "BEARER", "bEaReR"] {
        assert_eq!(read(format!("{scheme} aBc")), token("aBc"));
    }
    assert_eq!(read("\u{17f}Bearer abc"), Read::Absent);
}

#[test]
fn every_byte_of_a_token_is_read() {
    let all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/";
    assert_eq!(read(format!("Bearer {all}==")), token(&format!("{all}==")));
    assert_eq!(read("Bearer a"), token("a"));
    assert_eq!(read("Bearer Bearer"), token("Bearer"), "also one that looks like the scheme");
}

#[test]
fn more_than_one_header_is_refused_whatever_they_are() {
    let cases: [&[&[u8]]; 5] = [
        &[b"Bearer a", b"Bearer b"],
        &[b"Bearer a", b"Bearer a"],
        &[b"Bearer a", b"Basic b"],
        &[b"Basic a", b"Bearer b"],
        &[b"Basic a", b"", b"Bearer b"],
    ];
    for values in cases {
        assert_eq!(read_all(values), Read::Malformed, "{values:?}");
    }
}

#[test]
fn bearer_without_a_token_is_refused() {
    for value in ["Bearer", "bearer", "Bearer ", "Bearer   ", "Bearer =", "Bearer =="] {
        assert_eq!(read(value), Read::Malformed, "{value:?}");
    }
}

#[test]
fn what_is_no_token_is_refused_whole() {
    for value in [
        "Bearer a b",
        "Bearer a ",
        "Bearer a, Bearer b",
        "Bearer a,b",
        "Bearer a;b",
        "Bearer \"a\"",
        "Bearer a=b",
        "Bearer =a",
        "Bearer a=b=",
        "Bearer a= =",
        "Bearer token=\"a\"",
        "Bearer a\\b",
        "Bearer a:b",
        "Bearer a%20b",
        "Bearer <a>",
        "Bearer a@b",
        "Bearer a*",
        "Bearer a\t",
        "Bearer a\tb",
        "Bearer\ta",
        "Bearer\t a",
        "Bearer \ta",
    ] {
        assert_eq!(read(value), Read::Malformed, "{value:?}");
    }
}

#[test]
fn a_token_has_no_byte_but_those_of_the_grammar() {
    // All that a header may hold.
    for byte in (b' '..=0xFF).filter(|byte| *byte != 0x7F).chain([b'\t']) {
        let is_token = byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte);
        let wanted = |text: String| if is_token { Read::Token(text) } else { Read::Malformed };
        for (before, after) in [("", ""), ("a", "b"), ("", "b"), ("abcdefghijklmnopqrstuvwxyz0123456789", "")] {
            if (byte, before) == (b' ', "") || (byte, after) == (b'=', "") {
                continue; // a space more after the scheme, and padding
            }
            let value = [b"Bearer ", before.as_bytes(), &[byte], after.as_bytes()].concat();
            let text = format!("{before}{}{after}", char::from(byte));
            assert_eq!(read(&value), wanted(text), "{byte:#x} between {before:?} and {after:?}");
        }
    }
}

#[test]
fn bytes_outside_ascii_are_refused() {
    let all: Vec<u8> = (0x80..=0xFF).collect();
    for byte in all {
        assert_eq!(read([b"Bearer abc".as_slice(), &[byte]].concat()), Read::Malformed, "{byte:#x}");
        assert_eq!(read([b"Bearer ".as_slice(), &[byte], b"abc"].concat()), Read::Malformed, "{byte:#x}");
        assert_eq!(read([b"Bearer".as_slice(), &[byte], b" abc"].concat()), Read::Absent, "{byte:#x}: another scheme");
    }
    assert_eq!(read("Bearer \u{ff21}bc"), Read::Malformed, "a letter of full width");
}

#[test]
fn spaces_after_the_scheme_may_be_many_and_before_it_are_none() {
    // RFC 9110 section 11.4: 1*SP.
    assert_eq!(read("Bearer    abc"), token("abc"));
    assert_eq!(read(" Bearer abc"), Read::Absent, "a server has cut that off, or it is no scheme");
}

#[test]
fn a_token_may_be_as_long_as_a_header() {
    let long = "a".repeat(1 << 20);
    assert_eq!(read(format!("Bearer {long}")), token(&long));
    assert_eq!(read(format!("Bearer {long}*")), Read::Malformed);
}

#[test]
fn a_token_is_never_shown() {
    let mut headers = HeaderMap::new();
    headers.insert(AUTHORIZATION, HeaderValue::from_static("Bearer s3cret"));
    let token = BearerToken::from_headers(&headers).unwrap().unwrap();
    for shown in [format!("{token:?}"), format!("{token:#?}"), format!("{:?}", Some(token.clone()))] {
        assert!(!shown.contains("s3cret") && shown.contains("BearerToken"), "{shown}");
    }
    assert_eq!(token.clone().as_str(), "s3cret");
    headers.append(AUTHORIZATION, HeaderValue::from_static("Bearer s3cret"));
    let challenge = BearerToken::from_headers(&headers).unwrap_err();
    assert!(!format!("{challenge} {challenge:?}").contains("s3cret"));
}

/// RFC 6750 section 2.1's grammar, another way: letters, then only `=`.
fn is_b64token(text: &[u8]) -> bool {
    let text = String::from_utf8_lossy(text).into_owned();
    let letters = text.trim_end_matches('=');
    !letters.is_empty() && letters.chars().all(|char| char.is_ascii_alphanumeric() || "-._~+/".contains(char))
}

fn header_bytes() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        4 => prop::sample::select(b"aZ09-._~+/=".to_vec()),
        1 => prop::sample::select(b" \t,;\"\\:*".to_vec()),
        1 => 0x20..=0x7E_u8,
        1 => 0x80..=0xFF_u8,
    ];
    let scheme = prop::sample::select(vec!["", "Bearer", "bearer ", "Bearer  ", "Bearer\t", "Bearer ", "Basic ", "B"]);
    (scheme, prop::collection::vec(byte, 0..12)).prop_map(|(scheme, bytes)| [scheme.as_bytes(), &bytes].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn only_a_b64token_after_the_scheme_is_a_token(bytes in header_bytes()) {
        match read(&bytes) {
            Read::Token(token) => {
                prop_assert!(is_b64token(token.as_bytes()), "{token}");
                prop_assert!(bytes.ends_with(token.as_bytes()));
                let scheme = &bytes[..bytes.len() - token.len()];
                prop_assert!(scheme.trim_ascii_end().eq_ignore_ascii_case(b"Bearer"));
                prop_assert!(scheme.ends_with(b" ") && !scheme.contains(&b'\t'));
            }
            Read::Malformed => {
                prop_assert!(bytes.get(..6).is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"Bearer")));
                let rest = &bytes[6..];
                prop_assert!(!(rest.starts_with(b" ") && is_b64token(rest.trim_ascii_start())) || rest.contains(&b'\t'));
            }
            Read::Absent => {
                let scheme = bytes.split(|byte| b" \t".contains(byte)).next().unwrap_or_default();
                prop_assert!(!scheme.eq_ignore_ascii_case(b"Bearer"), "{bytes:?}");
            }
        }
    }
}

#[test]
fn a_token_is_made_of_a_text_as_well() {
    let token: BearerToken = "mF_9.B5f-4.1JqM==".parse().unwrap();
    assert_eq!((token.as_str(), format!("{token:?}")), ("mF_9.B5f-4.1JqM==", "BearerToken(…)".to_owned()));
    for text in ["", " a", "a b", "a\"", "ä", "a\n", "=", "a=b"] {
        assert_eq!(text.parse::<BearerToken>().unwrap_err().status(), 400, "{text:?}");
    }
}
