//! What the server knows of the token that asks.

use axum::{Extension, Json};
use scopes_runtime::Granted;
use serde::Serialize;
use utoipa::ToSchema;

use super::refusals::Unauthorized;
use crate::Scope;
use crate::token::Claims;

/// A token, as the server reads it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Me {
    #[schema(example = "newcomer")]
    sub: String,
    #[schema(example = "development")]
    client_id: String,
    /// The scopes that the token names.
    #[schema(value_type = Vec<String>, example = json!(["sessions:write"]))]
    scopes: Vec<Scope>,
    /// These with all that they include: what counts in a check.
    #[schema(value_type = Vec<String>, example = json!(["sessions:calls:write", "sessions:fax:write"]))]
    effective_scopes: Vec<Scope>,
    /// How many names of the token are no scopes of this API. They grant nothing.
    unknown_scopes: usize,
}

/// Say who the token is about, and what it grants.
#[utoipa::path(
    get, path = "/me", tag = "token", operation_id = "readMe",
    responses((status = 200, description = "The token.", body = Me), Unauthorized),
)]
pub(super) async fn read(granted: Granted<Scope>, Extension(claims): Extension<Claims>) -> Json<Me> {
    Json(Me {
        sub: claims.subject,
        client_id: claims.client_id,
        scopes: granted.scopes().iter().collect(),
        effective_scopes: granted.effective().iter().collect(),
        unknown_scopes: granted.unknown(),
    })
}
