//! [`Verifier`]: the program's own function that judges a token.

use core::future::Future;

use super::grant::Grant;
use super::token_error::TokenError;
use crate::http::BearerToken;

/// What judges a token: any `Fn(BearerToken) -> impl Future<Output = Result<G, TokenError>>`, where `G` is a
/// [`Grant`]. It verifies the signature, the issuer, the audience and the time (RFC 9068 section 4), or asks the
/// introspection endpoint (RFC 7662).
///
/// It is asked about every request that shows a token, also one to a public operation or to no route at all, and the
/// request waits for it: let it answer from a cache, and give up in time with
/// [`TokenError::unavailable`](crate::TokenError::unavailable).
///
/// ```
/// # use scopes_demo::Scope;
/// use scopes_runtime::{BearerToken, Granted, TokenError};
///
/// async fn verify(token: BearerToken) -> Result<Granted<Scope>, TokenError> {
///     match token.as_str() {
///         "the-only-token" => Ok(Granted::parse("contacts:read")?),
///         _ => Err(TokenError::invalid()),
///     }
/// }
/// # fn is_verifier(_: impl scopes_runtime::Verifier) {}
/// # is_verifier(verify);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no verifier of tokens",
    note = "a verifier is an `async fn(BearerToken) -> Result<Granted<Scope>, TokenError>`, or gives another `Grant`"
)]
pub trait Verifier {
    /// What a good token gives.
    type Grant: Grant;
    /// The judgement under way.
    type Future: Future<Output = Result<Self::Grant, TokenError>>;

    /// Judges a token.
    fn verify(&self, token: BearerToken) -> Self::Future;
}

impl<F, V, G> Verifier for F
where
    F: Fn(BearerToken) -> V,
    V: Future<Output = Result<G, TokenError>>,
    G: Grant,
{
    type Grant = G;
    type Future = V;

    fn verify(&self, token: BearerToken) -> V {
        self(token)
    }
}
