//! Requests where the manifest is lenient, what approvals and sensitivity do, consent in other languages, and that no
//! refusal prints what OAuth's `error_description` may not have.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use proptest::prelude::*;
use scopes_runtime::{
    Approval, Ceiling, Consent, Granted, Holder, InvalidScopeReason, NotGranted, ParseErrorKind, Requested,
    Sensitivity, System,
};
use scopes_tests::itwin;
use scopes_tests::requests::{Lenient, Scope, ScopeSet};

fn consent(text: &str, approval: Approval) -> Consent<Scope> {
    let requested = Requested::parse(text).unwrap();
    requested.within(&Ceiling::new(ScopeSet::ALL), Holder::UNKNOWN).unwrap().approved(approval).consent()
}

#[test]
fn commas_and_spaces_one_between_two_names() {
    for text in ["a,c", "a c", "c,a", "a,c a"] {
        assert_eq!(Requested::parse(text).unwrap().scopes(), Lenient!(set["a", "c"]), "{text}");
    }
    for (text, place) in [("a, c", 2), ("a,,c", 2), (",a", 0), ("a,", 1), ("a  c", 2), ("a\tc", 1)] {
        let refused = Requested::<Scope>::parse(text).unwrap_err();
        assert!(
            matches!(refused.reason(), InvalidScopeReason::Malformed(error) if error.position() == place),
            "{text}"
        );
    }
    let refused = Requested::<Scope>::parse("a,").unwrap_err();
    assert_eq!(refused.to_string(), "malformed scope: byte 1: a delimiter stands after the last name");
    // A token has spaces alone, and a comma there is a byte of a name.
    assert_eq!(Granted::<Scope>::parse("a,c").unwrap().unknown(), 1);
    assert!(Requested::<itwin::Scope>::parse("openid,email").is_err(), "where the manifest does not allow it");
}

#[test]
fn an_ignored_scope_is_reported_and_never_granted() {
    let requested = Requested::<Scope>::parse("a unheard-of c never").unwrap();
    assert_eq!((requested.scopes(), requested.ignored()), (Lenient!(set["a", "c"]), 2));
    assert_eq!(requested.answer(&Granted::new(requested.scopes())), Some(Lenient!(set["a", "c"])));
    assert!(Requested::<Scope>::parse("unheard-of").unwrap().scopes().is_empty(), "and is no wish for the default");
}

#[test]
fn an_omitted_scope_is_the_default() {
    for parameter in [None, Some("")] {
        let requested = Requested::<Scope>::parse(parameter).unwrap();
        assert_eq!((requested.scopes(), requested.is_default()), (Lenient::BASIC, true));
        assert_eq!(requested.answer(&Granted::new(Lenient::BASIC)), Some(Lenient::BASIC), "it was not named");
    }
    assert_eq!(Lenient::DEFAULT, Some(Lenient::BASIC));
}

#[test]
fn a_request_over_the_limit_is_refused_before_it_is_read() {
    let refused = Requested::<Scope>::parse(" ".repeat(65).as_str()).unwrap_err();
    let InvalidScopeReason::Malformed(error) = refused.reason() else { panic!("{refused}") };
    assert_eq!(error.kind(), ParseErrorKind::TooLong { max_bytes: 64 });
}

#[test]
fn an_alias_is_asked_for_and_its_scope_answered() {
    assert_eq!(Requested::<Scope>::parse("beta").unwrap().to_string(), "b");
}

#[test]
fn nothing_is_granted_before_it_is_approved() {
    let all = Lenient!(set["a", "b"]);
    for approval in [Approval::None, Approval::Registration, Approval::Admin] {
        let waiting = consent("a b", approval);
        assert_eq!(waiting.grant(all), Err(NotGranted::Awaiting(Lenient!(set["b"]))));
    }
    assert_eq!(consent("a b", Approval::Review).grant(all).unwrap().scopes(), all);
    assert_eq!((Scope::B.approval(), Scope::A.approval()), (Approval::Review, Approval::None));
}

#[test]
fn sensitivity_is_reported_where_it_matters() {
    let requested = Requested::<Scope>::parse("a b c").unwrap();
    let approvable = requested.within(&Ceiling::new(ScopeSet::ALL), Holder::UNKNOWN).unwrap();
    assert_eq!(approvable.restricted(), Lenient!(set["b"]));
    let shown: Vec<_> = approvable.consent().entries("en").map(|entry| entry.sensitivity()).collect();
    assert_eq!(shown, [Sensitivity::Low, Sensitivity::Restricted, Sensitivity::Sensitive]);
}

#[test]
fn a_screen_shows_texts_in_the_asked_language_and_says_which_it_is() {
    let consent = consent("a", Approval::None);
    for (asked, text, locale) in [
        ("de", "Lass es a tun", "de"),
        ("DE-at-1996", "Lass es a tun", "de"),
        ("pt-BR", "Deixe fazer a", "pt-BR"),
        ("pt", "Let it do a", "en"),
        ("en-GB", "Let it do a", "en"),
        ("fr", "Let it do a", "en"),
        ("", "Let it do a", "en"),
        ("de-x-private", "Lass es a tun", "de"),
    ] {
        let entry = consent.entries(asked).next().unwrap();
        assert_eq!((entry.text(), entry.locale()), (text, locale), "{asked}");
        assert_eq!((entry.detail(), entry.claims()), (Some("Only a"), &["sub"][..]));
    }
}

#[test]
fn what_comes_with_an_optional_scope_has_its_own_box() {
    let both = consent("a c", Approval::None);
    assert_eq!(both.entries("en").map(|entry| entry.scope()).collect::<ScopeSet>(), Lenient!(set["a", "c"]));
    assert_eq!(both.grant(Lenient!(set["a"])).unwrap().scopes(), Lenient!(set["a"]), "c is unticked, a stays");
    assert_eq!(both.grant(Lenient!(set["c"])).unwrap().scopes(), Lenient!(set["a", "c"]), "a comes with it");
}

#[test]
fn a_restriction_cannot_be_unticked() {
    let limited = consent("a limit", Approval::None);
    assert_eq!(limited.grant(Lenient!(set["a"])), Err(NotGranted::Required(Lenient!(set["limit"]))));
    assert!(limited.entries("en").all(|entry| !entry.is_optional()));
    let granted = limited.grant(limited.scopes()).unwrap();
    assert!(granted.check(&Lenient!(all["a"])).is_err(), "and a check that does not name it denies");
    assert!(granted.check(&Lenient!(all["a"] under["limit"])).is_ok());
}

#[test]
fn metadata_leaves_out_what_nobody_should_ask_for() {
    assert_eq!(serde_json::to_string(&Lenient::scopes_supported()).unwrap(), r#"["a","b","c","limit"]"#);
}

proptest! {
    #[test]
    fn a_refusal_is_a_safe_error_description(text in "[a-c ,\"\\\\\u{0}-\u{20}é\u{2028}openid]{0,40}") {
        let is_safe = |text: String| {
            // RFC 6749 section 5.2.
            text.bytes().all(|byte| matches!(byte, 0x20 | 0x21 | 0x23..=0x5B | 0x5D..=0x7E))
        };
        if let Err(refused) = Requested::<Scope>::parse(text.as_str()) {
            prop_assert!(is_safe(refused.to_string()), "{refused}");
        }
        if let Err(refused) = Requested::<itwin::Scope>::parse(text.as_str()) {
            prop_assert!(is_safe(refused.to_string()), "{refused}");
        }
        if let Err(refused) = Granted::<Scope>::default().refresh(text.as_str()) {
            prop_assert!(is_safe(refused.to_string()), "{refused}");
        }
    }
}
