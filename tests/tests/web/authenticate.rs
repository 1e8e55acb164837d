//! The layer `Authenticate` by itself, over a service that says what it sees.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use http::{Extensions, Request, Response};
use scopes_runtime::{Authenticate, BearerToken, Grant, Granted, ResourceGrants, TokenError, Verifier};
use scopes_tests::web::{Scope, Web};
use scopes_tests::{sipgate, web};
use tower::util::MapRequestLayer;
use tower::{Layer as _, Service, ServiceExt as _, service_fn};

use crate::server::{request, run, verify, with};

/// What else a token may say.
#[derive(Clone, Debug, Default, PartialEq)]
struct Subject(String);

/// The scopes that the service sees granted; `None` where it sees no grant.
type Seen = Option<String>;

fn seen(extensions: &Extensions) -> Seen {
    extensions.get::<Granted<Scope>>().map(ToString::to_string)
}

/// A service that gives what `look` sees of a request.
fn looking<T>(
    look: impl Fn(&Extensions) -> T + Clone,
) -> impl Service<Request<()>, Response = Response<T>, Error = Infallible> + Clone {
    service_fn(move |request: Request<()>| {
        let seen = look(request.extensions());
        async { Ok(Response::new(seen)) }
    })
}

/// What is seen behind the layer.
fn behind<V: Verifier + Clone, T>(verifier: V, request: Request<()>, look: impl Fn(&Extensions) -> T + Clone) -> T {
    run(Authenticate::new(verifier).layer(looking(look)).oneshot(request)).unwrap().into_body()
}

/// The same for a request in whose extensions an earlier layer, which knows of sessions, has put a grant.
fn behind_a_session(mut request: Request<()>) -> Seen {
    request.extensions_mut().insert(Granted::<Scope>::new(Web!(set["admin"])));
    behind(verify, request, seen)
}

#[expect(clippy::unnecessary_wraps, reason = "it is compared with what may be none")]
fn some(scopes: &str) -> Seen {
    Some(scopes.to_owned())
}

#[test]
fn a_good_token_becomes_a_grant() {
    assert_eq!(
        behind(verify, with("GET", "/", "history:read contacts:read"), seen),
        some("contacts:read history:read")
    );
    assert_eq!(behind(verify, with("GET", "/", ""), seen), some(""), "a token without scopes is a token");
    assert_eq!(behind(verify, with("GET", "/", "unknown:scope"), seen), some(""));
}

#[test]
fn no_token_and_no_good_token_become_no_grant() {
    for authorization in [None, Some("Bearer expired"), Some("Bearer unavailable"), Some("Bearer"), Some("Basic abc")] {
        assert_eq!(behind(verify, request("GET", "/", authorization), seen), None, "{authorization:?}");
    }
    assert_eq!(behind(verify, with("GET", "/", "contacts:read  admin"), seen), None, "a claim with two spaces");
}

#[test]
fn the_other_members_of_a_pair_come_into_the_request() {
    let pair = |token: BearerToken| async move {
        let subject = Subject(token.as_str().to_owned());
        Ok((verify(token).await?, subject))
    };
    let both = |extensions: &Extensions| (seen(extensions), extensions.get::<Subject>().cloned());
    let wanted = (some("admin"), Some(Subject("admin".to_owned())));
    assert_eq!(behind(pair, with("GET", "/", "admin"), both), wanted);
    assert_eq!(behind(pair, request("GET", "/", Some("Bearer expired")), both), (None, None));

    let nested = move |token: BearerToken| async move { Ok((pair(token).await?, 7_u8)) };
    let all = move |extensions: &Extensions| (both(extensions), extensions.get::<u8>().copied());
    assert_eq!(behind(nested, with("GET", "/", "admin"), all), (wanted, Some(7)));
}

#[test]
fn of_two_grants_in_a_pair_the_first_is_the_one_that_counts() {
    let verifier = |_: BearerToken| async {
        Ok((Granted::<Scope>::new(Web!(set["history:read"])), Granted::<Scope>::new(Web!(set["admin"]))))
    };
    assert_eq!(behind(verifier, with("GET", "/", ""), seen), some("history:read"));
}

#[test]
fn a_refused_token_leaves_no_grant_of_an_earlier_layer() {
    for authorization in ["Bearer expired", "Bearer unavailable", "Bearer", "Bearer a b", "bearer \u{e4}"] {
        assert_eq!(behind_a_session(request("GET", "/", Some(authorization))), None, "{authorization}");
    }
    let mut twice = request("GET", "/", Some("Bearer admin"));
    twice.headers_mut().append("authorization", http::HeaderValue::from_static("Bearer admin"));
    assert_eq!(behind_a_session(twice), None);
}

#[test]
fn without_a_token_the_grant_of_an_earlier_layer_stays() {
    assert_eq!(behind_a_session(request("GET", "/", None)), some("admin"));
    assert_eq!(behind_a_session(request("GET", "/", Some("Basic abc"))), some("admin"));
}

#[test]
fn without_a_token_that_of_an_earlier_layer_goes() {
    let stripped = MapRequestLayer::new(|mut request: Request<()>| {
        request.headers_mut().remove(http::header::AUTHORIZATION);
        request
    });
    let service = (Authenticate::new(verify), stripped, Authenticate::new(verify)).layer(looking(seen));
    assert_eq!(run(service.oneshot(with("GET", "/", "contacts:read"))).unwrap().into_body(), None);
}

#[test]
fn a_good_token_takes_the_place_of_the_grant_of_an_earlier_layer() {
    assert_eq!(behind_a_session(with("GET", "/", "history:read")), some("history:read"));
    assert_eq!(behind_a_session(with("GET", "/", "")), some(""));
}

#[test]
fn the_inner_of_two_layers_decides() {
    let none = |_: BearerToken| async { Err::<Granted<Scope>, _>(TokenError::invalid()) };
    let service = (Authenticate::new(verify), Authenticate::new(none)).layer(looking(seen));
    assert_eq!(run(service.oneshot(with("GET", "/", "admin"))).unwrap().into_body(), None);
    let service = (Authenticate::new(none), Authenticate::new(verify)).layer(looking(seen));
    assert_eq!(run(service.oneshot(with("GET", "/", "admin"))).unwrap().into_body(), some("admin"));
}

#[test]
fn layers_of_two_systems_do_not_meddle_with_each_other() {
    let sipgate = |_: BearerToken| async { Err::<Granted<sipgate::Scope>, _>(TokenError::invalid()) };
    let both = |extensions: &Extensions| (seen(extensions), extensions.get::<Granted<sipgate::Scope>>().is_some());
    for is_first in [true, false] {
        let answer = if is_first {
            let layers = (Authenticate::new(sipgate), Authenticate::new(verify));
            run(layers.layer(looking(both)).oneshot(with("GET", "/", "admin")))
        } else {
            let layers = (Authenticate::new(verify), Authenticate::new(sipgate));
            run(layers.layer(looking(both)).oneshot(with("GET", "/", "admin")))
        };
        assert_eq!(answer.unwrap().into_body(), (some("admin"), false));
    }
}

#[test]
fn a_verifier_may_give_the_resources() {
    let verifier = |_: BearerToken| async {
        Ok(ResourceGrants::new(Granted::<Scope>::new(Web!(set["files:read"])), ["w1".to_owned()]))
    };
    let look = |extensions: &Extensions| {
        let grants = extensions.get::<ResourceGrants<String, Scope>>().cloned();
        (seen(extensions), grants.map(|grants| grants.resources().cloned().collect::<Vec<_>>()))
    };
    let wanted = (some("files:read"), Some(vec!["w1".to_owned()]));
    assert_eq!(behind(verifier, with("GET", "/", ""), look), wanted);
}

#[test]
fn the_verifier_is_not_asked_without_a_token() {
    let asked = Arc::new(AtomicUsize::new(0));
    let verifier = {
        let asked = Arc::clone(&asked);
        move |token: BearerToken| {
            asked.fetch_add(1, Ordering::Relaxed);
            verify(token)
        }
    };
    for authorization in [None, Some("Basic abc"), Some("Bearer"), Some("Bearer a b"), Some("Bearer  ")] {
        behind(verifier.clone(), request("GET", "/", authorization), seen);
    }
    assert_eq!(asked.load(Ordering::Relaxed), 0);
    behind(verifier, with("GET", "/", "admin"), seen);
    assert_eq!(asked.load(Ordering::Relaxed), 1, "and once with one");
}

#[test]
fn a_verifier_may_be_a_type_of_its_own() {
    /// Gives what it was made with.
    #[derive(Clone)]
    struct Always(web::ScopeSet);

    impl Verifier for Always {
        type Grant = Granted<Scope>;
        type Future = std::future::Ready<Result<Granted<Scope>, TokenError>>;

        fn verify(&self, _: BearerToken) -> Self::Future {
            std::future::ready(Ok(Granted::new(self.0)))
        }
    }

    fn is_grant<G: Grant>() {}
    is_grant::<<Always as Verifier>::Grant>();
    assert_eq!(behind(Always(Web!(set["terms"])), request("GET", "/", Some("Bearer x")), seen), some("terms"));
}
