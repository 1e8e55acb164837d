//! Connections that begin and do not end, end too early, bring something else, or bring many requests at once.

use std::time::{Duration, Instant};

use super::wire::{Site, request};
use super::{MARKER, assert_own, assert_well, send};

/// A server that lets the others wait would take much longer, or for ever.
const AT_ONCE: Duration = Duration::from_secs(5);

#[test]
fn requests_that_are_never_completed_keep_nobody_waiting() {
    let site = Site::start();
    let whole = request("GET", "/balance", &[("Authorization", &site.bearer("balance:read"))], None);
    let mut open = Vec::new();
    for place in 0..200 {
        let mut connection = site.connect();
        connection.send(&whole[..place % whole.len()]).unwrap();
        open.push((place % whole.len(), connection));
    }
    let begin = Instant::now();
    for _ in 0..10 {
        assert_well(&site);
    }
    assert!(begin.elapsed() < AT_ONCE, "{:?}", begin.elapsed());
    // They were only slow: whoever completes his request is answered.
    for (sent, connection) in open.iter_mut().step_by(20) {
        connection.send(&whole[*sent..]).unwrap();
        assert_eq!(connection.answer(false).unwrap().status, 200);
    }
}

#[test]
fn a_request_byte_by_byte_is_the_same_request() {
    let site = Site::start();
    for (scope, status) in [("balance:read", 200), ("account:read", 403)] {
        let mut connection = site.connect();
        for byte in request("GET", "/balance", &[("Authorization", &site.bearer(scope))], None) {
            connection.send(&[byte]).unwrap();
        }
        assert_eq!(connection.answer(false).unwrap().status, status);
    }
}

#[test]
fn who_leaves_in_the_middle_of_a_body_has_sent_nothing() {
    let site = Site::start();
    let sender = site.bearer("sessions:write history:read");
    let sms = r#"{"recipient": "+491713920010", "message": "It runs."}"#;
    let whole = request("POST", "/sessions/sms", &[("Authorization", &sender)], Some(sms));
    let body = whole.len() - sms.len();
    let sent = || {
        let answer = site.ask(&request("GET", "/history", &[("Authorization", &sender)], None));
        answer.json()["totalCount"].as_u64().unwrap()
    };
    let before = sent();
    for end in (0..whole.len()).step_by(7).chain(body..whole.len()) {
        let mut connection = site.connect();
        connection.send(&whole[..end]).unwrap();
        drop(connection);
    }
    assert_well(&site);
    assert_eq!(sent(), before);
    // Who leaves after it has sent something, though nobody reads the answer.
    let mut connection = site.connect();
    connection.send(&whole).unwrap();
    connection.answer(false).unwrap();
    assert_eq!(sent(), before + 1);
}

#[test]
fn what_is_no_http_is_turned_away() {
    let site = Site::start();
    let good = site.bearer("balance:read");
    let large = vec![b'A'; 1024 * 1024];
    let many_headers = format!("X-{MARKER}: 1\r\n").repeat(1000);
    let texts: Vec<Vec<u8>> = vec![
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".repeat(20), // TLS
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0".to_vec(),
        b"\0".repeat(100),
        b"GET\r\n\r\n".to_vec(),
        b"GET /balance\r\n\r\n".to_vec(),
        b"GET /balance HTTP/9.9\r\n\r\n".to_vec(),
        b"GET  /balance  HTTP/1.1\r\n\r\n".to_vec(),
        b"GET /balance HTTP/1.1 \r\nHost: a\r\n\r\n".to_vec(),
        format!("GET /balance HTTP/1.1\r\nHost: a\r\n{many_headers}\r\n").into_bytes(),
        [b"GET /", &large[..], b" HTTP/1.1\r\nHost: a\r\n\r\n"].concat(),
        [&large[..], b" /balance HTTP/1.1\r\nHost: a\r\n\r\n"].concat(),
        [b"GET /balance HTTP/1.1\r\nHost: a\r\nX: ", &large[..], b"\r\n\r\n"].concat(),
        format!("CONNECT sipgate.example:443 HTTP/1.1\r\nHost: a\r\nAuthorization: {good}\r\n\r\n").into_bytes(),
        format!("OPTIONS * HTTP/1.1\r\nHost: a\r\nAuthorization: {good}\r\n\r\n").into_bytes(),
    ];
    for text in texts {
        let context = text[..text.len().min(40)].escape_ascii().to_string();
        if let Some(answer) = send(&site, &text) {
            assert!((400..500).contains(&answer.status), "{context}: {answer:?}");
            assert_own(&answer, &context);
        }
        assert_well(&site);
    }
}

#[test]
fn each_of_many_requests_in_one_piece_is_answered_by_its_own_token() {
    let site = Site::start();
    let tokens =
        [site.bearer("balance:read"), site.bearer("account:read"), "Bearer x".to_owned(), "Bearer a b".to_owned()];
    let statuses = [200, 403, 401, 400];
    let order: Vec<usize> = (0..64).map(|number| (number * 7 + number / 5) % 5).collect();
    let one = |kind: usize| match tokens.get(kind) {
        Some(token) => request("GET", "/balance", &[("Authorization", token)], None),
        None => request("GET", "/balance", &[], None),
    };
    let mut connection = site.connect();
    connection.send(&order.iter().flat_map(|kind| one(*kind)).collect::<Vec<u8>>()).unwrap();
    for kind in order {
        let answer = connection.answer(false).unwrap();
        assert_eq!(answer.status, statuses.get(kind).copied().unwrap_or(401));
        let challenge = answer.header("www-authenticate").unwrap_or_default();
        // Without credentials there is no error, whatever the request before had.
        assert_eq!(challenge.contains("error="), (1..4).contains(&kind), "{challenge}");
    }
}
