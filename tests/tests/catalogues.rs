//! All 132 names of the five documents parse, print and carry their text.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use scopes_runtime::{Scope as AnyScope, ScopeSet, System};
use scopes_tests::{auth0, itwin, mendix, orshot, sipgate};

fn check<S: AnyScope>(names: &str) -> usize {
    let names: Vec<&str> = names.lines().collect();
    assert_eq!(S::ALL.iter().map(|scope| scope.as_str()).collect::<Vec<_>>(), names);
    for (scope, name) in S::ALL.iter().zip(&names) {
        assert_eq!(name.parse(), Ok(*scope));
        assert_eq!(scope.to_string(), *name);
        assert!(scope.description().len() > 4 && !scope.consent().is_empty(), "{name}");
    }
    let all: ScopeSet<S> = names.join(" ").parse().unwrap();
    assert_eq!(all, ScopeSet::ALL);
    names.len()
}

#[test]
fn every_name_of_the_documents() {
    let count = check::<sipgate::Scope>(include_str!("../names/sipgate.txt"))
        + check::<itwin::Scope>(include_str!("../names/itwin.txt"))
        + check::<orshot::Scope>(include_str!("../names/orshot.txt"))
        + check::<mendix::Scope>(include_str!("../names/mendix.txt"))
        + check::<auth0::Scope>(include_str!("../names/auth0.txt"));
    assert_eq!(count, 132);
}

#[test]
fn thousands_of_scopes_work_as_thirteen_do() {
    use scopes_tests::wide::{five_thousand, graph};
    let wide = |count: usize| (0..count).map(|place| format!("w{place}")).collect::<Vec<_>>().join("\n");
    assert_eq!(check::<graph::Scope>(&wide(716)), 716);
    assert_eq!(check::<five_thousand::Scope>(&wide(5_000)), 5_000);
    assert_eq!(five_thousand::Wide!("w4999"), five_thousand::Scope::W4999);
    assert_eq!(graph::Wide!(set["w0", "w715"]).len(), 2);
}

#[test]
fn sipgates_only_inclusion() {
    use sipgate::{Scope, Sipgate};
    let wanted = Sipgate!(set["sessions:write", "sessions:calls:write", "sessions:fax:write", "sessions:sms:write"]);
    assert_eq!(Scope::SessionsWrite.included(), wanted);
    let composites: Vec<_> = Scope::ALL.iter().filter(|scope| scope.included().len() > 1).collect();
    assert_eq!(composites, [&Scope::SessionsWrite]);
}

#[test]
fn orshots_presets() {
    use orshot::Orshot;
    assert_eq!(Orshot::PRESETS.len(), 4);
    assert_eq!(Orshot::ANALYTICS, Orshot!(set["workspace:read", "workspace:templates:read"]));
}

#[test]
fn mendix_profile_extends_the_standard_one() {
    use mendix::Scope;
    let (basic, extended) = (Scope::Profile.claims(), Scope::MxUserProfileV1Read.claims());
    assert!(!basic.is_empty() && extended.len() > basic.len());
    assert!(basic.iter().all(|claim| extended.contains(claim)));
    assert!(!Scope::MxUserProfileV1Read.included().contains(Scope::Profile), "kinship gives no authority");
}
