//! The whole life of a grant against a naive model: whatever is asked for, limited, ticked, refreshed and checked, the
//! library allows what the model allows, and nothing else. The model knows names and the manifest, and no bits.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use scopes_manifest::{Approval as Takes, Axis, Catalog, Scope as Declared};
use scopes_runtime::{
    Approval, Ceiling, Granted, Holder, Kind, Requested, Requirement, ResourceGrants, Scope as AnyScope, ScopeSet,
};
use scopes_tests::life;

type Names = BTreeSet<String>;

/// The rules of the contract, by names.
struct Model {
    catalog: Catalog,
}

impl Model {
    fn declared(&self, name: &str) -> &Declared {
        self.catalog.find(name).unwrap()
    }

    fn that_are(&self, names: &Names, is: impl Fn(&Declared) -> bool) -> Names {
        names.iter().filter(|name| is(self.declared(name))).cloned().collect()
    }

    fn closure(&self, names: &Names) -> Names {
        let mut closed = names.clone();
        loop {
            let includes = |name: &String| self.declared(name).includes().to_vec();
            let more: Names =
                closed.iter().flat_map(includes).map(|id| self.catalog.scope(id).name().to_owned()).collect();
            if more.is_subset(&closed) {
                return closed;
            }
            closed.extend(more);
        }
    }

    fn requires(&self, name: &str) -> Names {
        self.declared(name).requires().iter().map(|id| self.catalog.scope(*id).name().to_owned()).collect()
    }

    /// All that the names and what they include require, to the end.
    fn required(&self, names: &Names) -> Names {
        let mut closed = self.closure(names);
        loop {
            let more = self.closure(&closed.iter().flat_map(|name| self.requires(name)).collect());
            if more.is_subset(&closed) {
                return &closed - &self.closure(names);
            }
            closed.extend(more);
        }
    }

    fn is_complete(&self, names: &Names) -> bool {
        let closure = self.closure(names);
        closure.iter().all(|name| self.requires(name).is_subset(&closure))
    }

    fn effective(&self, names: &Names) -> Names {
        let mut barred = Names::new();
        loop {
            let mut live: Names = names - &barred;
            loop {
                let closed = &self.closure_of_direct(&live) - &barred;
                if closed.is_subset(&live) {
                    break;
                }
                live.extend(closed);
            }
            let inert: Names = live.iter().filter(|name| !self.requires(name).is_subset(&live)).cloned().collect();
            if inert.is_empty() {
                return live;
            }
            barred.extend(inert);
        }
    }

    fn closure_of_direct(&self, names: &Names) -> Names {
        let includes = |name: &String| self.declared(name).includes().to_vec();
        names.iter().flat_map(includes).map(|id| self.catalog.scope(id).name().to_owned()).collect()
    }

    fn may_hold(&self, name: &str, kinds: &[(Axis, Option<&str>)]) -> bool {
        kinds.iter().all(|(axis, kind)| {
            let allowed = self.declared(name).allowed(*axis);
            allowed.is_none_or(|allowed| kind.is_some_and(|kind| allowed.iter().any(|one| one == kind)))
        })
    }

    fn is_fixed(scope: &Declared) -> bool {
        !scope.is_optional() || scope.is_restriction()
    }

    /// What of the request does not come with another of it that cannot be unticked.
    fn shown(&self, requested: &Names) -> Names {
        let fixed = self.that_are(requested, Self::is_fixed);
        let others = |name: &String| self.closure(&(&fixed - &Names::from([name.clone()])));
        requested.iter().filter(|name| !others(name).contains(*name)).cloned().collect()
    }

    fn granted(&self, requested: &Names, approved: Takes, chosen: &Names) -> Option<Names> {
        let closure = self.closure(chosen);
        let is_approved = closure.iter().all(|name| self.declared(name).approval() <= approved);
        let grants = |names: &Names| !self.that_are(names, |scope| !scope.is_restriction()).is_empty();
        let granted: Names = chosen | &(requested & &closure);
        let required = self.that_are(requested, Self::is_fixed);
        (chosen.is_subset(requested)
            && is_approved
            && (grants(chosen) || !grants(requested))
            && required.is_subset(&granted)
            && self.is_complete(&granted))
        .then_some(granted)
    }

    fn allows(&self, held: &Names, need: &Names, under: &Names, has_resource: bool) -> bool {
        let restrictions = self.that_are(held, Declared::is_restriction);
        let effective = self.effective(held);
        let counts = self.that_are(&effective, |scope| has_resource || scope.bound_to().is_none());
        !need.is_empty() && need.is_subset(&counts) && restrictions.is_subset(under)
    }
}

/// One story, by numbers that pick names.
#[derive(Clone, Debug)]
struct Story {
    request: Vec<usize>,
    /// Whether the request names what its scopes require.
    is_complete: bool,
    ceiling: Vec<usize>,
    client: Option<usize>,
    audience: Option<usize>,
    approved: usize,
    chosen: Vec<bool>,
    refresh: Vec<usize>,
    need: Vec<usize>,
    under: Vec<usize>,
    resource: u8,
}

fn story() -> impl Strategy<Value = Story> {
    let picks = |most| prop::collection::vec(0..1_000_usize, 0..most);
    let kinds = (prop::option::weighted(0.9, 0..3_usize), prop::option::weighted(0.9, 0..2_usize));
    let asking = (picks(5), prop::bool::weighted(0.8), picks(12), 0..2_usize);
    let ticked = prop::collection::vec(prop::bool::weighted(0.8), 12);
    (asking, kinds, 0..4_usize, ticked, picks(3), picks(3), picks(4), 0..3_u8).prop_map(
        |(
            (request, is_complete, ceiling, all),
            (client, audience),
            approved,
            chosen,
            refresh,
            need,
            under,
            resource,
        )| {
            // Half of the ceilings are high: otherwise few stories would come past them.
            let ceiling = if all == 0 { (0..1_000).collect() } else { ceiling };
            Story { request, is_complete, ceiling, client, audience, approved, chosen, refresh, need, under, resource }
        },
    )
}

fn names<S: AnyScope>(set: ScopeSet<S>) -> Names {
    set.iter().map(|scope| scope.as_str().to_owned()).collect()
}

fn pick<S: AnyScope>(picks: &[usize]) -> ScopeSet<S> {
    picks.iter().map(|pick| S::ALL[pick % S::ALL.len()]).collect()
}

/// Needs that are near what is held: half of the picks are taken from there.
fn near<S: AnyScope>(picks: &[usize], held: ScopeSet<S>) -> ScopeSet<S> {
    let held: Vec<S> = held.iter().collect();
    let one = |pick: &usize| {
        if pick.is_multiple_of(2) && !held.is_empty() {
            held[pick / 2 % held.len()]
        } else {
            S::ALL[pick % S::ALL.len()]
        }
    };
    picks.iter().map(one).collect()
}

/// Both sides of the story; `true` where it came to a grant.
fn tell<C: Kind, A: Kind<Scope = C::Scope>>(manifest: &str, story: &Story) -> bool {
    let model = Model { catalog: Catalog::parse(manifest).unwrap() };
    let mut asked: ScopeSet<C::Scope> = pick(&story.request);
    use_it(&model, &Granted::new(asked), story);
    if story.is_complete {
        asked.extend(model.required(&names(asked)).iter().map(|name| C::Scope::find(name).unwrap()));
    }
    let requested = Requested::<C::Scope>::parse(asked.to_string().as_str());
    let asked = if asked.is_empty() { pick(&[0]) } else { asked };
    assert_eq!(requested.is_ok(), model.is_complete(&names(asked)));
    let Ok(requested) = requested else { return false };
    assert_eq!(requested.scopes(), asked);

    let ceiling = pick(&story.ceiling);
    let (client, audience) = (story.client.map(|kind| C::ALL[kind]), story.audience.map(|kind| A::ALL[kind]));
    let mut holder = Holder::UNKNOWN;
    holder = client.map_or(holder, |kind| holder.and(kind));
    holder = audience.map_or(holder, |kind| holder.and(kind));
    let approvable = requested.within(&Ceiling::new(ceiling), holder);
    let kinds = [(Axis::Client, client.map(Kind::as_str)), (Axis::Audience, audience.map(Kind::as_str))];
    let is_within = names(asked).is_subset(&model.closure(&names(ceiling)));
    assert_eq!(approvable.is_ok(), is_within && names(asked).iter().all(|name| model.may_hold(name, &kinds)));
    let Ok(approvable) = approvable else { return false };

    let (approval, takes) = [
        (Approval::None, Takes::Registration),
        (Approval::Registration, Takes::Registration),
        (Approval::Admin, Takes::Admin),
        (Approval::Review, Takes::Review),
    ][story.approved];
    let consent = approvable.approved(approval).consent();
    assert_eq!(names(consent.entries("en").map(|entry| entry.scope()).collect()), model.shown(&names(asked)));
    let chosen: ScopeSet<_> =
        asked.iter().zip(story.chosen.iter().cycle()).filter(|(_, is)| **is).map(|(scope, _)| scope).collect();
    let granted = consent.grant(chosen);
    let wanted = model.granted(&names(asked), takes, &names(chosen));
    assert_eq!(granted.as_ref().ok().map(|granted| names(granted.scopes())), wanted, "{granted:?}");
    let Ok(granted) = granted else { return false };
    assert_eq!(names(requested.missing(&granted)), &names(asked) - &names(granted.scopes()));
    use_it(&model, &granted, story);

    let wanted = near(&story.refresh, granted.effective());
    let refreshed = granted.refresh(wanted.to_string().as_str());
    let held = names(granted.scopes());
    let effective = model.effective(&held);
    let is_refreshed = names(wanted).is_subset(&effective) && model.is_complete(&names(wanted));
    assert_eq!(refreshed.is_ok(), is_refreshed);
    if let Ok(refreshed) = refreshed {
        let restrictions = model.that_are(&held, Declared::is_restriction);
        let kept = if wanted.is_empty() { held } else { &names(wanted) | &restrictions };
        assert_eq!(names(refreshed.scopes()), kept);
        assert!(refreshed.effective().is_subset(granted.effective()));
        assert!(granted.restrictions().is_subset(refreshed.restrictions()));
        use_it(&model, &refreshed, story);
    }
    true
}

/// Every check, with and without the resource.
fn use_it<S: AnyScope>(model: &Model, granted: &Granted<S>, story: &Story) {
    let need = near(&story.need, granted.effective());
    let under = pick(&story.under);
    let Some(requirement) = Requirement::all(need).map(|requirement| requirement.under(under)) else { return };
    let (held, need, under) = (names(granted.scopes()), names(need), names(under));
    assert_eq!(granted.check(&requirement).is_ok(), model.allows(&held, &need, &under, false));
    let grants = ResourceGrants::new(granted.clone(), [0, 1]);
    let has_resource = story.resource < 2;
    assert_eq!(grants.check(&story.resource, &requirement).is_ok(), model.allows(&held, &need, &under, has_resource));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_story_ends_otherwise_than_the_models(story in story()) {
        tell::<life::twenty::Client, life::twenty::Audience>(include_str!("../manifests/life20.toml"), &story);
        tell::<life::seventy::Client, life::seventy::Audience>(include_str!("../manifests/life70.toml"), &story);
        tell::<life::hundred_thirty::Client, life::hundred_thirty::Audience>(
            include_str!("../manifests/life130.toml"),
            &story,
        );
    }
}

#[test]
fn some_stories_come_to_a_grant() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let ended = (0..200).filter(|_| {
        let story = story().new_tree(&mut runner).unwrap().current();
        tell::<life::twenty::Client, life::twenty::Audience>(include_str!("../manifests/life20.toml"), &story)
    });
    assert!(ended.count() > 20);
}
