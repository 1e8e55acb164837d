//! Whatever a token holds and whatever is required: what a challenge says is true, and it can be read.

use http::HeaderValue;
use proptest::prelude::*;
use scopes_runtime::{
    Challenge, Denied, Granted, Requirement, ResourceGrants, Scope as AnyScope, ScopeSet, System as AnySystem,
};
use scopes_tests::{auth0, lengths, life, mendix, orshot, sipgate, vectors, web, wide};

use crate::header::Parameters;

/// Requirements with more than one alternative, of scopes that include and require others.
const CHOICES: &[Requirement<web::Scope>] = &[
    web::Web!(any[all["contacts:read", "history:read"], all["users:delete", "files:read"], "contacts:write"]),
    web::Web!(any["users:delete", all["users:read", "history:read"]] under["read-only"]),
];
const LIFE_CHOICES: &[Requirement<life::twenty::Scope>] = &[
    life::twenty::Life!(any[all["l7", "l10"], "l11", all["l15", "l17"]]),
    life::twenty::Life!(any[all["l6", "l14"], all["l11", "l16"]] under["l2", "l9"]),
];

fn pick<S: AnyScope>(picks: &[usize]) -> ScopeSet<S> {
    picks.iter().map(|pick| S::ALL[pick % S::ALL.len()]).collect()
}

/// Half of the picks are of what is held, so that some requirements are nearly met.
fn near<S: AnyScope>(picks: &[usize], held: ScopeSet<S>) -> ScopeSet<S> {
    let held: Vec<S> = held.closure().iter().collect();
    let one = |pick: &usize| match pick {
        pick if pick.is_multiple_of(2) && !held.is_empty() => held[pick / 2 % held.len()],
        pick => S::ALL[pick % S::ALL.len()],
    };
    picks.iter().map(one).collect()
}

/// Checks some requirements of the system against a token with the scopes that are picked.
fn tell<S: AnyScope>(held: &[usize], need: &[usize], choices: &[Requirement<S>]) {
    let held = pick::<S>(held);
    let need = near(need, held);
    // A restriction is honoured and never required.
    let under: ScopeSet<S> = need.iter().filter(|scope| scope.is_restriction()).collect();
    let random = Requirement::all(need - under).map(|requirement| requirement.under(under));
    let endpoints = S::System::ENDPOINTS.iter().filter_map(scopes_runtime::Endpoint::requirement);
    for requirement in random.into_iter().chain(endpoints).chain(choices.iter().copied()) {
        if let Err(denied) = Granted::new(held).check(&requirement) {
            insufficient(held, &requirement, &denied);
        }
        let challenge = Challenge::unauthenticated().requiring(&requirement);
        let parameters = Parameters::read(&challenge.header_value());
        assert_eq!(parameters.names(), ["scope"]);
        is_enough::<S>(parameters.get("scope").unwrap(), &requirement);
    }
}

fn insufficient<S: AnyScope>(held: ScopeSet<S>, requirement: &Requirement<S>, denied: &Denied<S>) {
    let challenge = Challenge::insufficient_scope(denied);
    let parameters = Parameters::read(&challenge.header_value());
    assert_eq!(parameters.names(), ["error", "error_description", "scope"]);
    assert_eq!(parameters.get("error"), Some("insufficient_scope"));
    let needed = parameters.get("scope").unwrap();
    assert_eq!(challenge.scope(), Some(needed));
    is_enough::<S>(needed, requirement);

    let description = parameters.get("error_description").unwrap();
    let unhonoured: ScopeSet<S> =
        held.iter().filter(|scope| scope.is_restriction() && !requirement.restrictions().contains(*scope)).collect();
    if let Some(names) = description.strip_prefix("not allowed to a token restricted by ") {
        assert_eq!((declared(names), unhonoured.is_empty()), (unhonoured, false));
    } else if let Some(names) = description.strip_prefix("missing: ") {
        let missing = declared::<S>(names);
        assert!(!missing.is_empty() && unhonoured.is_empty());
        assert!(meets(held | missing, requirement), "{held} and {missing} for {requirement}");
    } else {
        assert_eq!((description, unhonoured.is_empty()), ("not granted for this resource", true));
        assert!(meets(held, requirement), "{held} for {requirement}");
    }
}

/// A token with just this `scope`, for the resource, is let in.
fn is_enough<S: AnyScope>(scope: &str, requirement: &Requirement<S>) {
    assert!(meets(declared(scope), requirement), "{scope} for {requirement}");
    let granted = Granted::<S>::parse(scope).unwrap();
    assert!(ResourceGrants::new(granted, [0]).check(&0, requirement).is_ok(), "{scope} for {requirement}");
}

/// Whether a token for the resource meets it, were it not for its restrictions.
fn meets<S: AnyScope>(held: ScopeSet<S>, requirement: &Requirement<S>) -> bool {
    let requirement = requirement.under(ScopeSet::ALL);
    ResourceGrants::new(Granted::new(held), [0]).check(&0, &requirement).is_ok()
}

/// The scopes of a list, each of which the manifest has to declare, by its own name and in its order.
fn declared<S: AnyScope>(names: &str) -> ScopeSet<S> {
    let find = |name: &str| S::find(name).unwrap_or_else(|| panic!("{name} is not declared"));
    let scopes: Vec<S> = names.split(' ').map(find).collect();
    assert!(scopes.is_sorted() && scopes.iter().map(|scope| scope.as_str()).eq(names.split(' ')), "{names}");
    scopes.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_token_with_what_the_challenge_names_is_let_in(
        held in prop::collection::vec(0..2_000_usize, 0..7),
        need in prop::collection::vec(0..2_000_usize, 1..4),
    ) {
        tell::<scopes_demo::Scope>(&held, &need, &[]);
        tell::<sipgate::Scope>(&held, &need, &[]);
        tell::<auth0::Scope>(&held, &need, &[]);
        tell::<mendix::Scope>(&held, &need, &[]);
        tell::<orshot::Scope>(&held, &need, &[]);
        tell::<vectors::Scope>(&held, &need, &[]);
        tell::<life::twenty::Scope>(&held, &need, LIFE_CHOICES);
        tell::<lengths::one_hundred_twenty_nine::Scope>(&held, &need, &[]);
        tell::<wide::seventy::Scope>(&held, &need, &[]);
    }

    #[test]
    fn a_token_with_what_the_challenge_names_is_let_in_where_what_includes_is_inert(
        held in prop::collection::vec(0..2_000_usize, 0..7),
        need in prop::collection::vec(0..2_000_usize, 1..4),
    ) {
        tell::<web::Scope>(&held, &need, CHOICES);
        tell::<life::seventy::Scope>(&held, &need, &[]);
        tell::<life::hundred_thirty::Scope>(&held, &need, &[]);
    }

    #[test]
    fn a_realm_is_taken_as_it_is_or_not_at_all(text in prop_oneof![".{0,12}", "[ -~]{0,40}", "[ -!#-\\[\\]-~]{0,40}"]) {
        let is_quotable = |byte: u8| (b' '..=b'~').contains(&byte) && byte != b'"' && byte != b'\\';
        let stray = text.bytes().position(|byte| !is_quotable(byte));
        match Challenge::invalid_token().with_realm(text.clone()) {
            Ok(challenge) => {
                prop_assert!(stray.is_none() && !text.is_empty());
                let parameters = Parameters::read(&challenge.header_value());
                prop_assert_eq!(parameters.get("realm"), Some(&*text));
            }
            Err(refused) => prop_assert_eq!(refused.place(), stray.unwrap_or(0)),
        }
    }

    #[test]
    fn the_metadata_is_taken_as_it_is_or_not_at_all(text in prop_oneof![".{0,12}", "[ -~]{0,20}", "https://[a-z%?&=#/]{0,30}"]) {
        match Challenge::unauthenticated().with_resource_metadata(text.clone()) {
            Ok(challenge) => {
                let is_uri = |byte: u8| byte.is_ascii_graphic() && !b"\"\\<>^`{|}".contains(&byte);
                prop_assert!(!text.is_empty() && text.bytes().all(is_uri));
                let parameters = Parameters::read(&challenge.header_value());
                prop_assert_eq!(parameters.get("resource_metadata"), Some(&*text));
            }
            Err(refused) => {
                let is_uri = |byte: u8| byte.is_ascii_graphic() && !b"\"\\<>^`{|}".contains(&byte);
                let stray = text.bytes().position(|byte| !is_uri(byte));
                let host = text.strip_prefix("https://").or(text.strip_prefix("http://"));
                let has_host = host.is_some_and(|host| host.starts_with(|first| !"/?#".contains(first)));
                prop_assert!(stray.is_some() || !has_host, "{:?}", text);
                prop_assert!(refused.place() <= text.len());
            }
        }
    }
}

#[test]
fn the_reader_of_headers_is_strict() {
    let is_refused =
        |text: &'static str| std::panic::catch_unwind(|| Parameters::read(&HeaderValue::from_static(text))).is_err();
    for text in ["bearer", "Bearer ", "Bearer a=b", "Bearer a=\"b", "Bearer a=\"b\",c=\"d\"", "Bearer a=\"b\", a=\"c\""]
    {
        assert!(is_refused(text), "{text}");
    }
    assert!(!is_refused("Bearer a=\"b\", c=\"d, e=f\""));
}
