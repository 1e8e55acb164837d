//! What Orshot's page "Scopes" says must be possible, and must not.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use scopes_runtime::{Ceiling, Granted, Holder, Requested, Requires, ResourceGrants, ResourcePermit, System};
use scopes_tests::orshot::{Orshot, Scope, ScopeSet};

#[derive(Requires)]
#[requires(Orshot: "workspace:templates:read")]
struct ListTemplates;

fn list_templates<'w>(permit: &ResourcePermit<'w, ListTemplates, &'static str>) -> &'w str {
    permit.resource()
}

#[test]
fn a_request_beyond_what_was_pre_approved_at_registration_fails_with_invalid_scope() {
    let ceiling = Ceiling::new(Orshot::ANALYTICS);
    let requested = Requested::parse("workspace:read render:generate").unwrap();
    let refused = requested.within(&ceiling, Holder::UNKNOWN).unwrap_err();
    assert_eq!(refused.error(), "invalid_scope");
    assert_eq!(refused.scopes(), Orshot!(set["render:generate"]));
    assert!(Requested::new(Orshot::ANALYTICS).unwrap().within(&ceiling, Holder::UNKNOWN).is_ok());
    assert!(requested.within(&Ceiling::new(ScopeSet::EMPTY), Holder::UNKNOWN).is_err());
}

#[test]
fn users_see_the_requested_scopes_on_the_consent_screen() {
    let requested = Requested::new(Orshot::IMAGE_GENERATION).unwrap();
    let consent = requested.within(&Ceiling::new(ScopeSet::ALL), Holder::UNKNOWN).unwrap().consent();
    assert_eq!(consent.entries("en").map(|entry| entry.scope()).collect::<ScopeSet>(), Orshot::IMAGE_GENERATION);
    let bound: Vec<_> = consent.entries("en").filter_map(|entry| entry.resource()).collect();
    assert_eq!(bound, ["workspace", "workspace"]);
}

#[test]
fn the_granted_scopes_are_returned_in_the_token_response() {
    let requested = Requested::new(Orshot::MCP_AGENT).unwrap();
    let granted = Granted::new(Orshot::MCP_AGENT);
    assert_eq!(requested.answer(&granted), None);
    assert_eq!(granted.to_string(), Orshot::MCP_AGENT.to_string());
}

#[test]
fn without_offline_access_there_is_no_refresh_token() {
    let issues = |set: ScopeSet| set.iter().any(Scope::issues_refresh_token);
    assert!(issues(Orshot::IMAGE_GENERATION) && !issues(Orshot::ANALYTICS));
}

#[test]
fn templates_are_read_in_granted_workspaces_alone() {
    let grants = ResourceGrants::new(Granted::new(Orshot::ANALYTICS), ["acme", "globex"]);
    assert_eq!(list_templates(&grants.authorize(&"acme").unwrap()), "acme");
    assert!(grants.authorize::<ListTemplates>(&"initech").unwrap_err().needs_resource());
    assert!(grants.granted().authorize::<ListTemplates>().is_err(), "nor without any workspace");
    assert!(ResourceGrants::new(Granted::new(ScopeSet::ALL), []).authorize::<ListTemplates>(&"acme").is_err());
}

#[test]
fn re_authorising_with_fewer_workspaces_revokes_the_removed_ones() {
    let mut grants = ResourceGrants::new(Granted::new(Orshot::ANALYTICS), ["acme", "globex"]);
    let revoked = grants.reauthorise(Granted::new(Orshot::ANALYTICS), ["globex"]);
    assert_eq!(revoked.resources(), ["acme"]);
    assert!(revoked.scopes().is_empty() && !revoked.is_empty());
    assert!(grants.authorize::<ListTemplates>(&"acme").is_err());
    assert!(grants.authorize::<ListTemplates>(&"globex").is_ok());
}

#[test]
fn an_existing_token_cannot_escalate_and_a_change_takes_a_new_authorisation() {
    let granted = Granted::new(Orshot::ANALYTICS);
    assert!(granted.refresh("workspace:templates:write").is_err());
    assert!(granted.refresh("workspace:read render:generate").is_err());
    assert!(granted.clone().narrow(ScopeSet::ALL).effective().is_subset(granted.effective()));
    let renewed = granted.reauthorise(Granted::new(Orshot::TEMPLATE_MANAGEMENT));
    assert_eq!(renewed.added(), Orshot!(set["workspace:templates:write", "offline_access"]));
    assert!(renewed.revoked().is_empty());
}

#[test]
fn deleting_templates_is_all_that_write_gives() {
    let grants = ResourceGrants::new(Granted::new(Orshot!(set["workspace:templates:write"])), ["acme"]);
    assert!(grants.authorize::<ListTemplates>(&"acme").is_err());
}

#[test]
fn apps_request_the_minimum_and_the_page_names_four_common_ones() {
    let presets: Vec<_> = Orshot::PRESETS.iter().map(|preset| preset.scopes().to_string()).collect();
    assert_eq!(
        presets,
        [
            "workspace:read workspace:templates:read",
            "workspace:read workspace:templates:read render:generate offline_access",
            "workspace:read workspace:templates:read workspace:templates:write offline_access",
            "workspace:read workspace:templates:read render:generate mcp:access offline_access",
        ]
    );
    assert!(Orshot::PRESETS.iter().all(|preset| preset.scopes().minimal() == preset.scopes()));
}

mod kinds {
    //! A manifest that binds scopes to two kinds of resources.

    use scopes_runtime::{Granted, ResourceGrants, Scopes};

    /// Workspaces and teams.
    #[derive(Debug, Scopes)]
    #[scopes(manifest = "manifests/kinds_of_resources.toml", path = crate::kinds)]
    pub struct Studio;

    fn granted() -> Granted<Scope> {
        Granted::parse("designs:read teams:delete account:read").unwrap()
    }

    #[test]
    fn a_resource_meets_what_is_bound_to_its_own_kind_alone() {
        let workspaces = ResourceGrants::of_kind("workspace", granted(), [7]).unwrap();
        assert!(workspaces.check(&7, &Studio!(all["designs:read"])).is_ok());
        assert!(workspaces.check(&8, &Studio!(all["designs:read"])).is_err());
        let denied = workspaces.check(&7, &Studio!(all["teams:delete"])).unwrap_err();
        assert!(denied.needs_resource(), "held, and not for this kind: {denied}");
        assert!(workspaces.check(&7, &Studio!(all["account:read"])).is_ok(), "bound to nothing");

        let mut teams = ResourceGrants::of_kind("team", granted(), [7]).unwrap();
        assert!(teams.check(&7, &Studio!(all["teams:delete"])).is_ok());
        assert!(teams.check(&7, &Studio!(all["designs:read"])).is_err());
        let _ = teams.reauthorise(granted(), [9]);
        assert!(teams.check(&9, &Studio!(all["designs:read"])).is_err(), "the kind stays");
        assert!(teams.check(&9, &Studio!(all["teams:delete"])).is_ok());
    }

    #[test]
    fn of_several_kinds_none_is_assumed() {
        let unknown = ResourceGrants::new(granted(), [7]);
        assert!(unknown.check(&7, &Studio!(all["designs:read"])).is_err());
        assert!(unknown.check(&7, &Studio!(all["teams:delete"])).is_err());
        assert_eq!(ResourceGrants::of_kind("taem", granted(), [7]), None);
        assert_eq!(ResourceGrants::of_kind("", granted(), [7]), None);
    }
}
