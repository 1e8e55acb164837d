//! Refusals as RFC 6750 section 3 has them: the status, the header to the byte, and no way into it for anything but
//! names of the manifest and texts of the server.

use http::{Response, StatusCode};
use scopes_demo::Demo;
use scopes_runtime::{BearerError, Challenge, Denied, Granted, NotQuotable, Requirement, Scope as AnyScope, ScopeSet};
use scopes_tests::web::{Scope, Web};

use crate::header::Parameters;

fn denied(token: &str, requirement: &Requirement<Scope>) -> Denied<Scope> {
    Granted::parse(token).unwrap().check(requirement).unwrap_err()
}

/// Status and header of the denial of a token.
fn insufficient(token: &str, requirement: &Requirement<Scope>) -> (u16, String) {
    shown(&Challenge::insufficient_scope(&denied(token, requirement)))
}

fn shown(challenge: &Challenge) -> (u16, String) {
    let header = challenge.header_value();
    assert_eq!(header.to_str().unwrap(), challenge.to_string());
    (challenge.status().as_u16(), challenge.to_string())
}

#[test]
fn each_kind_has_its_status_and_its_code() {
    let of = |challenge: Challenge| (challenge.error(), shown(&challenge));
    let header = |status, text: &str| (status, text.to_owned());
    assert_eq!(of(Challenge::unauthenticated()), (None, header(401, "Bearer")));
    assert_eq!(
        of(Challenge::invalid_request()),
        (Some(BearerError::InvalidRequest), header(400, "Bearer error=\"invalid_request\""))
    );
    assert_eq!(
        of(Challenge::invalid_token()),
        (Some(BearerError::InvalidToken), header(401, "Bearer error=\"invalid_token\""))
    );
    let denied = denied("history:read", &Web!(all["contacts:read"]));
    assert_eq!(Challenge::insufficient_scope(&denied).error(), Some(BearerError::InsufficientScope));
}

#[test]
fn insufficient_scope_says_what_is_missing_and_what_is_needed() {
    let wanted = "Bearer error=\"insufficient_scope\", error_description=\"missing: history:read\", \
                  scope=\"contacts:read history:read\"";
    let answer = insufficient("contacts:write", &Web!(all["history:read", "contacts:read"]));
    assert_eq!(answer, (403, wanted.to_owned()), "names stand in the manifest's order");
}

#[test]
fn without_credentials_there_is_no_error_and_still_the_scope() {
    let challenge = Challenge::unauthenticated().requiring(&Web!(endpoint "DELETE /contacts/{contact}"));
    assert_eq!(shown(&challenge), (401, "Bearer scope=\"contacts:write users:read\"".to_owned()));
    assert_eq!((challenge.error(), challenge.scope()), (None, Some("contacts:write users:read")));
}

#[test]
fn the_alternative_with_the_fewest_missing_is_named_and_of_equals_the_first() {
    let either = Web!(any[all["contacts:write", "history:read"], all["users:read", "files:read"], "admin"]);
    let scope = |token| Challenge::insufficient_scope(&denied(token, &either)).scope().map(str::to_owned);
    assert_eq!(scope("").as_deref(), Some("admin"));
    assert_eq!(scope("contacts:write").as_deref(), Some("contacts:write history:read"), "as near as admin, and first");
    assert_eq!(scope("users:read").as_deref(), Some("users:read files:read"), "as near as admin, and before it");
    assert_eq!(scope("contacts:write users:read").as_deref(), Some("contacts:write history:read"));
    assert_eq!(Challenge::unauthenticated().requiring(&either).scope(), Some("admin"));
}

#[test]
fn what_the_needed_scopes_require_is_needed_as_well() {
    let delete = Web!(all["users:delete"]);
    let scope = "scope=\"users:read users:delete\"";
    let start = "Bearer error=\"insufficient_scope\", error_description=\"missing:";
    assert_eq!(insufficient("", &delete).1, format!("{start} users:read users:delete\", {scope}"));
    assert_eq!(insufficient("users:delete", &delete).1, format!("{start} users:read\", {scope}"), "it is inert alone");
    assert_eq!(insufficient("users:read", &delete).1, format!("{start} users:delete\", {scope}"));
    assert_eq!(Challenge::unauthenticated().requiring(&Web!(all["admin"])).scope(), Some("admin"), "it comes with it");
}

#[test]
fn what_only_an_inert_scope_includes_is_missing() {
    // `suite` includes `mail:read` through `mail:manage` alone, which without `terms` has no effect.
    let denied = denied("suite", &Web!(all["mail:read"]));
    assert!(!denied.needs_resource(), "{denied}");
    let enough = Granted::new(Web!(set["suite"]) | denied.missing());
    assert_eq!(enough.check(&Web!(all["mail:read"])), Ok(()), "with {:?}", denied.missing());
}

#[test]
fn what_only_an_inert_scope_includes_is_needed() {
    let both = Web!(all["suite", "mail:export"]);
    let scope = Challenge::unauthenticated().requiring(&both).scope().unwrap().to_owned();
    assert_eq!(Granted::parse(&scope).unwrap().check(&both), Ok(()), "with {scope}");
}

#[test]
fn a_restriction_that_denies_is_named() {
    let description = "not allowed to a token restricted by local-only read-only";
    let header = format!("Bearer error=\"insufficient_scope\", error_description=\"{description}\", scope=");
    let read = Web!(all["contacts:read"]);
    let wanted = (403, header + "\"contacts:read\"");
    assert_eq!(insufficient("read-only contacts:read local-only", &read), wanted);
    assert_eq!(insufficient("read-only local-only", &read), wanted, "more scopes would not help");
    let (_, honoured) =
        insufficient("read-only contacts:read local-only", &Web!(all["contacts:read"] under["read-only"]));
    assert!(honoured.contains("restricted by local-only\""), "{honoured}");
}

#[test]
fn a_scope_that_is_held_for_another_resource_is_said_to_be() {
    let description = "not granted for this resource";
    let wanted =
        format!("Bearer error=\"insufficient_scope\", error_description=\"{description}\", scope=\"files:read\"");
    assert_eq!(insufficient("files:read", &Web!(all["files:read"])), (403, wanted));
}

#[test]
fn realm_and_metadata_stand_first_and_last() {
    let challenge = Challenge::invalid_token().with_realm("Web, \u{7e}the API").unwrap();
    let challenge = challenge.with_resource_metadata("https://api.example.com/.well-known/x?a=%22&b=[1]#c").unwrap();
    let wanted = "Bearer realm=\"Web, ~the API\", error=\"invalid_token\", \
                  resource_metadata=\"https://api.example.com/.well-known/x?a=%22&b=[1]#c\"";
    assert_eq!(shown(&challenge), (401, wanted.to_owned()));
    let again = challenge.with_realm("other").unwrap();
    assert_eq!(Parameters::read(&again.header_value()).get("realm"), Some("other"));
}

#[test]
fn what_could_break_the_header_is_refused_with_its_place() {
    let realm = |text: &str| Challenge::unauthenticated().with_realm(text.to_owned()).map_err(|error| error.place());
    let url = |text: &str| {
        Challenge::unauthenticated().with_resource_metadata(text.to_owned()).map_err(|error| error.place())
    };
    for stray in ["\"", "\\", "\r", "\n", "\r\n", "\t", "\0", "\u{7f}", "ä", "\u{80}", "\u{2028}", "\u{1f600}"] {
        for (text, place) in [(format!("ab{stray}c"), 2), (stray.to_owned(), 0), (format!("abc{stray}"), 3)] {
            assert_eq!((realm(&text).err(), url(&text).err()), (Some(place), Some(place)), "{text:?}");
        }
    }
    assert_eq!((realm("").err(), url("").err()), (Some(0), Some(0)));
    for stray in [" ", "<", ">", "^", "`", "{", "|", "}"] {
        let text = format!("https://a{stray}b");
        assert_eq!((realm(&text).err(), url(&text).err()), (None, Some(9)), "{text:?}");
    }
}

#[test]
fn what_is_refused_is_named_without_the_text() {
    let error: NotQuotable = Challenge::invalid_token().with_realm("se\ncret").unwrap_err();
    let text = error.to_string();
    assert!(text.starts_with("`realm` cannot stand in a challenge: byte 2"), "{text}");
    assert!(!text.contains("se\n") && !text.contains("cret"), "{text}");
    let error = Challenge::invalid_token().with_resource_metadata("a b").unwrap_err();
    assert!(error.to_string().starts_with("`resource_metadata` cannot stand in a challenge: byte 1"), "{error}");
    for text in ["x", "javascript:alert(1)", "https://", "https:///x", "https:/a", "HTTPS", "ftp://a"] {
        let error = Challenge::invalid_token().with_resource_metadata(text).unwrap_err();
        assert!(error.to_string().ends_with("it does not begin with https:// or http:// and a host"), "{error}");
    }
    let error = Challenge::invalid_token().with_realm("").unwrap_err();
    assert_eq!(error.to_string(), "`realm` cannot stand in a challenge: it is empty");
}

#[test]
fn many_missing_scopes_are_counted_in_the_description() {
    let wide = Requirement::all(ScopeSet::<scopes_tests::wide::thousand::Scope>::ALL).unwrap();
    let denied = Granted::new(ScopeSet::EMPTY).check(&wide).unwrap_err();
    let challenge = Challenge::insufficient_scope(&denied);
    let header = Parameters::read(&challenge.header_value());
    assert_eq!(header.get("error_description"), Some(&*format!("missing: {} scopes", denied.missing().len())));
    assert_eq!(header.get("scope"), Some(&*denied.needed().to_string()));
}

#[test]
fn the_answer_has_one_header_no_body_and_the_status() {
    let challenge = Challenge::insufficient_scope(&denied("", &Web!(all["admin"])));
    let response: Response<String> = challenge.clone().into_response();
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert_eq!((response.headers().len(), response.body().as_str()), (1, ""));
    assert_eq!(Parameters::of(response.headers()).names(), ["error", "error_description", "scope"]);
}

#[test]
fn what_the_token_itself_says_is_not_in_the_answer() {
    let granted = Granted::<scopes_demo::Scope>::parse("evil:scope contacts:read another[evil]").unwrap();
    let denied = granted.check(&Demo!(all["history:read"])).unwrap_err();
    let header = Challenge::insufficient_scope(&denied).to_string();
    assert!(!header.contains("evil"), "{header}");
    assert!(scopes_demo::Scope::find("evil:scope").is_none());
}
