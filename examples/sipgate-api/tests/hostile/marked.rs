//! A marker in every place of a request that a client may write: it comes back in no header.

use serde_json::{Value, json};

use super::wire::{Answer, Site, request};
use super::{MARKER, assert_own, assert_well, send};

/// What a naive server would make another header of.
const BREAKS: [&str; 6] =
    ["\r\nX-Admin: 1", "\nX-Admin: 1", "\" scope=\"admin", "\\", "\0", "\u{10d}\u{10a}X-Admin: 1"];

#[track_caller]
fn sent(site: &Site, bytes: &[u8], context: &str) -> Answer {
    let answer = send(site, bytes).unwrap_or_else(|| panic!("{context}: no answer"));
    assert_own(&answer, context);
    answer
}

#[test]
fn nothing_of_a_signed_token_comes_back_in_a_header() {
    let site = Site::start();
    for text in BREAKS.map(|text| format!("{MARKER}{text}{MARKER}")).iter().chain([&MARKER.to_owned()]) {
        let claims = ["iss", "aud", "sub", "client_id", "jti", "scope", "exp", "nbf", "another"];
        for claim in claims {
            for value in [json!(text), json!([text]), json!({ text: text })] {
                let token = site.issuer().access_token().scope("account:read").claim(claim, value);
                let authorization = site.sign(&token);
                let answer =
                    sent(&site, &request("GET", "/balance", &[("Authorization", &authorization)], None), claim);
                assert!([401, 403].contains(&answer.status), "{claim}: {text:?}: {answer:?}");
                sent(&site, &request("GET", "/me", &[("Authorization", &authorization)], None), claim);
            }
        }
        for parameter in ["typ", "alg", "kid", "crit", "jku", "x5u", "jwk", "cty", "another"] {
            let token = site.issuer().access_token().scope("account:read").header(parameter, text.as_str());
            let authorization = site.sign(&token);
            let answer =
                sent(&site, &request("GET", "/balance", &[("Authorization", &authorization)], None), parameter);
            assert!([401, 403].contains(&answer.status), "{parameter}: {answer:?}");
        }
    }
    assert_well(&site);
}

#[test]
fn a_scope_that_is_not_known_is_counted_and_not_repeated() {
    let site = Site::start();
    let authorization = site.bearer(&format!("{MARKER}:read account:read {MARKER}'=,;<script>"));
    let get = |target: &str| site.ask(&request("GET", target, &[("Authorization", &authorization)], None));
    let refused = get("/balance");
    assert_eq!(refused.status, 403);
    assert_own(&refused, "an unknown scope");
    let me = get("/me");
    assert_eq!((&me.json()["scopes"], &me.json()["unknown_scopes"]), (&json!(["account:read"]), &json!(2)));
    assert!(!me.text().contains(MARKER), "{}", me.text());
}

#[test]
fn nothing_of_path_query_method_or_header_comes_back() {
    let site = Site::start();
    let all = site.bearer(&super::catalogue::Catalogue::sipgate().names.join(" "));
    let escaped =
        ["%0d%0aX-Admin:%201", "%0aX-Admin:1", "%22%20scope=%22admin", "%00", "%5c", "%c4%8d%c4%8aX-Admin:1", ""];
    for text in escaped {
        for target in [
            format!("/{MARKER}{text}"),
            format!("/contacts/{MARKER}{text}"),
            format!("/groups/{text}{MARKER}/users"),
            format!("/balance?{MARKER}={text}{MARKER}"),
            format!("/contacts?limit={MARKER}{text}"),
            format!("/.well-known/oauth-protected-resource/{MARKER}{text}"),
        ] {
            for method in ["GET", "HEAD", "POST", "DELETE", "OPTIONS", "ZQ7MARKER"] {
                for headers in [&[][..], &[("Authorization", all.as_str())]] {
                    sent(&site, &request(method, &target, headers, None), &format!("{method} {target}"));
                }
            }
        }
    }
    for name in ["Host", "Origin", "Referer", "Forwarded", "X-Forwarded-Host", "X-Forwarded-Proto", "Accept", "Cookie"]
    {
        let value = format!("{MARKER}.example");
        let line = format!("GET /balance HTTP/1.1\r\n{name}: {value}\r\n\r\n");
        let answer = sent(&site, line.as_bytes(), name);
        assert_eq!(answer.status, 401, "{name}: {answer:?}");
    }
    assert_well(&site);
}

#[test]
fn nothing_of_a_body_comes_back_in_a_header() {
    let site = Site::start();
    let authorization = site.bearer("contacts:write");
    for text in BREAKS {
        let name = format!("{MARKER}{text}");
        let contact =
            json!({ "name": name, "number": "+491713920040", "email": format!("{MARKER}{text}@example.com") });
        for body in [contact.to_string(), json!({ "name": MARKER, "number": "+491713920040" }).to_string(), name] {
            let answer =
                sent(&site, &request("POST", "/contacts", &[("Authorization", &authorization)], Some(&body)), &body);
            if answer.status == 201 {
                let made: Value = answer.json();
                let location = format!("/contacts/{}", made["id"].as_str().unwrap());
                assert_eq!(answer.header("location"), Some(location.as_str()));
            }
        }
    }
    let typed = format!(
        "POST /contacts HTTP/1.1\r\nHost: a\r\nAuthorization: {authorization}\r\nContent-Type: text/{MARKER}\r\n\
         Content-Length: 2\r\n\r\n{{}}"
    );
    assert_eq!(sent(&site, typed.as_bytes(), "a type").status, 415);
    assert_well(&site);
}
