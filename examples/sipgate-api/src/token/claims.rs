//! The claims of an access token (RFC 9068 section 2.2) as they are read, and [`Claims`], what handlers see of them.

use scopes_runtime::Granted;
use serde::Deserialize;
use serde_json::Number;

use crate::Scope;

/// Who a token is about and who uses it. The layer `Authenticate` puts it into the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// `sub`: the user, or the client where it acts for itself.
    pub subject: String,
    /// `client_id`: the client that the token was issued to.
    pub client_id: String,
}

/// All that RFC 9068 section 2.2 requires: a token without one of these is refused as it is read. Their types are those
/// of RFC 7519 section 4.1. Whether they fit is checked by `jsonwebtoken`, which reads `exp`, `aud` and `iss` itself;
/// `iss` stands here since a list of issuers would pass it.
#[derive(Debug, Deserialize)]
pub(super) struct AccessTokenClaims {
    #[serde(rename = "iss")]
    _issuer: String,
    #[serde(rename = "iat")]
    _issued_at: Number,
    #[serde(rename = "jti")]
    pub(super) token_id: String,
    #[serde(rename = "sub")]
    pub(super) subject: String,
    pub(super) client_id: String,
    /// Absent where the token was asked for without scopes (RFC 9068 section 2.2.3).
    #[serde(default)]
    pub(super) scope: Granted<Scope>,
}
