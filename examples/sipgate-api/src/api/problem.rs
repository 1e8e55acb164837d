//! [`Problem`]: the answer to a request that is let in and cannot be served (RFC 9457).
//!
//! Requests that are not let in are answered by the runtime's challenges instead.

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::store::StoreError;

/// What is wrong, in JSON.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// The status of the answer.
    #[schema(value_type = u16, example = 422)]
    #[serde(serialize_with = "number")]
    status: StatusCode,
    /// The status in words.
    #[schema(example = "Unprocessable Entity")]
    title: &'static str,
    /// What was wrong with this request.
    detail: String,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { status, title: status.canonical_reason().unwrap_or("Error"), detail: detail.into() }
    }

    /// 404: there is no such thing, or no such path.
    pub(crate) fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, detail)
    }

    /// 422: well-formed, and yet it cannot be done.
    pub(crate) fn unprocessable(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn number<Z: serde::Serializer>(status: &StatusCode, serializer: Z) -> Result<Z::Ok, Z::Error> {
    serializer.serialize_u16(status.as_u16())
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let content_type = [(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"))];
        (self.status, content_type, Json(self)).into_response()
    }
}

impl From<StoreError> for Problem {
    /// What happened goes to the log: a client can do nothing about it.
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "a request cannot be served");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "the server cannot use its data now")
    }
}

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        Self::new(rejection.status(), rejection.body_text())
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Self::new(rejection.status(), rejection.body_text())
    }
}

impl From<PathRejection> for Problem {
    fn from(rejection: PathRejection) -> Self {
        Self::new(rejection.status(), rejection.body_text())
    }
}
