//! Other ways to write a path: whoever lacks the scope is let in by none of them.

use std::collections::BTreeSet;

use super::catalogue::Catalogue;
use super::wire::{Site, request};
use super::{assert_own, assert_well, send};

/// Tricks around a path `/contacts`; some are for the server that path, some are none.
fn tricks(path: &str) -> Vec<String> {
    let bare = path.strip_prefix('/').unwrap();
    let (first, rest) = bare.split_at(1);
    let first_escaped = format!("%{:02x}", first.as_bytes()[0]);
    let mut tricks = Vec::new();
    for before in
        ["/", "//", "///", "/./", "/x/../", "/health/../", "/health/", "/health;/", "/health%2f..%2f", "/%2e/"]
    {
        tricks.push(format!("{before}{bare}"));
    }
    for before in
        ["/health/%2e%2e/", "/.well-known/../", "/%2f", "/\\", "/..%2f", "/..;/", "/%00", "/ ", "/%20", "/me/../"]
    {
        tricks.push(format!("{before}{bare}"));
    }
    for after in [
        "/", "//", "/.", "/..", "%2f", "%2F", ";x", ";a=b", ".json", "%20", "%00", "%09", "\t", "%3f", "%23", "#", "\\",
    ] {
        tricks.push(format!("{path}{after}"));
    }
    for after in
        ["?", "??", "?x", "?/health", "?#", "?limit=1", "#/health", "/../health", "/..%2fhealth", "%2f..%2fhealth"]
    {
        tricks.push(format!("{path}{after}"));
    }
    tricks.extend([
        format!("/{first_escaped}{rest}"),
        format!("/{}{rest}", first_escaped.to_uppercase()),
        format!("/%25{}{rest}", &first_escaped[1..]),
        path.to_uppercase(),
        format!("/{}{rest}", first.to_uppercase()),
        format!("http://sipgate.example{path}"),
        format!("http://sipgate.example/health/..{path}"),
        format!("HTTP://SIPGATE.EXAMPLE:80{path}"),
        format!("https://user:password@sipgate.example{path}"),
        format!("file://{path}"),
        bare.to_owned(),
        format!("*{path}"),
        format!("/{first}\u{200b}{rest}"),
        format!("/\u{ff43}{rest}"),
        format!("/%c0%ae%c0%ae{path}"),
    ]);
    tricks
}

/// What needs a scope, with that scope.
const PROTECTED: [(&str, &str, &str); 4] = [
    ("GET", "/contacts", "contacts:read"),
    ("GET", "/history", "history:read"),
    ("DELETE", "/contacts/ada", "contacts:write"),
    ("HEAD", "/balance", "balance:read"),
];

/// The ways that are the path itself by RFC 9112 section 3.2 and RFC 3986: with a query, with a fragment, which no
/// client should send, and in absolute form.
fn same(path: &str) -> BTreeSet<String> {
    let (before, after) = (
        ["HTTP://SIPGATE.EXAMPLE:80", "http://sipgate.example", "https://user:password@sipgate.example", ""],
        ["#", "#/health", "?", "?#", "?limit=1"],
    );
    let before = before.iter().map(|before| format!("{before}{path}"));
    before.chain(after.iter().map(|after| format!("{path}{after}"))).collect()
}

#[test]
fn no_way_to_write_a_path_opens_it_without_its_scope() {
    let (site, catalogue) = (Site::start(), Catalogue::sipgate());
    for (method, path, scope) in PROTECTED {
        let others = site.bearer(&catalogue.others(&BTreeSet::from([scope.to_owned()])).join(" "));
        for target in tricks(path) {
            let context = format!("{method} {target}");
            for headers in [&[][..], &[("Authorization", others.as_str())]] {
                let Some(answer) = send(&site, &request(method, &target, headers, None)) else { continue };
                assert!([400, 401, 403, 404, 405].contains(&answer.status), "{context}: {answer:?}");
                assert_own(&answer, &context);
            }
        }
    }
    let contacts = site.ask(&request("GET", "/contacts", &[("Authorization", &site.bearer("contacts:read"))], None));
    assert_eq!(contacts.json()["totalCount"], 2, "nobody was removed");
    assert_well(&site);
}

#[test]
fn with_its_scope_only_the_path_itself_is_the_path() {
    let site = Site::start();
    for (path, scope) in [("/contacts", "contacts:read"), ("/history", "history:read")] {
        let authorization = site.bearer(scope);
        let opens = |target: &String| {
            let answer = send(&site, &request("GET", target, &[("Authorization", &authorization)], None));
            answer.is_some_and(|answer| answer.is_success())
        };
        let tricks = tricks(path).into_iter().chain([path.to_owned()]);
        assert_eq!(tricks.filter(opens).collect::<BTreeSet<_>>(), same(path));
    }
}

#[test]
fn a_parameter_of_a_path_is_one_segment_whatever_is_escaped_in_it() {
    let site = Site::start();
    let authorization = site.bearer("contacts:write");
    for target in
        ["/contacts/x%2f..%2fada", "/contacts/%2e%2e/ada", "/contacts/ada/", "/contacts/./ada", "/contacts//ada"]
    {
        let answer = site.ask(&request("DELETE", target, &[("Authorization", &authorization)], None));
        assert_eq!(answer.status, 404, "{target}: {answer:?}");
    }
    let escaped = request("DELETE", "/contacts/%61da", &[("Authorization", &authorization)], None);
    assert_eq!(site.ask(&escaped).status, 204, "an escaped letter is the letter");
}
