//! Bodies that are too large, malformed, never end or never come.

use std::time::{Duration, Instant};

use super::wire::{Connection, Site, request};
use super::{assert_own, assert_well, send};

const MIB: usize = 1024 * 1024;

fn contacts(site: &Site) -> u64 {
    let authorization = site.bearer("contacts:read");
    site.ask(&request("GET", "/contacts", &[("Authorization", &authorization)], None)).json()["totalCount"]
        .as_u64()
        .unwrap()
}

/// The head of a request that adds a contact, with this line about its body.
fn head(authorization: &str, line: &str) -> String {
    format!(
        "POST /contacts HTTP/1.1\r\nHost: a\r\nAuthorization: {authorization}\r\nContent-Type: application/json\r\n\
         {line}\r\n\r\n"
    )
}

#[test]
fn a_huge_body_is_refused_before_it_is_there() {
    let site = Site::start();
    let (writer, reader) = (site.bearer("contacts:write"), site.bearer("contacts:read"));
    let blanks = vec![b' '; MIB + 1];
    let chunk = [format!("{:x}\r\n", MIB + 1).as_bytes(), &blanks, b"\r\n"].concat();
    for (line, body) in [
        (format!("Content-Length: {}", MIB + 1), &blanks),
        ("Content-Length: 10000000000".to_owned(), &blanks),
        ("Transfer-Encoding: chunked".to_owned(), &chunk),
    ] {
        // 413 to whoever may send one; nobody else's is waited for.
        for (authorization, status) in [(&writer, 413), (&reader, 403), (&"Bearer x".to_owned(), 401)] {
            let mut connection = site.connect();
            connection.send(head(authorization, &line).as_bytes()).unwrap();
            if status == 413 {
                let _ = connection.send(body);
            }
            let answer = connection.answer(false).unwrap_or_else(|| panic!("{line}: no answer"));
            assert_eq!(answer.status, status, "{line}: {answer:?}");
            assert_own(&answer, &line);
        }
    }
    assert_eq!(contacts(&site), 2);
    assert_well(&site);
}

#[test]
fn a_body_that_is_no_json_changes_nothing() {
    let site = Site::start();
    let writer = site.bearer("contacts:write");
    let deep = "[".repeat(200_000);
    let texts: [&[u8]; 12] = [
        b"",
        b"{",
        b"\xff\xfe{\0}\0",
        b"\0",
        b"{\"name\": \"A\", \"number\": \"+491713920040\"} x",
        b"{\"name\": \"A\", \"name\": \"B\", \"number\": \"+491713920040\"}",
        b"{\"name\": \"\\ud800\", \"number\": \"+491713920040\"}",
        b"{\"name\": \"A\", \"number\": \"+491713920040\", \"id\": \"ada\"}",
        b"{\"name\": \"A\", \"number\": \"+491713920040' OR 1=1 --\"}",
        b"name=A&number=%2B491713920040",
        b"NaN",
        deep.as_bytes(),
    ];
    for text in texts {
        let length = format!("Content-Length: {}", text.len());
        let answer = send(&site, &[head(&writer, &length).as_bytes(), text].concat()).unwrap();
        assert!([400, 422].contains(&answer.status), "{}: {answer:?}", text.escape_ascii());
        assert_own(&answer, "a body");
        assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{answer:?}");
    }
    assert_eq!(contacts(&site), 2);
}

#[test]
fn quotes_and_statements_in_values_stay_values() {
    let site = Site::start();
    let all = site.bearer("contacts:write contacts:read groups:read groups:users:read");
    let ask = |method: &str, target: &str, body: Option<&str>| {
        site.ask(&request(method, target, &[("Authorization", &all)], body))
    };
    let name = "Robert'); DROP TABLE contacts;--";
    let body = serde_json::json!({ "name": name, "number": "+491713920040" }).to_string();
    assert_eq!(ask("POST", "/contacts", Some(&body)).json()["name"], name);
    assert_eq!(ask("DELETE", "/contacts/x'%20OR%20'1'='1", None).status, 404);
    assert_eq!(ask("DELETE", "/contacts/%25", None).status, 404);
    assert_eq!(ask("GET", "/groups/g0'%20UNION%20SELECT%201,1,1,1%20--/users", None).status, 404);
    assert_eq!(contacts(&site), 3);
}

#[test]
fn who_may_not_send_a_body_is_not_asked_for_it() {
    let site = Site::start();
    for (authorization, status) in [(site.bearer("contacts:read"), 403), ("Bearer garbage".to_owned(), 401)] {
        let mut connection: Connection = site.connect();
        let head = head(&authorization, "Content-Length: 100\r\nExpect: 100-continue");
        connection.send(head.as_bytes()).unwrap();
        assert_eq!(connection.answer(false).unwrap().status, status, "not 100, which would ask for the body");
    }
    assert_well(&site);
}

#[test]
fn lengths_that_contradict_each_other_smuggle_no_request() {
    let site = Site::start();
    let (reader, writer) = (site.bearer("contacts:read"), site.bearer("contacts:write"));
    let smuggled = format!("DELETE /contacts/ada HTTP/1.1\r\nHost: a\r\nAuthorization: {writer}\r\n\r\n");
    let lines = [
        format!("Content-Length: {}\r\nContent-Length: 0", smuggled.len()),
        format!("Content-Length: {}, 0", smuggled.len()),
        "Content-Length: 0\r\nTransfer-Encoding: chunked".to_owned(),
        "Transfer-Encoding: chunked\r\nContent-Length: 5".to_owned(),
        "Transfer-Encoding: xchunked".to_owned(),
        "Transfer-Encoding: chunked, identity".to_owned(),
        "Transfer-Encoding:\u{b}chunked".to_owned(),
        "Content-Length: +5".to_owned(),
        "Content-Length: -1".to_owned(),
        "Content-Length: 0x10".to_owned(),
        "Content-Length: 18446744073709551615".to_owned(),
        "Content-Length: 18446744073709551616".to_owned(),
        "Content-Length: ".to_owned(),
    ];
    for line in lines {
        let mut connection = site.connect();
        let _ = connection.send(format!("{}0\r\n\r\n{smuggled}", head(&reader, &line)).as_bytes());
        let answer = connection.answer(false).unwrap_or_else(|| panic!("{line}: no answer"));
        assert!([400, 403, 431].contains(&answer.status), "{line}: {answer:?}");
        assert_own(&answer, &line);
        // RFC 9112 section 6.1: whatever follows is not read.
        assert!(connection.is_closed(), "{line}");
    }
    assert_eq!(contacts(&site), 2);
    assert_well(&site);
}

#[test]
fn a_body_that_never_comes_is_not_waited_for_for_ever() {
    let site = Site::start();
    let mut connection = site.connect();
    let begin = Instant::now();
    connection.send(head(&site.bearer("contacts:write"), "Content-Length: 100").as_bytes()).unwrap();
    connection.send(b"{\"name\"").unwrap();
    assert_well(&site);
    let answer = connection.answer(false).unwrap();
    assert_eq!(answer.status, 408, "{answer:?}");
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
    assert_eq!(contacts(&site), 2);
}
