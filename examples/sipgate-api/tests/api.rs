//! What the endpoints do for a token that has the scopes: what is written is read back, and what cannot be done is
//! said.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod client;

use client::Client;
use serde_json::json;

const WRITE: &str = "contacts:write";

#[test]
fn a_contact_is_added_listed_and_removed_once() {
    let client = Client::start();
    let contact = r#"{"name": "Annie Easley", "number": "+491713920040", "email": "annie@example.com"}"#;
    let added = client.json("POST", WRITE, "/contacts", contact);
    assert_eq!(added.status, 201, "{added:?}");
    let (location, id) = (added.headers["location"].to_str().unwrap(), added.json()["id"].clone());
    assert_eq!(location, format!("/contacts/{}", id.as_str().unwrap()));

    let listed = client.get("contacts:read", "/contacts").json();
    assert_eq!(listed["totalCount"], 3);
    assert!(listed["items"].as_array().unwrap().contains(&added.json()), "{listed}");

    assert_eq!(client.send(client.request("DELETE", WRITE, location), "").status, 204);
    let again = client.send(client.request("DELETE", WRITE, location), "");
    assert_eq!((again.status, again.detail().as_str()), (404, "there is no such contact"));
    assert_eq!(client.get("contacts:read", "/contacts").json()["totalCount"], 2);
}

#[test]
fn a_list_is_given_in_pages() {
    let client = Client::start();
    let names = |query: &str| {
        let page = client.get("contacts:read", &format!("/contacts{query}")).json();
        assert_eq!(page["totalCount"], 2);
        page["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("?limit=1"), ["ada"]);
    assert_eq!(names("?limit=1&offset=1"), ["grace"]);
    assert!(names("?offset=2").is_empty());
    for query in ["limit=0", "limit=101", "limit=x", "offset=-1", "page=2", "limit=1&limit=2"] {
        let answer = client.get("contacts:read", &format!("/contacts?{query}"));
        assert_eq!(answer.status, 400, "{query}");
        assert!(!answer.detail().is_empty());
    }
}

#[test]
fn what_is_sent_stands_in_the_history() {
    let client = Client::start();
    let before = client.get("history:read", "/history").json()["totalCount"].as_u64().unwrap();
    let pdf = "JVBERi0xLjcK"; // `%PDF-1.7` and a line break
    let fax = json!({ "recipient": "+491713920020", "filename": "offer.pdf", "base64Content": pdf }).to_string();
    let sent = [
        ("/sessions/sms", r#"{"recipient": "+491713920010", "message": "It runs."}"#, "SMS", "+491713920000"),
        ("/sessions/fax", fax.as_str(), "FAX", "+492214710001"),
        ("/sessions/calls", r#"{"deviceId": "e0", "callee": "+491713920010"}"#, "CALL", "+492214710000"),
    ];
    for (index, (path, body, kind, source)) in sent.into_iter().enumerate() {
        let answer = client.json("POST", "sessions:write", path, body);
        assert_eq!(answer.status, 202, "{answer:?}");
        assert_eq!((&answer.json()["status"], &answer.json()["type"]), (&json!("accepted"), &json!(kind)));
        let history = client.get("history:read", "/history").json();
        assert_eq!(history["totalCount"], before + 1 + index as u64);
        let latest = &history["items"][0];
        assert_eq!((&latest["id"], &latest["source"]), (&answer.json()["sessionId"], &json!(source)));
        assert_eq!((&latest["type"], &latest["direction"]), (&json!(kind), &json!("OUTGOING")));
    }
}

#[test]
fn the_account_is_changed() {
    let client = Client::start();
    let changed = client.json("PUT", "account:write", "/account", r#"{"company": "Difference Engines GmbH"}"#);
    assert_eq!(changed.status, 200);
    assert_eq!(client.get("account:read", "/account").json(), changed.json());
    assert_eq!(changed.json()["company"], "Difference Engines GmbH");
}

#[test]
fn a_call_shows_the_caller_id_that_was_set() {
    let client = Client::start();
    let set = |device: &str, number: &str| {
        let body = json!({ "value": number }).to_string();
        client.json("PUT", "devices:callerid:write", &format!("/devices/{device}/callerid"), &body)
    };
    assert_eq!(set("e0", "+491713920000").json()["callerId"], "+491713920000");
    assert_eq!(set("e9", "+491713920000").status, 404);
    let foreign = set("e0", "+491713920099");
    assert_eq!((foreign.status, foreign.detail().as_str()), (422, "value: not a number of the account"));

    let call = |device: &str| {
        let body = json!({ "deviceId": device, "callee": "+491713920010" }).to_string();
        client.json("POST", "sessions:calls:write", "/sessions/calls", &body)
    };
    assert_eq!(call("e9").detail(), "deviceId: no such device");
    assert_eq!(call("e0").status, 202);
    assert_eq!(client.get("history:read", "/history").json()["items"][0]["source"], "+491713920000");
}

#[test]
fn what_is_only_read_is_there() {
    let client = Client::start();
    assert_eq!(client.get("balance:read", "/balance").json(), json!({ "amount": 423_500, "currency": "EUR" }));
    assert_eq!(client.get("numbers:read", "/numbers").json()["totalCount"], 3);
    assert_eq!(client.get("log:webhooks:read", "/webhooks/log").json()["items"][0]["responseStatus"], 503);
    let users = |group: &str| client.get("groups:read groups:users:read", &format!("/groups/{group}/users"));
    assert_eq!(users("g0").json()["items"][1]["lastname"], "Somerville");
    assert_eq!((users("g9").status, users("g9").detail().as_str()), (404, "there is no such group"));
}

#[test]
fn me_tells_what_the_token_says() {
    let client = Client::start();
    let me = client.get("contacts:read sessions:write legacy:history", "/me").json();
    assert_eq!(me["sub"], "newcomer");
    assert_eq!(me["client_id"], "development");
    assert_eq!(me["scopes"], json!(["contacts:read", "sessions:write"]));
    assert_eq!(me["effective_scopes"].as_array().unwrap().len(), 5);
    assert_eq!(me["unknown_scopes"], 1);
}

#[test]
fn a_body_that_does_not_do_is_refused_and_said_why() {
    let client = Client::start();
    let cases = [
        ("", 400, "EOF"),
        ("{", 400, "EOF"),
        ("[]", 422, "an object with name and number"),
        ("{}", 422, "missing field `name`"),
        (r#"{"name": "A", "number": "+491713920040", "nmae": ""}"#, 422, "unknown field `nmae`"),
        (r#"{"name": " ", "number": "+491713920040"}"#, 422, "name: give a text of 1 to 100 characters"),
        (r#"{"name": "A\u0007", "number": "+491713920040"}"#, 422, "name: give a text"),
        (r#"{"name": "A", "number": "0221 4710000"}"#, 422, "number: give a number as E.164 writes it"),
        (r#"{"name": "A", "number": "+491713920040", "email": "A"}"#, 422, "email: give an email address"),
        (r#"{"name": 1, "number": "+491713920040"}"#, 422, "name: invalid type: integer"),
    ];
    for (body, status, said) in cases {
        let answer = client.json("POST", WRITE, "/contacts", body);
        assert_eq!(answer.status, status, "{body}: {answer:?}");
        assert!(answer.detail().contains(said), "{body}: {}", answer.detail());
    }
    let fax = r#"{"recipient": "+491713920020", "filename": "a.pdf", "base64Content": "bm90IGEgUERG"}"#;
    assert!(client.json("POST", "sessions:write", "/sessions/fax", fax).detail().contains("%PDF-"));
    assert_eq!(client.get("contacts:read", "/contacts").json()["totalCount"], 2);
}

#[test]
fn a_body_of_another_type_or_too_large_is_refused() {
    let client = Client::start();
    let untyped = client.send(client.request("POST", WRITE, "/contacts"), "{}");
    assert_eq!(untyped.status, 415, "{untyped:?}");
    // One byte too many: of a larger one the server would not read the rest, and the client could not write it.
    let large = client.json("POST", WRITE, "/contacts", &" ".repeat(1024 * 1024 + 1));
    assert_eq!(large.status, 413, "{large:?}");
    assert!(!large.detail().is_empty());
}

#[test]
fn other_paths_and_methods_are_no_secret() {
    let client = Client::start();
    assert!(client.get("contacts:read", "/contact").detail().contains("/openapi.json"));
    assert_eq!(client.get(WRITE, "/contacts/%FF").status, 405);
    assert_eq!(client.send(client.request("DELETE", WRITE, "/contacts/%FF"), "").status, 400);
    let patched = client.json("PATCH", WRITE, "/contacts", "{}");
    assert_eq!((patched.status, &patched.headers["allow"]), (405, &"GET, POST, HEAD".parse().unwrap()));
}
