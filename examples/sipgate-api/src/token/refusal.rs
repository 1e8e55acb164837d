//! Why a token does not hold, in the words that a client reads: fixed texts, and nothing of the token in them.

use jsonwebtoken::errors::ErrorKind;
use scopes_runtime::TokenError;

pub(super) const TYPE: TokenError = TokenError::invalid_because("the type of the token is not at+jwt");
pub(super) const ALGORITHM: TokenError = TokenError::invalid_because("the token is not signed with RS256");
pub(super) const CRITICAL: TokenError =
    TokenError::invalid_because("the token has a critical header parameter that is not known");
pub(super) const KEY: TokenError = TokenError::invalid_because("the token is not signed with a key of the issuer");
pub(super) const CLAIMS: TokenError = TokenError::invalid_because("a claim of the token is missing or malformed");
const MALFORMED: TokenError = TokenError::invalid_because("the token is malformed");
const SIGNATURE: TokenError = TokenError::invalid_because("the signature of the token does not match");
const EXPIRED: TokenError = TokenError::invalid_because("the token has expired");
const IMMATURE: TokenError = TokenError::invalid_because("the token is not valid yet");
const ISSUER: TokenError = TokenError::invalid_because("the token is from another issuer");
const AUDIENCE: TokenError = TokenError::invalid_because("the token is for another audience");

/// Why the header could not be read. An algorithm that `jsonwebtoken` does not know, such as `none`, ends here as well.
pub(super) fn of_header(kind: &ErrorKind) -> TokenError {
    match kind {
        ErrorKind::Json(_) => TokenError::invalid_because("the header is malformed, or its algorithm not known"),
        _ => MALFORMED,
    }
}

/// Why signature or claims do not hold.
pub(super) fn of_claims(kind: &ErrorKind) -> TokenError {
    match kind {
        ErrorKind::InvalidSignature => SIGNATURE,
        ErrorKind::ExpiredSignature => EXPIRED,
        ErrorKind::ImmatureSignature => IMMATURE,
        ErrorKind::InvalidIssuer => ISSUER,
        ErrorKind::InvalidAudience => AUDIENCE,
        ErrorKind::MissingRequiredClaim(_) | ErrorKind::InvalidClaimFormat(_) | ErrorKind::Json(_) => CLAIMS,
        _ => MALFORMED,
    }
}
