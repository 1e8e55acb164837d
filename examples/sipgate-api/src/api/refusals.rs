//! How requests are turned away, for the document: answers that layers and extractors give before a handler runs.
//!
//! An operation has one description a status, that of the last of these: name the body last and the token first.

#![allow(dead_code, reason = "they are only described")]

use utoipa::IntoResponses;

use super::Problem;

/// By the check of the token: what every operation that is not public may answer.
#[derive(IntoResponses)]
pub(super) enum Unauthorized {
    /// The `Authorization` header is malformed or there twice: the challenge says which.
    #[response(status = 400, headers(("WWW-Authenticate" = String, description = "A Bearer challenge (RFC 6750).")))]
    Malformed,
    /// No token, or one that does not hold: the challenge says why.
    #[response(status = 401, headers(("WWW-Authenticate" = String, description = "A Bearer challenge (RFC 6750).")))]
    NoToken,
    /// A token without the scopes that the operation needs: the challenge names them.
    #[response(status = 403, headers(("WWW-Authenticate" = String, description = "A Bearer challenge (RFC 6750).")))]
    InsufficientScope,
}

/// By reading the body.
#[derive(IntoResponses)]
pub(super) enum InvalidBody {
    /// The body is no JSON; or the path or the `Authorization` header is malformed.
    #[response(status = 400, content_type = "application/problem+json")]
    Malformed(#[to_schema] Problem),
    /// The body did not come in time.
    #[response(status = 408)]
    TooSlow,
    /// The body is too large.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(#[to_schema] Problem),
    /// The body is not said to be JSON: `Content-Type: application/json` is missing.
    #[response(status = 415, content_type = "application/problem+json")]
    NotJson(#[to_schema] Problem),
    /// The body lacks a field, has one that is not known, or a value that is not allowed.
    #[response(status = 422, content_type = "application/problem+json")]
    NotAllowed(#[to_schema] Problem),
}

/// By reading the query.
#[derive(IntoResponses)]
pub(super) enum InvalidQuery {
    /// A parameter of the query is not known, or its value is not allowed; or the `Authorization` header is malformed.
    #[response(status = 400, content_type = "application/problem+json")]
    NotAllowed(#[to_schema] Problem),
}

/// By looking for what the path names.
#[derive(IntoResponses)]
pub(super) enum NotFound {
    /// The path or the `Authorization` header is malformed.
    #[response(status = 400, content_type = "application/problem+json")]
    Malformed(#[to_schema] Problem),
    /// There is no such thing.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(#[to_schema] Problem),
}
