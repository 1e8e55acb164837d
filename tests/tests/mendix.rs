//! What Mendix's page "OAuth and Scopes" says must be possible, and must not.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use scopes_runtime::{Ceiling, Granted, InvalidScope, Requested};
use scopes_tests::mendix::{Audience, Mendix, Scope, ScopeSet};

fn ask(text: &str, who: Audience) -> Result<Granted<Scope>, InvalidScope<Scope>> {
    let requested = Requested::parse(text)?;
    let consent = requested.within(&Ceiling::new(ScopeSet::ALL), who)?.consent();
    Ok(consent.grant(requested.scopes()).unwrap())
}

#[test]
fn creating_an_app_is_for_internal_applications_and_sap_alone() {
    for scope in ["mx:app:create", "mx:app:cloudswitch"] {
        assert!(ask(scope, Audience::Internal).is_ok());
        assert!(ask(scope, Audience::PartnerSap).is_ok());
        let refused = ask(&format!("openid {scope}"), Audience::Public).unwrap_err();
        assert_eq!(refused.error(), "invalid_scope");
        assert_eq!(refused.scopes().to_string(), scope);
    }
}

#[test]
fn each_scope_says_what_data_it_gives() {
    assert_eq!(Scope::Email.claims(), ["email"]);
    assert_eq!(Scope::Profile.claims(), ["name", "preferred_username", "picture", "website"]);
    assert_eq!(Scope::Openid.claims(), ["sub"]);
}

#[test]
fn the_mendix_profile_is_an_extension_of_profile_in_data_and_not_in_authority() {
    let (basic, extended) = (Scope::Profile.claims(), Scope::MxUserProfileV1Read.claims());
    assert!(basic.iter().all(|claim| extended.contains(claim)));
    assert!(
        ["biography", "phone_number", "job_title", "company_name", "linkedin", "twitter"]
            .iter()
            .all(|claim| extended.contains(claim) && !basic.contains(claim))
    );
    let granted = ask("mx:user:profile:v1:read", Audience::Public).unwrap();
    assert!(granted.check(&Mendix!(all["profile"])).is_err());
}

#[test]
fn the_scopes_are_granted_manually_by_the_user_who_sees_what_is_shared() {
    let requested = Requested::<Scope>::parse("openid profile").unwrap();
    let consent = requested.within(&Ceiling::new(ScopeSet::ALL), Audience::Public).unwrap().consent();
    let shown: Vec<_> = consent.entries("en").map(|entry| (entry.scope(), entry.claims().len())).collect();
    assert_eq!(shown, [(Scope::Profile, 4), (Scope::Openid, 1)]);
    assert_eq!(consent.grant(ScopeSet::EMPTY).unwrap_err().error(), "access_denied");
}
