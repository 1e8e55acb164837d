//! What sipgate's page on its scopes says must be possible, and must not.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use scopes_runtime::{Ceiling, Granted, Holder, Requested, Requires, System};
use scopes_tests::sipgate::{Scope, ScopeSet, Sipgate};

#[derive(Requires)]
#[requires(Sipgate: endpoint "POST /sessions/sms")]
struct SendSms;

#[test]
fn the_scope_for_sending_sms_is_sessions_sms_write() {
    assert_eq!(SendSms::REQUIREMENT.to_string(), "sessions:sms:write");
    assert!(Granted::<Scope>::parse("sessions:sms:write").unwrap().authorize::<SendSms>().is_ok());
    assert!(Granted::<Scope>::parse("sessions:fax:write").unwrap().authorize::<SendSms>().is_err());
}

#[test]
fn sessions_write_includes_sms_fax_and_calls_on_the_consent_screen_too() {
    let requested = Requested::parse("sessions:write sessions:sms:write").unwrap();
    let consent = requested.within(&Ceiling::new(ScopeSet::ALL), Holder::UNKNOWN).unwrap().consent();
    let entries: Vec<_> = consent.entries("en").collect();
    assert_eq!(entries.len(), 1, "what comes with another has no line of its own");
    assert_eq!(
        entries[0].included(),
        Sipgate!(set["sessions:sms:write", "sessions:fax:write", "sessions:calls:write"])
    );
    let granted = consent.grant(Sipgate!(set["sessions:write"])).unwrap();
    assert!(requested.missing(&granted).is_empty());
}

#[test]
fn a_minimal_set_of_scopes_is_used_to_maximize_security() {
    let needs: Vec<_> = ["POST /sessions/sms", "POST /sessions/fax"]
        .iter()
        .map(|route| {
            let endpoint = Sipgate::ENDPOINTS.iter().find(|one| *route == format!("{} {}", one.method(), one.path()));
            endpoint.unwrap().requirement().unwrap()
        })
        .collect();
    assert_eq!(ScopeSet::least_for(&needs), Sipgate!(set["sessions:sms:write", "sessions:fax:write"]));
    assert_eq!(Sipgate!(set["sessions:write", "sessions:sms:write"]).minimal(), Sipgate!(set["sessions:write"]));
}

#[test]
fn an_application_asks_on_behalf_of_a_user_for_different_levels_of_access() {
    let ceiling = Ceiling::new(Sipgate!(set["sessions:write"]));
    assert!(Requested::parse("sessions:sms:write").unwrap().within(&ceiling, Holder::UNKNOWN).is_ok());
    assert!(Requested::parse("contacts:read").unwrap().within(&ceiling, Holder::UNKNOWN).is_err());
}

#[test]
fn the_metadata_lists_all_102() {
    assert_eq!(Sipgate::scopes_supported().iter().count(), 102);
    let json = serde_json::to_value(Sipgate::scopes_supported()).unwrap();
    assert_eq!(json[0], Sipgate::SCOPES[0].as_str());
}

const MESSAGES: [scopes_runtime::Requirement<Scope>; 2] = [
    Sipgate!(any["sessions:write", "sessions:sms:write"]),
    Sipgate!(any["sessions:write", "sessions:fax:write", all["sessions:sms:write", "contacts:read", "history:read"]]),
];

#[test]
fn the_least_is_the_least_authority_and_not_the_fewest_names() {
    assert_eq!(ScopeSet::least_for(&MESSAGES), Sipgate!(set["sessions:sms:write", "sessions:fax:write"]));
    assert_eq!(ScopeSet::least_for(&[]), ScopeSet::EMPTY);
}

#[test]
fn with_too_many_alternatives_the_least_still_meets_them_all() {
    let many = [MESSAGES, MESSAGES, MESSAGES, MESSAGES, MESSAGES].concat(); // 6^5 combinations
    let granted = Granted::new(ScopeSet::least_for(&many));
    assert!(many.iter().all(|need| granted.check(need).is_ok()));
    assert!(granted.effective().len() <= 4);
}
