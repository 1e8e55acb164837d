//! Random pairs of manifests against the naive model, with every token of old names.

use std::collections::BTreeSet;

use proptest::prelude::*;
use scopes_manifest::authority::{Authority, Gain, Opening};
use scopes_manifest::{Catalog, Lock, Scope};

use super::draft;
use super::naive::{self, Holder, Names, RESOURCES, gained, is_listed, requires_nothing, tokens};

/// Whether a token of these names may call an endpoint now and could not, with some resource.
fn is_opened(old: &Catalog, new: &Catalog, token: &[String], route: &str) -> bool {
    let token: Names = token.iter().cloned().collect();
    let (method, path) = route.split_once(' ').unwrap();
    RESOURCES.into_iter().any(|resource| {
        Holder::new(new, &token, resource).calls(method, path)
            && !Holder::new(old, &token, resource).calls(method, path)
    })
}

/// What is wrong with a gain, if it is one that no token has.
fn made_up(old: &Catalog, new: &Catalog, gain: &Gain) -> bool {
    let names = naive::names(old);
    match gain {
        Gain::Allows { scope, allows, .. } => {
            let token = Names::from([scope.clone()]);
            let has = |catalog: &Catalog| {
                naive::meant(catalog, allows)
                    .is_some_and(|scope| naive::effective(catalog, &token).contains(&scope.id()))
            };
            !has(new) || (names.contains(allows) && has(old))
        }
        Gain::Endpoint { route, opening: Opening::Scopes(callers), .. } => {
            callers.iter().any(|token| !is_opened(old, new, token, route))
        }
        Gain::Endpoint { route, opening: Opening::Under(restriction), .. } => {
            let held = |token: &Names| token.contains(restriction);
            !tokens(&names).filter(held).any(|token| {
                let token: Vec<String> = token.into_iter().collect();
                is_opened(old, new, &token, route)
            })
        }
        Gain::Endpoint { route, opening: Opening::Public, .. } => {
            let (method, path) = route.split_once(' ').unwrap();
            naive::is_public(old, method, path) || !naive::is_public(new, method, path)
        }
        Gain::Endpoint { route, .. } => !is_opened(old, new, &[], route),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_gain_is_missed_and_none_is_made_up((old, new) in draft::change()) {
        let [old, new] = [old.text(), new.text()].map(|text| Catalog::parse(&text).map_err(|faults| format!("{faults}\n{text}")).unwrap());
        let gains = Authority::of(&old).gains(&Authority::of(&new));
        if let Some((token, what)) = gained(&old, &new) {
            prop_assert!(!gains.is_empty(), "{token:?} gained {what}");
        }
        // With `requires` a gain may be found that no token has: see `conditions`.
        if requires_nothing(&old) && requires_nothing(&new) {
            for gain in &gains {
                prop_assert!(!made_up(&old, &new, gain), "no token gained: {gain}");
            }
        }
        // A lock says the same, and so does its text.
        let lock = Lock::of(&old).unwrap();
        prop_assert_eq!(&lock.gains(&new), &gains);
        prop_assert_eq!(Lock::parse(&lock.to_string()).unwrap(), lock);
    }

    #[test]
    fn nobody_gains_by_no_change(draft in draft::draft()) {
        let catalog = Catalog::parse(&draft.text()).unwrap();
        let authority = Authority::of(&catalog);
        prop_assert_eq!(authority.gains(&authority), []);
        prop_assert_eq!(authority.gains_by_new_endpoints(&authority), []);
    }

    #[test]
    fn every_caller_of_a_new_endpoint_is_found((old, new) in draft::change()) {
        let [old, new] = [old.text(), new.text()].map(|text| Catalog::parse(&text).unwrap());
        let gains = Authority::of(&old).gains_by_new_endpoints(&Authority::of(&new));
        let routes: BTreeSet<&str> = gains.iter().filter_map(Gain::endpoint).collect();
        let of_old: Vec<Names> = naive::names(&old).into_iter().map(|name| Names::from([name])).collect();
        for endpoint in new.endpoints().iter().filter(|endpoint| !is_listed(&old, endpoint.method(), endpoint.path())) {
            let calls = |token: &Names| RESOURCES.into_iter().any(|resource| {
                Holder::new(&new, token, resource).calls(endpoint.method(), endpoint.path())
            });
            if of_old.iter().any(calls) {
                prop_assert!(routes.contains(endpoint.route()), "{}", endpoint.route());
            } else if requires_nothing(&new) && routes.contains(endpoint.route()) {
                prop_assert!(tokens(&naive::names(&old)).any(|token| calls(&token)), "{}", endpoint.route());
            }
        }
    }

    #[test]
    fn every_scope_that_gained_an_endpoint_is_told((old, new) in draft::change()) {
        let [old, new] = [old.text(), new.text()].map(|text| Catalog::parse(&text).unwrap());
        let gains = Authority::of(&old).gains(&Authority::of(&new));
        let meaning = |name: &str| [&old, &new].map(|catalog| naive::meant(catalog, name).map(Scope::name));
        for endpoint in new.endpoints().iter().filter(|endpoint| is_listed(&old, endpoint.method(), endpoint.path())) {
            let route = endpoint.route();
            let told: Vec<&Opening> = gains.iter().filter_map(|gain| match gain {
                Gain::Endpoint { route: told, opening, .. } if told == route => Some(opening),
                _ => None,
            }).collect();
            let is_told = |name: &str| told.iter().any(|opening| match opening {
                Opening::Scopes(tokens) => tokens.iter().any(|token| match token.as_slice() {
                    [alone] => meaning(alone) == meaning(name),
                    _ => false,
                }),
                Opening::Public | Opening::Authenticated => true,
                Opening::Under(restriction) => meaning(restriction) == meaning(name),
                _ => false,
            });
            for name in naive::names(&old).iter().filter(|name| naive::meant(&new, name).is_some()) {
                // What concerns every endpoint is told by itself: a restriction that is none any more, and that resources
                // whose kind is not said are of the only kind there is.
                let is_freed = meant_restriction(&old, name) && !meant_restriction(&new, name);
                let is_for_all = is_freed || gains.iter().any(|gain| matches!(gain, Gain::OnlyKind { .. }));
                if !is_for_all && is_opened(&old, &new, std::slice::from_ref(name), route) {
                    prop_assert!(is_told(name), "{name} gained {route}: {gains:?}");
                }
            }
        }
    }
}

fn meant_restriction(catalog: &Catalog, name: &str) -> bool {
    naive::meant(catalog, name).is_some_and(Scope::is_restriction)
}
