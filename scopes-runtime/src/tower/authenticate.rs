//! [`Authenticate`]: the layer that takes the token of a request to the program's verifier.
//!
//! A good token becomes a `Granted` in the request's extensions. A bad one, or none, becomes the reason, and the
//! request goes on: what it meets next decides, since a public operation needs no token. On the way out every
//! challenge gets the realm and the metadata that the layer was given.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use ::http::header::WWW_AUTHENTICATE;
use ::http::{Request, Response};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::authentication::Unauthenticated;
use super::grant::Grant;
use super::token_error::TokenError;
use super::verifier::Verifier;
use crate::http::{BearerToken, Challenge, NotQuotable};

/// The layer that puts what a token grants into the request, or why there is nothing.
///
/// It never answers by itself: [`RequireScopes`](crate::RequireScopes), `EnforceEndpoints` and the extractors do. It
/// has to be outside of them, so that it runs first: in a tuple of layers it stands first.
///
/// ```
/// # use scopes_demo::Scope;
/// use scopes_runtime::{Authenticate, BearerToken, Granted, TokenError};
///
/// async fn verify(token: BearerToken) -> Result<Granted<Scope>, TokenError> {
///     # _ = token;
///     Err(TokenError::invalid_because("the signature does not match"))
/// }
///
/// let layer = Authenticate::new(verify)
///     .resource_metadata("https://api.example.com/.well-known/oauth-protected-resource")?;
/// # let _ = layer;
/// # Ok::<(), scopes_runtime::NotQuotable>(())
/// ```
#[derive(Clone)]
pub struct Authenticate<V> {
    verifier: V,
    /// What every challenge of this server has in common.
    server: Option<Arc<Challenge>>,
}

impl<V: Verifier> Authenticate<V> {
    /// A layer that asks this verifier.
    pub fn new(verifier: V) -> Self {
        Self { verifier, server: None }
    }

    /// Puts a `realm` into every challenge (RFC 9110 section 11.5).
    ///
    /// # Errors
    /// See [`Challenge::with_realm`].
    pub fn realm(self, realm: impl Into<Cow<'static, str>>) -> Result<Self, NotQuotable> {
        self.completing(|server| server.with_realm(realm))
    }

    /// Puts the URL of the protected resource's metadata into every challenge (RFC 9728 section 5.1).
    ///
    /// # Errors
    /// See [`Challenge::with_resource_metadata`].
    pub fn resource_metadata(self, url: impl Into<Cow<'static, str>>) -> Result<Self, NotQuotable> {
        self.completing(|server| server.with_resource_metadata(url))
    }

    fn completing(self, add: impl FnOnce(Challenge) -> Result<Challenge, NotQuotable>) -> Result<Self, NotQuotable> {
        let server = self.server.as_deref().cloned().unwrap_or_else(Challenge::unauthenticated);
        Ok(Self { server: Some(Arc::new(add(server)?)), ..self })
    }
}

impl<V> fmt::Debug for Authenticate<V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Authenticate").field("server", &self.server).finish_non_exhaustive()
    }
}

impl<T, V: Clone> Layer<T> for Authenticate<V> {
    type Service = AuthenticateService<T, V>;

    fn layer(&self, inner: T) -> Self::Service {
        AuthenticateService { inner, layer: self.clone() }
    }
}

/// The service of [`Authenticate`].
#[derive(Clone)]
pub struct AuthenticateService<T, V> {
    inner: T,
    layer: Authenticate<V>,
}

impl<T: fmt::Debug, V> fmt::Debug for AuthenticateService<T, V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("AuthenticateService").field("inner", &self.inner).finish_non_exhaustive()
    }
}

impl<T, V, B, P> Service<Request<B>> for AuthenticateService<T, V>
where
    T: Service<Request<B>, Response = Response<P>> + Clone,
    V: Verifier,
{
    type Response = Response<P>;
    type Error = T::Error;
    type Future = AuthenticateFuture<T, V, B>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let server = self.layer.server.clone();
        let state = match BearerToken::from_headers(request.headers()) {
            Ok(Some(token)) => {
                // What is ready is the service here; its clone stands in for it the next time.
                let clone = self.inner.clone();
                let inner = core::mem::replace(&mut self.inner, clone);
                State::Verifying { verdict: self.layer.verifier.verify(token), rest: Some((inner, request)) }
            }
            Ok(None) => {
                Unauthenticated::<ScopeOf<V>>::mark_absent(request.extensions_mut());
                State::Answering { answer: self.inner.call(request) }
            }
            Err(challenge) => {
                Unauthenticated::<ScopeOf<V>>::mark(request.extensions_mut(), challenge.into());
                State::Answering { answer: self.inner.call(request) }
            }
        };
        AuthenticateFuture { state, server }
    }
}

type ScopeOf<V> = <<V as Verifier>::Grant as Grant>::Scope;

pin_project! {
    /// The answer under way of [`AuthenticateService`].
    pub struct AuthenticateFuture<T, V, B>
    where
        T: Service<Request<B>>,
        V: Verifier,
    {
        #[pin]
        state: State<T, V, B>,
        server: Option<Arc<Challenge>>,
    }
}

pin_project! {
    #[project = StateProjection]
    enum State<T, V, B>
    where
        T: Service<Request<B>>,
        V: Verifier,
    {
        Verifying { #[pin] verdict: V::Future, rest: Option<(T, Request<B>)> },
        Answering { #[pin] answer: T::Future },
    }
}

impl<T, V, B> fmt::Debug for AuthenticateFuture<T, V, B>
where
    T: Service<Request<B>>,
    V: Verifier,
{
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("AuthenticateFuture").finish_non_exhaustive()
    }
}

impl<T, V, B, P> Future for AuthenticateFuture<T, V, B>
where
    T: Service<Request<B>, Response = Response<P>>,
    V: Verifier,
{
    type Output = Result<Response<P>, T::Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        loop {
            let answer = match this.state.as_mut().project() {
                StateProjection::Answering { answer } => {
                    return answer.poll(context).map_ok(|response| completed(response, this.server.as_deref()));
                }
                StateProjection::Verifying { verdict, rest } => {
                    let verdict = ready!(verdict.poll(context));
                    // Taken once: the state is another afterwards.
                    let Some((mut inner, mut request)) = rest.take() else { return Poll::Pending };
                    match verdict {
                        Ok(grant) => grant.extend(request.extensions_mut()),
                        Err(error) => {
                            if error == TokenError::unavailable() {
                                tracing::error!("{error}");
                            }
                            Unauthenticated::<ScopeOf<V>>::mark(request.extensions_mut(), error.into());
                        }
                    }
                    inner.call(request)
                }
            };
            this.state.set(State::Answering { answer });
        }
    }
}

/// Gives the challenge of an answer, if there is one, the server's realm and metadata.
fn completed<P>(mut response: Response<P>, server: Option<&Challenge>) -> Response<P> {
    let Some(server) = server else { return response };
    let Some(challenge) = response.extensions().get::<Challenge>().cloned() else { return response };
    // A layer between may have taken it away, or put another beside it.
    let written = challenge.header_value();
    let mut values = match response.headers_mut().entry(WWW_AUTHENTICATE) {
        ::http::header::Entry::Occupied(values) => values,
        ::http::header::Entry::Vacant(_) => return response,
    };
    if let Some(value) = values.iter_mut().find(|value| **value == written) {
        let challenge = challenge.completed_by(server);
        *value = challenge.header_value();
        response.extensions_mut().insert(challenge);
    }
    response
}
