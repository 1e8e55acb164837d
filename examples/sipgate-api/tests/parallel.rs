//! Ten thousand requests over many connections at once, tokens and endpoints mixed at random: not one wrong answer, and
//! none that belongs to another request.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects by failing")]

mod catalogue;
mod wire;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use catalogue::{Catalogue, Credentials};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use wire::{Answer, Challenge, Site, body_length, parse_head, request};

const CONNECTIONS: usize = 96;
const REQUESTS: usize = 105; // each: 10,080 in all
/// Printed where it fails, so that the same requests can be sent again.
const SEED: u64 = 0x5190_6A7E;
/// Many times what it takes where nothing is optimised.
const LONG: Duration = Duration::from_secs(120);

/// A token, and what it should be taken for.
struct Holder {
    /// The token's `sub`, which `/me` gives back.
    subject: String,
    authorization: Option<String>,
    credentials: Credentials,
}

/// What all connections know.
struct Plan {
    catalogue: Catalogue,
    holders: Vec<Holder>,
    /// Method, path template, path and body of requests that succeed again and again.
    requests: Vec<(String, String, String, Option<&'static str>)>,
}

/// By splitmix64: the same numbers from the same seed, everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((number ^ (number >> 31)) % end as u64).unwrap()
    }
}

fn holders(site: &Site, catalogue: &Catalogue) -> Vec<Holder> {
    let claims = [
        String::new(),
        "openid".to_owned(),
        "sessions:write contacts:read history:read".to_owned(),
        "sessions:sms:write account:read account:write".to_owned(),
        "sessions:fax:write groups:read spaceships:launch".to_owned(),
        "groups:users:read phonelines:sipgateio:log:read".to_owned(),
        "groups:read groups:users:read devices:callerid:write numbers:read".to_owned(),
        "contacts:write log:webhooks:read balance:read sessions:calls:write".to_owned(),
        catalogue.names.join(" "),
    ];
    let mut holders: Vec<_> = claims
        .into_iter()
        .enumerate()
        .map(|(number, scope)| {
            let subject = format!("user-{number}");
            let token = site.issuer().access_token().claim("sub", subject.as_str()).scope(&scope);
            let names = scope.split_whitespace().map(str::to_owned).collect();
            Holder { subject, authorization: Some(site.sign(&token)), credentials: Credentials::Names(names) }
        })
        .collect();
    let all = || site.issuer().access_token().scope(&catalogue.names.join(" "));
    let tampered = site.sign(&all()).replace("Bearer ", "Bearer A");
    for (authorization, credentials) in [
        (None, Credentials::Absent),
        (Some("Bearer a b".to_owned()), Credentials::Malformed),
        (Some("Bearer garbage".to_owned()), Credentials::Invalid("")),
        (Some(tampered), Credentials::Invalid("")),
        (Some(site.sign(&all().lifetime(-60))), Credentials::Invalid("expired")),
        (Some(site.sign(&all().claim("aud", "https://api.example.com"))), Credentials::Invalid("audience")),
    ] {
        holders.push(Holder { subject: String::new(), authorization, credentials });
    }
    holders
}

/// One request to every endpoint. What they do to the data can be done over and over: the contact is not there.
fn requests(catalogue: &Catalogue) -> Vec<(String, String, String, Option<&'static str>)> {
    let request = |(method, path): (&str, &str)| {
        let target = path.replace("{group}", "g0").replace("{device}", "e0").replace("{contact}", "nobody");
        let body = match path {
            _ if method == "GET" || method == "DELETE" => None,
            "/sessions/sms" => Some(r#"{"recipient": "+491713920010", "message": "It runs."}"#),
            "/sessions/fax" => {
                Some(r#"{"recipient": "+491713920020", "filename": "a.pdf", "base64Content": "JVBERi0xLjcK"}"#)
            }
            "/sessions/calls" => Some(r#"{"deviceId": "e0", "callee": "+491713920010"}"#),
            "/account" => Some(r#"{"company": "Difference Engines GmbH"}"#),
            "/contacts" => Some(r#"{"name": "Annie Easley", "number": "+491713920040"}"#),
            "/devices/{device}/callerid" => Some(r#"{"value": "+492214710001"}"#),
            _ => panic!("a body for {method} {path}"),
        };
        (method.to_owned(), path.to_owned(), target, body)
    };
    catalogue.endpoints().map(request).collect()
}

/// How many of one connection's requests were let in, by path template, and wrote something.
type Written = Vec<String>;

/// Sends the requests of one connection, one after the other, and compares every answer.
async fn converse(address: SocketAddr, plan: Arc<Plan>, number: usize) -> Written {
    let mut stream = BufReader::new(TcpStream::connect(address).await.unwrap());
    stream.get_ref().set_nodelay(true).unwrap();
    let mut random = Random(SEED + number as u64);
    let mut written = Vec::new();
    for turn in 0..REQUESTS {
        let holder = &plan.holders[random.below(plan.holders.len())];
        let (method, path, target, body) = &plan.requests[random.below(plan.requests.len())];
        let headers: Vec<_> = holder.authorization.iter().map(|value| ("Authorization", value.as_str())).collect();
        stream.write_all(&request(method, target, &headers, *body)).await.unwrap();
        let answer = answer(&mut stream).await;
        let context =
            format!("seed {SEED}, connection {number}, request {turn}: {method} {path} by {}", holder.subject);
        if is_let_in(&plan.catalogue, (method, path), holder, &answer, &context) && body.is_some() {
            written.push(path.clone());
        }
    }
    written
}

async fn answer(stream: &mut BufReader<TcpStream>) -> Answer {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        assert_ne!(stream.read_until(b'\n', &mut head).await.unwrap(), 0, "{}", head.escape_ascii());
    }
    let mut answer = parse_head(&head);
    answer.body = vec![0; body_length(&answer)];
    stream.read_exact(&mut answer.body).await.unwrap();
    answer
}

/// Asserts that the answer is that to this request and no other.
fn is_let_in(
    catalogue: &Catalogue,
    (method, path): (&str, &str),
    holder: &Holder,
    answer: &Answer,
    context: &str,
) -> bool {
    let Some(refusal) = catalogue.refusal(method, path, &holder.credentials) else {
        let status = match (method, path) {
            ("DELETE", "/contacts/{contact}") => 404,
            ("POST", "/contacts") => 201,
            ("POST", _) => 202,
            _ => 200,
        };
        assert_eq!(answer.status, status, "{context}: {answer:?}");
        if path == "/me" {
            assert_eq!(answer.json()["sub"], holder.subject.as_str(), "{context}");
            assert_eq!(answer.json()["effective_scopes"], effective(catalogue, &holder.credentials), "{context}");
        }
        return true;
    };
    assert_eq!(answer.status, refusal.status, "{context}: {answer:?}");
    let challenge = Challenge::parse(answer.header("www-authenticate").unwrap());
    assert_eq!(challenge.get("error"), refusal.error, "{context}: {answer:?}");
    assert_eq!(challenge.get("scope"), refusal.scope.as_deref(), "{context}: {answer:?}");
    false
}

fn effective(catalogue: &Catalogue, credentials: &Credentials) -> Value {
    let Credentials::Names(names) = credentials else { return Value::Null };
    let closure = catalogue.closure(names);
    catalogue.names.iter().filter(|name| closure.contains(*name)).cloned().collect()
}

#[test]
fn many_requests_at_once_get_each_its_own_answer() {
    let (site, catalogue) = (Site::start(), Catalogue::sipgate());
    let (holders, requests) = (holders(&site, &catalogue), requests(&catalogue));
    let reader = site.bearer("history:read contacts:read");
    let count = |path: &str| {
        let answer = site.ask(&request("GET", path, &[("Authorization", &reader)], None));
        usize::try_from(answer.json()["totalCount"].as_u64().unwrap()).unwrap()
    };
    let before = (count("/history"), count("/contacts"));
    let plan = Arc::new(Plan { catalogue, holders, requests });
    let begin = Instant::now();
    let written: Written = site.runtime().block_on(async {
        let conversations: Vec<_> =
            (0..CONNECTIONS).map(|number| tokio::spawn(converse(site.address(), Arc::clone(&plan), number))).collect();
        let mut written = Vec::new();
        for conversation in conversations {
            written.extend(conversation.await.unwrap());
        }
        written
    });
    assert!(begin.elapsed() < LONG, "{:?}", begin.elapsed());
    // Everything that was accepted is there, once.
    let accepted = written.iter().filter(|path| path.starts_with("/sessions/")).count();
    let added = written.iter().filter(|path| *path == "/contacts").count();
    assert!(accepted > 100 && added > 10, "{accepted}, {added}");
    assert_eq!((count("/history"), count("/contacts")), (before.0 + accepted, before.1 + added));
}
