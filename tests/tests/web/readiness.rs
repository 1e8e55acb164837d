//! The contract of tower's `Service`: `call` comes after `poll_ready` on the same service, and a clone is ready only
//! when it says so.

use std::convert::Infallible;
use std::future::{Ready, poll_fn, ready};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use http::{Request, Response};
use scopes_runtime::{Authenticate, AuthenticateService, RequireScopes};
use scopes_tests::web::Web;
use tower::{Layer as _, Service, ServiceExt as _, service_fn};

use crate::server::{request, run, verify, with};

/// Panics where it is called without having said that it is ready. A clone has not said so.
#[derive(Default)]
struct Strict {
    is_ready: bool,
    /// How many of its kind were called.
    called: Arc<AtomicUsize>,
}

impl Clone for Strict {
    fn clone(&self) -> Self {
        Self { is_ready: false, called: Arc::clone(&self.called) }
    }
}

impl Service<Request<()>> for Strict {
    type Response = Response<()>;
    type Error = Infallible;
    type Future = Ready<Result<Response<()>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.is_ready = true;
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        assert!(std::mem::take(&mut self.is_ready), "called before it was ready");
        self.called.fetch_add(1, Ordering::Relaxed);
        ready(Ok(Response::new(())))
    }
}

/// Without a token, with a good one, and with others.
const AUTHORIZATIONS: [Option<&str>; 5] =
    [None, Some("Bearer admin"), Some("Bearer expired"), Some("Bearer"), Some("Basic abc")];

#[test]
fn the_service_that_was_ready_is_called() {
    let called = Arc::new(AtomicUsize::new(0));
    let mut service = Authenticate::new(verify).layer(Strict { is_ready: false, called: Arc::clone(&called) });
    run(async {
        for first in AUTHORIZATIONS {
            for second in AUTHORIZATIONS {
                service.ready().await.unwrap().call(request("GET", "/", first)).await.unwrap();
                service.ready().await.unwrap().call(request("GET", "/", second)).await.unwrap();
            }
        }
    });
    assert_eq!(called.load(Ordering::Relaxed), 50);
}

#[test]
fn calls_may_be_under_way_at_the_same_time() {
    let called = Arc::new(AtomicUsize::new(0));
    let mut service = Authenticate::new(verify).layer(Strict { is_ready: false, called: Arc::clone(&called) });
    run(async {
        let mut answers = Vec::new();
        for authorization in AUTHORIZATIONS {
            answers.push(Box::pin(service.ready().await.unwrap().call(request("GET", "/", authorization))));
        }
        for answer in answers.into_iter().rev() {
            answer.await.unwrap();
        }
    });
    assert_eq!(called.load(Ordering::Relaxed), 5);
}

#[test]
fn the_enforcing_layer_calls_only_what_is_ready() {
    let called = Arc::new(AtomicUsize::new(0));
    let strict = Strict { is_ready: false, called: Arc::clone(&called) };
    let rule = RequireScopes::new(Web!(all["admin"]));
    let mut service = (Authenticate::new(verify), rule).layer(strict);
    run(async {
        for authorization in AUTHORIZATIONS {
            service.ready().await.unwrap().call(request("GET", "/", authorization)).await.unwrap();
        }
    });
    assert_eq!(called.load(Ordering::Relaxed), 1, "only the good token comes through");
}

#[test]
#[should_panic(expected = "called before it was ready")]
fn the_strict_service_is_strict() {
    let called = Strict::default();
    run(async {
        let mut service = called.clone();
        service.ready().await.unwrap();
        service.clone().call(request("GET", "/", None)).await.unwrap();
    });
}

/// Ready, waiting or broken, as told.
#[derive(Clone)]
struct Told(Poll<Result<(), &'static str>>);

impl Service<Request<()>> for Told {
    type Response = Response<()>;
    type Error = &'static str;
    type Future = Ready<Result<Response<()>, &'static str>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), &'static str>> {
        self.0
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        ready(Err("broken while it was called"))
    }
}

#[test]
fn the_layers_are_as_ready_as_what_they_wrap() {
    fn readiness<T>(mut service: T) -> Poll<Result<(), &'static str>>
    where
        T: Service<Request<()>, Error = &'static str>,
    {
        run(poll_fn(|context| Poll::Ready(service.poll_ready(context))))
    }
    for told in [Poll::Pending, Poll::Ready(Err("broken")), Poll::Ready(Ok(()))] {
        let service: AuthenticateService<_, _> = Authenticate::new(verify).layer(Told(told));
        assert_eq!(readiness(service), told);
        assert_eq!(readiness(RequireScopes::new(Web!(all["admin"])).layer(Told(told))), told);
    }
}

#[test]
fn an_error_of_the_service_is_passed_on() {
    let service = (Authenticate::new(verify), RequireScopes::new(Web!(all["admin"]))).layer(Told(Poll::Ready(Ok(()))));
    let answer = run(service.clone().oneshot(with("GET", "/", "admin")));
    assert_eq!(answer.unwrap_err(), "broken while it was called");
    assert_eq!(run(service.oneshot(with("GET", "/", ""))).unwrap().status(), 403, "which is not called here");
}

#[test]
fn an_answer_may_take_its_time() {
    let slow = service_fn(|_: Request<()>| async {
        tokio::task::yield_now().await;
        Ok::<_, Infallible>(Response::new(()))
    });
    let service = (Authenticate::new(verify), RequireScopes::new(Web!(all["admin"]))).layer(slow);
    assert_eq!(run(service.oneshot(with("GET", "/", "admin"))).unwrap().status(), 200);
}
