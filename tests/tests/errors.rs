//! What is wrong with a text, and where: the same for tokens, sets and single scopes.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use std::ops::Range;

use scopes_runtime::{Granted, ParseErrorKind, System as _};
use scopes_tests::sipgate::{Scope, ScopeSet, Sipgate};

/// What is wrong, and where.
type Fault = (ParseErrorKind, Range<usize>);

/// A text, and what reading it as a set says; `None` where it is one.
const LISTS: [(&str, Option<Fault>); 11] = [
    ("", None),
    ("contacts:read", None),
    ("contacts:read history:read", None),
    (" contacts:read", Some((ParseErrorKind::LeadingSpace, 0..1))),
    ("contacts:read ", Some((ParseErrorKind::TrailingSpace, 13..14))),
    (" ", Some((ParseErrorKind::LeadingSpace, 0..1))),
    ("contacts:read  history:read", Some((ParseErrorKind::EmptyName, 14..15))),
    ("contacts:read\thistory:read", Some((ParseErrorKind::InvalidByte(b'\t'), 13..14))),
    ("contacts:read hist\"ory", Some((ParseErrorKind::InvalidByte(b'"'), 18..19))),
    ("contacts:read \u{e4}", Some((ParseErrorKind::InvalidByte(0xC3), 14..15))),
    ("contacts:read contacts:reading", Some((ParseErrorKind::UnknownScope, 14..30))),
];

#[test]
fn lists() {
    for (text, wanted) in LISTS {
        let said = text.parse::<ScopeSet>().err().map(|error| (error.kind(), error.range()));
        assert_eq!(said, wanted, "{text:?}");
        // A token may carry what nobody knows, and is otherwise as strict.
        let is_unknown = |fault: &Fault| fault.0 == ParseErrorKind::UnknownScope;
        let said = Granted::<Scope>::parse(text).err().map(|error| (error.kind(), error.range()));
        assert_eq!(said, wanted.filter(|fault| !is_unknown(fault)), "{text:?}");
    }
}

#[test]
fn single_scopes() {
    let name = |text: &str| text.parse::<Scope>().map_err(|error| (error.kind(), error.range()));
    assert_eq!(name("contacts:read").map(Scope::as_str), Ok("contacts:read"));
    assert_eq!(name("").unwrap_err().0, ParseErrorKind::EmptyName);
    assert_eq!(name("contacts:read history:read").unwrap_err().0, ParseErrorKind::NotOneName);
    assert_eq!(name("contacts:Read"), Err((ParseErrorKind::UnknownScope, 0..13)));
    assert_eq!(name("contacts:read ").unwrap_err().0, ParseErrorKind::TrailingSpace);
}

#[test]
fn what_is_too_long_is_not_read() {
    let max_bytes = Sipgate::MAX_BYTES;
    let text = vec!["contacts:read"; max_bytes / 14 + 2].join(" ");
    let too_long = ParseErrorKind::TooLong { max_bytes };
    assert_eq!(Granted::<Scope>::parse(&text).unwrap_err().kind(), too_long);
    assert_eq!(text.parse::<ScopeSet>().unwrap_err().kind(), too_long);
    assert_eq!(text.parse::<Scope>().unwrap_err().kind(), too_long);
    let longest = &text[..(max_bytes + 1) / 14 * 14 - 1];
    assert!(longest.len() <= max_bytes && Granted::<Scope>::parse(longest).is_ok());
}
