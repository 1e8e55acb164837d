//! Requests that mean no good: nothing that a client sends comes back in a header, nobody is let in by a trick, and the
//! server goes on.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects by failing")]

#[path = "../catalogue/mod.rs"]
mod catalogue;
#[path = "../signer/mod.rs"]
mod signer;
#[path = "../wire/mod.rs"]
mod wire;

mod bodies;
mod claims;
mod connections;
mod headers;
mod marked;
mod oversized;
mod paths;

use wire::{Answer, Challenge, Connection, Site, request};

/// What no answer may have in its headers.
const MARKER: &str = "zq7marker";

/// Sends these bytes over a connection of their own; `None` where the server closes it without an answer.
fn send(site: &Site, bytes: &[u8]) -> Option<Answer> {
    let mut connection = site.connect();
    // It may close before it has read all.
    let _ = connection.send(bytes);
    connection.answer(bytes.starts_with(b"HEAD "))
}

/// Asserts that the headers are the server's own: known names, each once, and none that a client has sent.
#[track_caller]
fn assert_own(answer: &Answer, context: &str) {
    let known = ["allow", "connection", "content-length", "content-type", "date", "location", "www-authenticate"];
    for (name, value) in &answer.headers {
        assert!(known.contains(&name.as_str()), "{context}: {answer:?}");
        assert_eq!(answer.header(name), Some(value.as_str()));
        let value = value.to_ascii_lowercase();
        assert!(!value.contains(MARKER) && !value.contains("admin"), "{context}: {answer:?}");
    }
    if let Some(challenge) = answer.header("www-authenticate") {
        assert_eq!(Challenge::parse(challenge).get("realm"), Some("sipgate"), "{context}");
    }
}

/// Asserts that the server still tells a token that does from one that does not.
#[track_caller]
fn assert_well(site: &Site) {
    let mut connection: Connection = site.connect();
    let mut status = |scopes: &str| {
        let authorization = site.bearer(scopes);
        connection.ask(&request("GET", "/balance", &[("Authorization", &authorization)], None)).status
    };
    assert_eq!((status("balance:read"), status("account:read")), (200, 403));
}
