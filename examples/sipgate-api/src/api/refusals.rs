//! How requests are turned away, for the document: the answers of the layers, which no handler gives.

use utoipa::IntoResponses;

use super::Problem;

/// What every operation with scopes may answer.
#[derive(IntoResponses)]
#[allow(dead_code, reason = "only described")]
pub(super) enum Refusals {
    /// The credentials are malformed: RFC 6750 section 3.1, `invalid_request`. Or the request is.
    #[response(status = 400, content_type = "application/problem+json")]
    BadRequest(#[to_schema] Problem),
    /// No token, or one that does not hold: `WWW-Authenticate` says why.
    #[response(status = 401, headers(("WWW-Authenticate" = String, description = "A Bearer challenge (RFC 6750)")))]
    Unauthenticated,
    /// A token without the scopes: `WWW-Authenticate` names them.
    #[response(status = 403, headers(("WWW-Authenticate" = String, description = "A Bearer challenge (RFC 6750)")))]
    InsufficientScope,
}
