//! [`TokenError`]: what a verifier says of a token that it does not accept.

use core::error::Error;
use core::fmt;

use ::http::StatusCode;

use super::rejection::Rejection;
use crate::error::ParseError;
use crate::http::Challenge;

/// Why a verifier gives no grant. A client learns the kind and, where there is one, the text, which is the program's
/// own and never the token's.
///
/// ```
/// use scopes_runtime::TokenError;
///
/// const EXPIRED: TokenError = TokenError::invalid_because("the token has expired");
/// assert_eq!(EXPIRED.to_string(), "invalid token: the token has expired");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenError(Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Invalid(Option<&'static str>),
    Unavailable,
}

impl TokenError {
    /// The token does not hold: malformed, expired, revoked, of another issuer, for another audience. Answered with
    /// 401 `invalid_token`.
    #[must_use]
    pub const fn invalid() -> Self {
        Self(Kind::Invalid(None))
    }

    /// The same, saying why in a sentence: `error_description` of RFC 6750 section 3, such as "the token has expired".
    ///
    /// **Printable ASCII without `"` and `\\` only**: a text with anything else cannot stand there and is not sent, which
    /// the client sees as [`invalid`](Self::invalid).
    #[must_use]
    pub const fn invalid_because(description: &'static str) -> Self {
        Self(Kind::Invalid(Some(description)))
    }

    /// Whether the token holds cannot be told now: keys or the introspection endpoint are out of reach. Answered with
    /// 503 and a line in the log, and nobody is let in.
    #[must_use]
    pub const fn unavailable() -> Self {
        Self(Kind::Unavailable)
    }
}

impl From<ParseError> for TokenError {
    /// A scope claim that is malformed makes the whole token invalid.
    fn from(_: ParseError) -> Self {
        Self::invalid_because("the scope claim is malformed")
    }
}

impl From<TokenError> for Rejection {
    fn from(error: TokenError) -> Self {
        match error.0 {
            Kind::Invalid(description) => Challenge::invalid_token().because(description).into(),
            Kind::Unavailable => Self::other(StatusCode::SERVICE_UNAVAILABLE, "the token cannot be verified now"),
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Invalid(None) => formatter.write_str("invalid token"),
            Kind::Invalid(Some(description)) => write!(formatter, "invalid token: {description}"),
            Kind::Unavailable => formatter.write_str("the token cannot be verified now"),
        }
    }
}

impl Error for TokenError {}
