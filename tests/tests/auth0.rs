//! What Auth0's page "Scopes" says of its calendar must be possible, and must not.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use scopes_runtime::{Ceiling, Granted, Holder, Requested, Requires, ScopeSet as Set};
use scopes_tests::auth0::{Calendar, Scope, ScopeSet};

#[derive(Requires)]
#[requires(Calendar: endpoint "GET /appointments")]
struct List;

#[derive(Requires)]
#[requires(Calendar: endpoint "PATCH /appointments/{id}")]
struct Edit;

fn consent(text: &str) -> (Requested<Scope>, scopes_runtime::Consent<Scope>) {
    let requested = Requested::parse(text).unwrap();
    let consent = requested.within(&Ceiling::new(ScopeSet::ALL), Holder::UNKNOWN).unwrap().consent();
    (requested, consent)
}

#[test]
fn some_users_edit_others_only_read_and_others_do_both() {
    let [read, write, both] =
        ["read:appointments", "write:appointments", "read:appointments write:appointments"].map(|text| {
            let (requested, consent) = consent(text);
            consent.grant(requested.scopes()).unwrap()
        });
    assert!(read.authorize::<List>().is_ok() && read.authorize::<Edit>().is_err());
    assert!(write.authorize::<List>().is_err() && write.authorize::<Edit>().is_err());
    assert!(both.authorize::<List>().is_ok() && both.authorize::<Edit>().is_ok());
}

#[test]
fn users_can_grant_less_than_was_requested_and_the_response_says_what() {
    let (requested, consent) = consent("read:appointments write:appointments");
    let granted = consent.grant(Calendar!(set["read:appointments"])).unwrap();
    assert_eq!(requested.missing(&granted), Calendar!(set["write:appointments"]));
    assert_eq!(requested.answer(&granted), Some(Calendar!(set["read:appointments"])));
    assert_eq!(requested.answer(&Granted::new(requested.scopes())), None);
}

#[test]
fn users_can_edit_their_scopes_after_initial_consent() {
    let before = Granted::new(ScopeSet::ALL);
    let after = before.clone().narrow(Calendar!(set["read:appointments"]));
    assert!(after.authorize::<List>().is_ok() && after.authorize::<Edit>().is_err());
    assert_eq!(before.reauthorise(after).revoked(), Calendar!(set["write:appointments"]));
}

#[test]
fn an_app_warns_of_reduced_functionality_and_asks_again() {
    let granted = Granted::new(Calendar!(set["read:appointments"]));
    let denied = granted.authorize::<Edit>().unwrap_err();
    assert_eq!(denied.missing(), Calendar!(set["write:appointments"]));
    let (requested, again) = consent(&(granted.scopes() | denied.missing()).to_string());
    assert!(again.grant(requested.scopes()).unwrap().authorize::<Edit>().is_ok());
}

#[test]
fn users_can_always_say_no() {
    let (_, consent) = consent("read:appointments");
    assert_eq!(consent.grant(ScopeSet::EMPTY).unwrap_err().error(), "access_denied");
}

#[test]
fn an_app_only_requests_what_it_needs() {
    assert_eq!(Set::least_for(&[List::REQUIREMENT]), Calendar!(set["read:appointments"]));
    assert_eq!(Set::least_for(&[List::REQUIREMENT, Edit::REQUIREMENT]), ScopeSet::ALL);
}

#[test]
fn what_was_not_asked_for_is_not_granted() {
    let (_, consent) = consent("read:appointments");
    assert_eq!(consent.grant(ScopeSet::ALL).unwrap_err().error(), "invalid_scope");
    assert_eq!(Requested::<Scope>::parse(None).unwrap_err().error(), "invalid_scope");
    assert_eq!(
        Requested::<Scope>::parse("").unwrap_err().to_string(),
        "no scope was requested, and there is no default"
    );
    let text = "read:appointments admin\u{2028}";
    assert!(Requested::<Scope>::parse(text).unwrap_err().to_string().is_ascii());
}
