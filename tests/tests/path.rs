//! The whole path on sipgate's catalogue: manifest, enum, literals, requirements, permits.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use scopes_runtime::{Granted, Permit, Requirement, Requires, System};
use scopes_tests::sipgate::{Scope, ScopeSet, Sipgate};

#[derive(Requires)]
#[requires(Sipgate: "sessions:sms:write")]
struct SendSms;

#[derive(Requires)]
#[requires(Sipgate: endpoint "POST /sessions/fax")]
struct SendFax;

#[derive(Requires)]
#[requires(Sipgate: any["contacts:write", all["contacts:read", "history:read"]])]
struct Search;

const CONSTANT: Scope = Sipgate!("sessions:sms:write");
const SET: ScopeSet = Sipgate!(set["account:read", "voicemails:read"]);
const REQUIREMENT: Requirement<Scope> = Sipgate!(all["contacts:read", "history:read"]);

fn send_sms(_: Permit<SendSms>) {}
fn send_fax(_: Permit<SendFax>) {}

#[test]
fn literals() {
    assert_eq!(CONSTANT, Scope::SessionsSmsWrite);
    assert_eq!(SET.to_string(), "account:read voicemails:read");
    assert_eq!(REQUIREMENT.to_string(), "contacts:read history:read");
    let is_openid = |scope| matches!(scope, Sipgate!("openid"));
    assert!(is_openid(Scope::Openid) && !is_openid(CONSTANT));
    assert_eq!(Sipgate!(endpoint "POST /sessions/sms"), Requirement::from(Scope::SessionsSmsWrite));
    assert_eq!(Sipgate::SCOPES.len(), 102);
}

#[test]
fn inclusion_is_followed_and_nothing_else() {
    let granted = Granted::<Scope>::parse("sessions:write contacts:read").unwrap();
    send_sms(granted.authorize::<SendSms>().unwrap());
    send_fax(granted.authorize::<SendFax>().unwrap());
    let denied = granted.authorize::<Search>().unwrap_err();
    assert_eq!(denied.missing().to_string(), "contacts:write");
    assert_eq!(Scope::SessionsWrite.included().len(), 4);
    assert!(Granted::<Scope>::parse("sessions:sms:write").unwrap().authorize::<SendFax>().is_err());
    for name in ["sessions:*", "sessions", "SESSIONS:WRITE", "sessions:write:x", ""] {
        assert!(Granted::<Scope>::parse(name).unwrap().authorize::<SendSms>().is_err(), "{name}");
    }
}
