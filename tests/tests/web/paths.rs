//! Paths that only look like others: what runs is what axum has matched, and the token is checked for that.

use http::header::{HeaderName, HeaderValue};

use crate::served::{composed_routes, enforced, routes, what_ran};
use crate::server::{ask, request, with};

/// What runs for `GET` of this with a token that may do everything, and without one.
fn reached(uri: &str) -> (Option<String>, u16) {
    let router = enforced(routes());
    let all = "contacts:write history:read admin suite terms";
    let ran = ask(&router, with("GET", uri, all));
    let status = ask(&router, request("GET", uri, None)).status;
    (what_ran(&ran).map(str::to_owned), status)
}

#[track_caller]
fn runs(uri: &str, ran: &str) {
    assert_eq!(reached(uri), (Some(ran.to_owned()), 401), "{uri}");
}

#[track_caller]
fn runs_nothing(uri: &str, without_token: u16) {
    assert_eq!(reached(uri), (None, without_token), "{uri}");
}

#[test]
fn a_trailing_slash_is_another_route() {
    runs("/contacts", "GET /contacts");
    runs("/contacts/", "GET /contacts/");
    runs_nothing("/contacts//", 404);
    runs_nothing("/me/", 403); // served, and not listed
    runs_nothing("/health/", 404);
    runs_nothing("/contacts/5/", 404);
}

#[test]
fn a_slash_too_many_is_no_slash_too_few() {
    runs_nothing("//contacts", 404);
    runs_nothing("//", 404);
    runs("/contacts//history", "GET /contacts/{contact}/history"); // axum's parameters may be empty
    runs("/assets//a//b/", "GET /assets/{*path}");
    runs_nothing("/assets/", 404);
}

#[test]
fn an_encoded_slash_is_part_of_its_segment() {
    for slash in ["%2F", "%2f"] {
        runs(&format!("/contacts/5{slash}history"), "GET /contacts/{contact}");
        runs(&format!("/contacts/{slash}"), "GET /contacts/{contact}");
        runs_nothing(&format!("/contacts{slash}5"), 404);
        runs_nothing(&format!("/{slash}contacts"), 404);
        runs_nothing(&format!("/me{slash}nearby"), 404);
    }
    runs("/contacts/5%252Fhistory", "GET /contacts/{contact}");
}

#[test]
fn dots_are_names_like_others() {
    runs("/contacts/..", "GET /contacts/{contact}");
    runs("/contacts/.", "GET /contacts/{contact}");
    runs("/contacts/%2e%2e", "GET /contacts/{contact}");
    runs("/contacts/../history", "GET /contacts/{contact}/history");
    runs_nothing("/./contacts", 404);
    runs_nothing("/health/../contacts", 404);
    runs_nothing("/contacts/../../contacts", 404);
    // It begins with what is public, and is what is public: nothing resolves it.
    assert_eq!(reached("/public/../contacts"), (Some("GET /public/{*path}".to_owned()), 200));
    runs("/assets/../contacts", "GET /assets/{*path}");
}

#[test]
fn case_and_encoded_letters_make_another_path() {
    runs("/Contacts", "GET /Contacts");
    runs_nothing("/CONTACTS", 404);
    runs_nothing("/%63ontacts", 404);
    runs_nothing("/%43ontacts", 404);
    runs("/contacts/%6e%65%77", "GET /contacts/{contact}");
    runs("/contacts/NEW", "GET /contacts/{contact}");
    runs("/contacts/new%20", "GET /contacts/{contact}");
    assert_eq!(reached("/contacts/new"), (Some("GET /contacts/new".to_owned()), 200), "which is public");
}

#[test]
fn parameters_of_a_segment_are_part_of_it() {
    runs_nothing("/contacts;a=b", 404);
    runs_nothing("/contacts;/5", 404);
    runs("/contacts/new;a=b", "GET /contacts/{contact}");
    runs("/contacts/5;jsessionid=1", "GET /contacts/{contact}");
    runs("/contacts/;", "GET /contacts/{contact}");
}

#[test]
fn a_query_is_no_part_of_the_path() {
    for query in ["", "a=/health", "/../health", "%2Fhealth", "a=b?c=d", "//", "_method=POST", "access_token=admin"] {
        runs(&format!("/contacts?{query}"), "GET /contacts");
        runs_nothing(&format!("/nowhere?{query}"), 404);
    }
    runs("/contacts/5?/history", "GET /contacts/{contact}");
}

#[test]
fn the_root_is_its_own_route() {
    for uri in [
        "/",
        "/?",
        "/?a=/contacts",
        "/?/contacts/../contacts",
        "http://api.example.com",
        "http://api.example.com?contacts",
    ] {
        assert_eq!(reached(uri), (Some("GET /".to_owned()), 200), "{uri}");
    }
}

#[test]
fn an_absolute_form_is_its_path() {
    for origin in ["http://api.example.com", "https://evil.example", "HTTP://contacts:80", "http://a@b", "x-y://health"]
    {
        runs(&format!("{origin}/contacts"), "GET /contacts");
        runs_nothing(&format!("{origin}//contacts"), 404);
        runs(&format!("{origin}/contacts/5?http://a/health"), "GET /contacts/{contact}");
    }
    runs_nothing("//api.example.com/contacts", 404);
    runs_nothing("//contacts", 404);
}

#[test]
fn forms_without_a_path_match_nothing() {
    for (method, uri) in
        [("OPTIONS", "*"), ("CONNECT", "contacts:443"), ("CONNECT", "api.example.com:443"), ("GET", "contacts")]
    {
        let answer = ask(&enforced(routes()), with(method, uri, "admin contacts:write"));
        assert_eq!((answer.status, what_ran(&answer)), (404, None), "{method} {uri}");
    }
}

#[test]
fn stray_bytes_make_another_path() {
    for stray in ["%00", "%0a", "%20", "%09", "%c3%a4", "%ff", "%", "%2", "%zz", ".", "\u{e4}", "|", "\"", "{", "}"] {
        runs_nothing(&format!("/contacts{stray}"), 404);
        runs(&format!("/contacts/{stray}"), "GET /contacts/{contact}");
        runs(&format!("/contacts/new{stray}"), "GET /contacts/{contact}");
    }
    runs("/contacts/{contact}", "GET /contacts/{contact}");
    runs("/assets/{*path}", "GET /assets/{*path}");
}

#[test]
fn headers_that_speak_of_other_methods_and_paths_change_nothing() {
    const HEADERS: [(&str, &str); 12] = [
        ("x-http-method-override", "GET"),
        ("x-http-method", "GET"),
        ("x-method-override", "GET"),
        ("x-original-url", "/health"),
        ("x-rewrite-url", "/health"),
        ("x-original-uri", "/health"),
        ("x-forwarded-uri", "/health"),
        ("x-forwarded-path", "/health"),
        ("x-forwarded-prefix", "/public"),
        ("x-forwarded-method", "OPTIONS"),
        ("x-forwarded-for", "127.0.0.1"),
        ("forwarded", "for=127.0.0.1;host=health;proto=https"),
    ];
    for router in [enforced(routes()), enforced(composed_routes())] {
        for (method, uri) in [
            ("GET", "/contacts"),
            ("POST", "/contacts"),
            ("PUT", "/contacts"),
            ("GET", "/contacts/5"),
            ("GET", "/nowhere"),
        ] {
            for scopes in ["contacts:write", ""] {
                let plain = ask(&router, with(method, uri, scopes));
                let mut request = with(method, uri, scopes);
                for (name, value) in HEADERS {
                    request.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
                }
                let other = ask(&router, request);
                assert_eq!((plain.status, plain.headers), (other.status, other.headers), "{method} {uri}");
            }
        }
    }
}
