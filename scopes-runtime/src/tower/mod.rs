//! Layers for services of `tower`: [`Authenticate`] puts what a token grants into the request, [`RequireScopes`] lets
//! only those through that meet a requirement.

mod authenticate;
mod authentication;
mod enforce;
mod grant;
mod rejection;
mod require;
mod token_error;
mod verifier;

pub use self::authenticate::{Authenticate, AuthenticateFuture, AuthenticateService};
#[cfg(feature = "axum")]
pub(crate) use self::authentication::granted;
#[cfg(feature = "axum")]
pub(crate) use self::enforce::Rule;
pub use self::enforce::{Enforced, EnforcedFuture};
pub use self::grant::Grant;
#[cfg(feature = "axum")]
pub(crate) use self::grant::Verified;
pub use self::rejection::Rejection;
pub use self::require::RequireScopes;
pub use self::token_error::TokenError;
pub use self::verifier::Verifier;
