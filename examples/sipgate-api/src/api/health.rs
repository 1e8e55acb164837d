//! Whether the server is well: the only endpoint that is open to all.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use super::Problem;
use crate::store::Store;

/// The server is well.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Health {
    #[schema(example = "ok")]
    status: &'static str,
}

/// Say whether the server is well.
#[utoipa::path(
    get, path = "/health", tag = "health", operation_id = "readHealth",
    responses(
        (status = 200, description = "It is.", body = Health),
        (status = 503, description = "It cannot read its data.", body = Problem,
            content_type = "application/problem+json"),
    ),
)]
pub(super) async fn read(State(store): State<Store>) -> Result<Json<Health>, Problem> {
    match store.ping().await {
        Ok(()) => Ok(Json(Health { status: "ok" })),
        Err(error) => {
            tracing::error!(%error, "not well");
            Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "the server cannot use its data now"))
        }
    }
}
