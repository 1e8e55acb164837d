//! Sets, text and authority against naive models.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;
use scopes_manifest::Catalog;
use scopes_runtime::{Granted, Requirement, Scope as AnyScope, ScopeSet};
use scopes_tests::{lengths, sipgate, wide};

/// What a set is compared with.
type Model<S> = BTreeSet<S>;

fn members<S: AnyScope>(picks: &[usize]) -> Model<S> {
    picks.iter().map(|pick| S::ALL[pick % S::ALL.len()]).collect()
}

fn laws<S: AnyScope>(left: &[usize], right: &[usize]) {
    let (left, right) = (members::<S>(left), members::<S>(right));
    let (a, b): (ScopeSet<S>, ScopeSet<S>) = (left.iter().collect(), right.iter().collect());
    let same = |set: ScopeSet<S>, model: Model<S>| assert!(set.iter().eq(model), "{set}");
    same(a | b, &left | &right);
    same(a & b, &left & &right);
    same(a - b, &left - &right);
    same(a ^ b, &left ^ &right);
    assert_eq!(a.is_subset(b), left.is_subset(&right));
    assert_eq!(a.is_superset(b), left.is_superset(&right));
    assert_eq!(a.is_disjoint(b), left.is_disjoint(&right));
    assert_eq!((a.len(), a.is_empty()), (left.len(), left.is_empty()));
    assert!(a.iter().rev().eq(left.iter().rev().copied()));
    assert_eq!(!!a, a);
    for scope in right.iter().copied() {
        let (mut set, mut model) = (a, left.clone());
        assert_eq!(set.contains(scope), model.contains(&scope));
        assert_eq!(set.insert(scope), model.insert(scope));
        assert_eq!(set.remove(scope), model.remove(&scope));
        same(set, model);
    }
    let names: Vec<&str> = left.iter().map(|scope| scope.as_str()).collect();
    assert_eq!(a.to_string(), names.join(" "));
    assert_eq!(String::from(a), names.join(" "));
    assert_eq!(a.to_string().parse(), Ok(a));
    // What a token holds is the same whether it was read or stored: the closure, and what its `requires` leave.
    assert_eq!(Granted::<S>::parse(&a.to_string()), Ok(Granted::new(a)));
    for scope in left {
        assert_eq!(scope.to_string().parse(), Ok(scope));
    }
}

/// The closure by walking until nothing is added.
fn naive_closure<S: AnyScope>(catalog: &Catalog, set: ScopeSet<S>) -> ScopeSet<S> {
    let mut closed = set;
    loop {
        let before = closed;
        for scope in before {
            let declared = catalog.find(scope.as_str()).unwrap();
            closed.extend(declared.includes().iter().map(|id| S::find(catalog.scope(*id).name()).unwrap()));
        }
        if closed == before {
            return closed;
        }
    }
}

/// What has effect, by the words of the contract: held or included by what has effect, and all it requires has effect.
fn naive_effective<S: AnyScope>(catalog: &Catalog, set: ScopeSet<S>) -> ScopeSet<S> {
    let mut barred = ScopeSet::<S>::new();
    loop {
        let mut live = set - barred;
        let mut before = None;
        while before != Some(live) {
            before = Some(live);
            for scope in live {
                let declared = catalog.find(scope.as_str()).unwrap();
                let included = declared.includes().iter().map(|id| S::find(catalog.scope(*id).name()).unwrap());
                live.extend(included.filter(|scope| !barred.contains(scope)));
            }
        }
        let is_inert = |scope: &S| {
            let requires = catalog.find(scope.as_str()).unwrap().requires();
            requires.iter().any(|id| !live.contains(S::find(catalog.scope(*id).name()).unwrap()))
        };
        let inert: ScopeSet<S> = live.iter().filter(is_inert).collect();
        if inert.is_empty() {
            return live;
        }
        barred |= inert;
    }
}

fn authority<S: AnyScope>(catalog: &Catalog, held: &[usize], need: &[usize]) {
    let held: ScopeSet<S> = members::<S>(held).into_iter().collect();
    let need: ScopeSet<S> = members::<S>(need).into_iter().collect();
    assert_eq!(held.closure(), naive_closure(catalog, held));
    assert_eq!(held.minimal().closure(), held.closure());
    let granted = Granted::new(held);
    let effective = naive_effective(catalog, held);
    assert_eq!(granted.effective(), effective);
    let Some(requirement) = Requirement::all(need) else { return };
    let is_restricted = held.iter().any(AnyScope::is_restriction);
    match granted.check(&requirement) {
        Ok(()) => assert!(need.is_subset(effective) && !is_restricted),
        Err(denied) => {
            assert!(!need.is_subset(effective) || is_restricted);
            assert_eq!(denied.missing().is_empty(), need.is_subset(effective));
            // With what is missing, and without restrictions, the token is enough.
            let enough = Granted::new(held | denied.missing());
            assert!(enough.check(&requirement.under(ScopeSet::ALL)).is_ok());
            // And nothing of it can be left out.
            for scope in denied.missing() {
                let less = Granted::new(held | (denied.missing() - scope));
                assert!(less.check(&requirement.under(ScopeSet::ALL)).is_err(), "{held} needs no {scope} for {need}");
            }
        }
    }
    let narrowed = granted.clone().narrow(need);
    assert!(narrowed.effective().is_subset(granted.effective()));
    assert_eq!(narrowed.restrictions(), granted.restrictions());
}

fn picks() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..2_000_usize, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn sets_behave_as_sets(left in picks(), right in picks()) {
        laws::<sipgate::Scope>(&left, &right);
        laws::<wide::seventy::Scope>(&left, &right);
        laws::<wide::two_hundred::Scope>(&left, &right);
        laws::<wide::graph::Scope>(&left, &right);
        laws::<wide::thousand::Scope>(&left, &right);
        laws::<wide::five_thousand::Scope>(&left, &right);
        laws::<lengths::sixty_four::Scope>(&left, &right);
        laws::<lengths::sixty_five::Scope>(&left, &right);
        laws::<lengths::one_hundred_twenty_eight::Scope>(&left, &right);
        laws::<lengths::one_hundred_twenty_nine::Scope>(&left, &right);
    }

    #[test]
    fn authority_is_that_of_the_model(held in picks(), need in prop::collection::vec(0..2_000_usize, 0..4)) {
        let catalog = |text| Catalog::parse(text).unwrap();
        authority::<sipgate::Scope>(&catalog(include_str!("../../scopes.toml")), &held, &need);
        authority::<wide::seventy::Scope>(&catalog(include_str!("../manifests/wide70.toml")), &held, &need);
        authority::<wide::two_hundred::Scope>(&catalog(include_str!("../manifests/wide200.toml")), &held, &need);
        authority::<wide::graph::Scope>(&catalog(include_str!("../manifests/wide716.toml")), &held, &need);
        authority::<wide::thousand::Scope>(&catalog(include_str!("../manifests/wide1000.toml")), &held, &need);
    }

    #[test]
    fn closures_of_random_graphs(edges in prop::collection::vec((0..40_usize, 0..40_usize), 0..120)) {
        let mut targets: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); 40];
        // From the smaller to the larger, so that there is no cycle.
        for (a, b) in edges.into_iter().filter(|(a, b)| a != b) {
            targets[a.min(b)].insert(a.max(b));
        }
        let mut text = "format = 1\n[system]\nname = \"t\"\n[scopes]\n".to_owned();
        for (place, targets) in targets.iter().enumerate() {
            let names: Vec<_> = targets.iter().map(|target| format!("\"s{target}\"")).collect();
            writeln!(text, "s{place} = {{ text = \"x\", includes = [{}] }}", names.join(", ")).unwrap();
        }
        let catalog = Catalog::parse(&text).unwrap();
        for scope in catalog.scopes() {
            let mut reached = BTreeSet::from([scope.id().index()]);
            for (place, targets) in targets.iter().enumerate() {
                if reached.contains(&place) {
                    reached.extend(targets);
                }
            }
            prop_assert!(catalog.closure(scope.id()).iter().map(|id| id.index()).eq(reached));
        }
    }
}
