//! What the iTwin services' page "Available scopes" says must be possible, and must not.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use scopes_runtime::{Ceiling, Granted, Holder, InvalidScopeReason, Kind as _, Requested, System};
use scopes_tests::itwin::{Client, Itwin, Scope, ScopeSet};

fn everything() -> Ceiling<Scope> {
    Ceiling::new(ScopeSet::ALL)
}

#[test]
fn offline_access_is_only_supported_in_desktop_registration() {
    let requested = Requested::parse("openid offline_access").unwrap();
    assert!(requested.within(&everything(), Client::Desktop).is_ok());
    let refused = requested.within(&everything(), Client::Web).unwrap_err();
    assert_eq!(refused.error(), "invalid_scope");
    assert_eq!(refused.scopes(), Itwin!(set["offline_access"]));
    assert_eq!(refused.to_string(), "not for the client web: offline_access");
}

#[test]
fn a_client_of_unknown_kind_is_none_of_the_allowed() {
    let requested = Requested::parse("offline_access").unwrap();
    let refused = requested.within(&everything(), Holder::UNKNOWN).unwrap_err();
    assert!(matches!(refused.reason(), InvalidScopeReason::NotForHolder { kind: None, .. }));
    assert!(Requested::<Scope>::parse("openid").unwrap().within(&everything(), Holder::UNKNOWN).is_ok());
}

#[test]
fn offline_access_is_required_to_get_a_refresh_token() {
    let issuing: Vec<_> = Scope::ALL.iter().filter(|scope| scope.issues_refresh_token()).collect();
    assert_eq!(issuing, [&Scope::OfflineAccess]);
}

#[test]
fn openid_is_required_to_get_the_id_token_and_the_id_of_the_user() {
    let issuing: Vec<_> = Scope::ALL.iter().filter(|scope| scope.issues_id_token()).collect();
    assert_eq!(issuing, [&Scope::Openid]);
    assert_eq!(Scope::Openid.claims(), ["sub"]);
    assert_eq!(Scope::Profile.claims(), ["given_name", "family_name"]);
}

#[test]
fn the_router_does_not_bring_the_general_purpose_backend_which_is_required_for_itself() {
    let granted = Granted::<Scope>::parse("imodeljs-router").unwrap();
    assert!(granted.check(&Itwin!(all["general-purpose-imodeljs-backend"])).is_err());
}

#[test]
fn every_scope_is_required_for_its_own_service_and_gives_no_other() {
    for scope in Scope::ALL {
        let granted = Granted::new(ScopeSet::from(*scope));
        assert_eq!(granted.effective(), ScopeSet::from(*scope));
    }
    assert_eq!(Itwin::SCOPES.len(), 13);
}

#[test]
fn both_registrations_are_named_as_in_the_manifest() {
    assert_eq!(Client::ALL.iter().map(|client| client.as_str()).collect::<Vec<_>>(), ["desktop", "web"]);
}
