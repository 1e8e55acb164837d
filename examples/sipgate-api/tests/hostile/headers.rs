//! `Authorization` with every byte in it, in pieces, twice, under other names and in other places.

use super::wire::{Site, request};
use super::{MARKER, assert_own, assert_well, send};

/// A request for what needs `balance:read`, with these header lines as they are.
fn raw(lines: &[u8]) -> Vec<u8> {
    [b"GET /balance HTTP/1.1\r\nHost: sipgate.example\r\n", lines, b"\r\n\r\n"].concat()
}

#[test]
fn no_byte_within_a_token_lets_anybody_in() {
    let site = Site::start();
    let good = site.bearer("balance:read");
    for byte in 0..=u8::MAX {
        for value in [
            [good.as_bytes(), &[byte], MARKER.as_bytes()].concat(),
            [b"Bearer ", &[byte][..], MARKER.as_bytes()].concat(),
        ] {
            let answer = send(&site, &raw(&[b"Authorization: ", &value[..]].concat()));
            let context = format!("byte {byte}");
            // A line break may end the header after the good token: what follows is then no header.
            let answer = answer.unwrap_or_else(|| panic!("{context}: no answer"));
            assert!([400, 401].contains(&answer.status), "{context}: {answer:?}");
            assert_own(&answer, &context);
        }
    }
    assert_well(&site);
}

#[test]
fn texts_that_could_end_a_quoted_string_are_not_repeated() {
    let site = Site::start();
    let texts = [
        "\" scope=\"admin",
        "\", error=\"none",
        "\\\"",
        "a\\",
        "\u{e4}\u{f6}\u{fc}",
        "a, Bearer scope=\"admin\"",
        "%22%20scope%3D%22admin",
        "=?utf-8?q?=22?=",
        "a;b",
        "a\u{202e}b",
    ];
    for text in texts {
        for value in [format!("Bearer {text}{MARKER}"), format!("Bearer {MARKER}{text}"), format!("{MARKER} {text}")] {
            let answer = send(&site, &raw(format!("Authorization: {value}").as_bytes())).unwrap();
            assert!([400, 401].contains(&answer.status), "{value}: {answer:?}");
            assert_own(&answer, &value);
        }
    }
    assert_well(&site);
}

#[test]
fn a_header_that_is_folded_or_not_well_formed_is_refused() {
    let site = Site::start();
    let good = site.bearer("balance:read");
    let token = good.strip_prefix("Bearer ").unwrap();
    let lines = [
        // Folded lines, which RFC 9112 section 5.2 has a server refuse.
        format!("Authorization: Bearer\r\n {token}"),
        format!("Authorization:\r\n {good}"),
        format!("Authorization:\r\n\t{good}"),
        format!("X-{MARKER}: a\r\n Authorization: {good}"),
        // A space before the colon: section 5.1.
        format!("Authorization : {good}"),
        format!(" Authorization: {good}"),
        format!("Authorization\0: {good}"),
        format!("\"Authorization\": {good}"),
        format!("Authorization {good}"),
    ];
    for line in &lines {
        let answer = send(&site, &raw(line.as_bytes())).unwrap();
        assert!([400, 401].contains(&answer.status), "{line}: {answer:?}");
        assert_own(&answer, line);
    }
    let lone = send(&site, &raw(format!("Authorization: {good}\rX-{MARKER}: 1").as_bytes())).unwrap();
    assert_eq!(lone.status, 400, "{lone:?}");
    assert_well(&site);
}

#[test]
fn credentials_count_once_and_in_one_place() {
    let site = Site::start();
    let (good, poor) = (site.bearer("balance:read"), site.bearer("account:read"));
    let token = good.strip_prefix("Bearer ").unwrap();
    let ask = |headers: &[(&str, &str)], target: &str| site.ask(&request("GET", target, headers, None)).status;
    assert_eq!(ask(&[("authorization", &good)], "/balance"), 200);
    assert_eq!(ask(&[("AUTHORIZATION", &good)], "/balance"), 200);
    for (first, second) in [(&good, &good), (&good, &poor), (&poor, &good), (&good, &String::new())] {
        assert_eq!(ask(&[("Authorization", first), ("authorization", second)], "/balance"), 400);
    }
    assert_eq!(ask(&[("Authorization", &format!("{poor}, {good}"))], "/balance"), 400);
    // RFC 6750 sections 2.2 and 2.3, which OAuth 2.1 has dropped; and what is no place at all.
    for target in [format!("/balance?access_token={token}"), format!("/balance?Authorization={token}")] {
        assert_eq!(ask(&[], &target), 401);
    }
    let cookie = format!("access_token={token}");
    let elsewhere = [
        ("Cookie", &cookie),
        ("Proxy-Authorization", &good),
        ("X-Authorization", &good),
        ("X-Forwarded-Authorization", &good),
        ("Sec-WebSocket-Protocol", &good),
    ];
    for (name, value) in elsewhere {
        assert_eq!(ask(&[(name, value)], "/balance"), 401, "{name}");
        assert_eq!(ask(&[("Authorization", &poor), (name, value)], "/balance"), 403, "{name}");
    }
    let form = format!("access_token={token}");
    assert_eq!(site.ask(&request("POST", "/contacts", &[], Some(&form))).status, 401);
}

#[test]
fn headers_that_some_servers_believe_change_nothing() {
    let site = Site::start();
    let reader = site.bearer("contacts:read");
    let overriding = [
        ("X-HTTP-Method-Override", "DELETE"),
        ("X-HTTP-Method", "DELETE"),
        ("X-Original-URL", "/health"),
        ("X-Rewrite-URL", "/health"),
        ("X-Forwarded-Prefix", "/health"),
        ("X-Forwarded-For", "127.0.0.1"),
        ("X-Scope", "contacts:write"),
        ("X-Admin", "1"),
        ("X-Authenticated-Scope", "contacts:read contacts:write"),
    ];
    for header in overriding {
        assert_eq!(site.ask(&request("GET", "/contacts", &[header], None)).status, 401, "{header:?}");
        let headers = [("Authorization", reader.as_str()), header];
        let answer = site.ask(&request("GET", "/contacts", &headers, None));
        assert_eq!((answer.status, &answer.json()["totalCount"]), (200, &2.into()), "{header:?}");
        assert_eq!(site.ask(&request("DELETE", "/contacts/ada", &headers, None)).status, 403, "{header:?}");
    }
}
