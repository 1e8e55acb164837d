//! What the enforcing layers have in common: a request is either passed on or answered at once.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use ::http::request::Parts;
use ::http::{Request, Response};
use pin_project_lite::pin_project;
use tower_service::Service;

use super::rejection::Rejection;

/// A rule that lets requests pass or not: that of the layers of this crate, and no others.
pub trait Rule {
    /// Whether the request may pass.
    ///
    /// # Errors
    /// The answer to it, where it may not.
    fn admit(&self, head: &mut Parts) -> Result<(), Rejection>;
}

/// The service of [`RequireScopes`](crate::RequireScopes) and of `EnforceEndpoints`: it passes on what the layer
/// lets through, and answers the rest.
#[derive(Clone, Debug)]
pub struct Enforced<T, L> {
    inner: T,
    rule: L,
}

impl<T, L> Enforced<T, L> {
    pub(crate) fn new(inner: T, rule: L) -> Self {
        Self { inner, rule }
    }
}

impl<T, L, B, P> Service<Request<B>> for Enforced<T, L>
where
    T: Service<Request<B>, Response = Response<P>>,
    L: Rule,
    P: Default,
{
    type Response = Response<P>;
    type Error = T::Error;
    type Future = EnforcedFuture<T::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let (mut head, body) = request.into_parts();
        EnforcedFuture {
            state: match self.rule.admit(&mut head) {
                Ok(()) => State::Passed { answer: self.inner.call(Request::from_parts(head, body)) },
                Err(rejection) => State::Rejected { rejection: Some(rejection) },
            },
        }
    }
}

pin_project! {
    /// The answer under way of [`Enforced`].
    pub struct EnforcedFuture<A>{ #[pin] state: State<A> }
}

pin_project! {
    #[project = StateProjection]
    enum State<A> {
        Passed { #[pin] answer: A },
        Rejected { rejection: Option<Rejection> },
    }
}

impl<A> fmt::Debug for EnforcedFuture<A> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("EnforcedFuture").finish_non_exhaustive()
    }
}

impl<A, P, E> Future for EnforcedFuture<A>
where
    A: Future<Output = Result<Response<P>, E>>,
    P: Default,
{
    type Output = Result<Response<P>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project().state.project() {
            StateProjection::Passed { answer } => answer.poll(context),
            // Taken once: a future that has answered is not polled again.
            StateProjection::Rejected { rejection } => match rejection.take() {
                Some(rejection) => Poll::Ready(Ok(rejection.into_response())),
                None => Poll::Pending,
            },
        }
    }
}
