//! The documents of the resource server that are open to all: its metadata (RFC 9728), and what the API is (`OpenAPI`).
//!
//! What comes in: the metadata and the document of the routes. What goes out: two public routes.

use axum::routing::get;
use axum::{Json, Router};
use scopes_runtime::ProtectedResource;
use utoipa::openapi::OpenApi;

use crate::Sipgate;

/// The routes of both documents.
pub(crate) fn router(resource: ProtectedResource<Sipgate>, openapi: OpenApi) -> Router {
    Router::new()
        .route(&resource.metadata_path(), get(move || std::future::ready(Json(resource))))
        .route("/openapi.json", get(move || std::future::ready(Json(openapi))))
}
