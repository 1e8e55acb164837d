//! The answer to a request that is refused, compared part for part.

use super::catalogue::{Refusal, Why};
use super::wire::{Answer, Challenge};

/// Asserts that a request was refused as expected: status, one challenge with these parameters and no others, and not
/// a byte more. `metadata` is the URL of the resource's metadata, where the server publishes them.
#[track_caller]
pub(super) fn assert_refused(answer: &Answer, refusal: &Refusal, metadata: Option<&str>, context: &str) {
    assert_eq!(answer.status, refusal.status, "{context}: {answer:?}");
    assert!(answer.body.is_empty(), "{context}: {answer:?}");
    // Reading it asserts that there is exactly one.
    let header = answer.header("www-authenticate").unwrap_or_else(|| panic!("{context}: {answer:?}"));
    let challenge = Challenge::parse(header);
    assert_eq!(challenge.get("realm"), metadata.map(|_| "sipgate"), "{context}: {header}");
    assert_eq!(challenge.get("error"), refusal.error, "{context}: {header}");
    assert_eq!(challenge.get("scope"), refusal.scope.as_deref(), "{context}: {header}");
    assert_eq!(challenge.get("resource_metadata"), metadata, "{context}: {header}");
    let description = challenge.get("error_description");
    match &refusal.why {
        Why::Nothing => assert_eq!(description, None, "{context}"),
        Why::Exactly(text) => assert_eq!(description, Some(text.as_str()), "{context}"),
        Why::With(word) => assert!(description.is_some_and(|text| text.contains(word)), "{context}: {word}: {header}"),
    }
    let known = ["error", "error_description", "realm", "resource_metadata", "scope"];
    assert!(challenge.names().iter().all(|name| known.contains(name)), "{context}: {header}");
    let headers: Vec<_> = answer.headers.iter().map(|(name, _)| name.as_str()).collect();
    let allowed = ["www-authenticate", "content-length", "date"];
    assert!(headers.iter().all(|name| allowed.contains(name)), "{context}: {headers:?}");
}

#[test]
fn a_challenge_is_read_as_it_stands() {
    let challenge = Challenge::parse(r#"Bearer realm="a b", scope="x:y""#);
    assert_eq!((challenge.names(), challenge.get("scope")), (vec!["realm", "scope"], Some("x:y")));
    for value in [
        r"Bearer",
        r"Basic a=b",
        r"Bearer a=b",
        r#"Bearer a="b" c="d""#,
        r#"Bearer a="b", a="c""#,
        r#"Bearer a="b","#,
        r#"Bearer a="\"", b="c""#,
    ] {
        assert!(std::panic::catch_unwind(|| Challenge::parse(value)).is_err(), "{value}");
    }
}
