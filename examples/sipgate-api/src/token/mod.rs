//! The server's verifier of access tokens (RFC 9068 section 4).
//!
//! What comes in: the token of a request, and the issuer's JWK Set. What goes out: the scopes that it grants and who it
//! is about, or why it does not hold. Called by the layer `Authenticate`.

mod claims;
mod keys;
mod refusal;
mod verifier;

pub use self::claims::Claims;
pub use self::keys::{InvalidKeys, VerificationKeys};
pub use self::verifier::AccessTokenVerifier;
