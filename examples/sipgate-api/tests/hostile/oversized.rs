//! Scope claims that are larger than any that is meant.

use std::time::{Duration, Instant};

use scopes_runtime::Granted;
use serde_json::json;
use sipgate_api::{Scope, Sipgate};

use super::signer::Signer;
use super::wire::{Site, request};
use super::{assert_own, assert_well, send};

const KIB: usize = 1024;
const LIMIT: usize = <Sipgate as scopes_runtime::System>::MAX_BYTES;

/// A scope string of so many bytes, of which the first name is known.
fn text(bytes: usize) -> String {
    let known = "balance:read ";
    known.to_owned() + &"x".repeat(bytes - known.len())
}

/// The same of many names, all of them known.
fn names(bytes: usize) -> String {
    let mut names = "balance:read ".repeat(bytes / 13);
    names.truncate(names.len() - 1);
    names
}

/// Longer than it takes by far, where nothing is optimised and others use the machine; and too short for anything that
/// grows with the square.
const QUICKLY: Duration = Duration::from_secs(2);

#[test]
fn a_large_claim_is_granted_right_or_refused_whole_over_the_wire() {
    let site = Site::start();
    assert_eq!(LIMIT, 64 * KIB);
    let cases = [
        (json!(text(LIMIT)), vec![200]),
        (json!(names(LIMIT)), vec![200]),
        (json!(text(LIMIT + 1)), vec![401]),
        (json!(names(LIMIT + 13)), vec![401]),
        (json!(["balance:read", "x".repeat(LIMIT)]), vec![401]),
        (json!(vec!["balance:read"; LIMIT / 13]), vec![200]),
        (json!(vec!["balance:read"; LIMIT / 13 + 1]), vec![401]),
        // Such a head is more than the server reads.
        (json!(text(1024 * KIB)), vec![431]),
        (json!(names(1024 * KIB)), vec![431]),
    ];
    for (place, (claim, statuses)) in cases.into_iter().enumerate() {
        let authorization = site.sign(&site.issuer().access_token().claim("scope", claim));
        let begin = Instant::now();
        let answer = send(&site, &request("GET", "/balance", &[("Authorization", &authorization)], None));
        let answer = answer.unwrap_or_else(|| panic!("case {place}: no answer"));
        assert!(statuses.contains(&answer.status), "case {place}: {answer:?}");
        assert_own(&answer, "a large claim");
        assert!(begin.elapsed() < QUICKLY, "case {place}: {:?}", begin.elapsed());
        assert_well(&site);
    }
}

#[test]
fn the_verifier_refuses_a_claim_of_a_mebibyte_at_once() {
    let signer = Signer::new();
    let verifier = signer.verifier(Some("RS256"));
    let judge = |scope: serde_json::Value| {
        let mut claims = Signer::claims("");
        claims["scope"] = scope;
        let token = signer.sign(claims.to_string().as_bytes());
        let begin = Instant::now();
        let verdict = verifier.judge(&token);
        assert!(begin.elapsed() < QUICKLY, "{:?}", begin.elapsed());
        verdict.map(|(granted, _)| granted.to_string())
    };
    assert_eq!(judge(json!(text(LIMIT))).unwrap(), "balance:read");
    let large = [
        json!(text(1024 * KIB)),
        json!(names(1024 * KIB)),
        json!(" ".repeat(1024 * KIB)),
        json!(vec!["balance:read"; 80 * KIB]),
        json!(["balance:read", "x".repeat(1024 * KIB)]),
    ];
    for scope in large {
        assert_eq!(
            judge(scope).unwrap_err().to_string(),
            "invalid token: a claim of the token is missing or malformed"
        );
    }
}

#[test]
fn the_reader_of_claims_refuses_it_before_it_looks_at_the_names() {
    let refusal = |claim: &str| serde_json::from_str::<Granted<Scope>>(claim).unwrap_err().to_string();
    for claim in [json!(text(1024 * KIB)), json!(names(1024 * KIB)), json!(vec!["balance:read"; 80 * KIB])] {
        let claim = claim.to_string();
        let begin = Instant::now();
        let refusal = refusal(&claim);
        assert!(begin.elapsed() < QUICKLY, "{:?}", begin.elapsed());
        assert!(refusal.contains("65536"), "{refusal}");
        assert!(refusal.len() < 200 && !refusal.contains("balance"), "{refusal}");
    }
}
