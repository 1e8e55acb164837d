//! The account's phone numbers.

use axum::Json;
use axum::extract::State;
use scopes_runtime::{Permit, Requires};

use super::Problem;
use super::refusals::Unauthorized;
use crate::Sipgate;
use crate::model::{Items, Number};
use crate::store::Store;

/// Listing numbers.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "GET /numbers")]
pub(crate) struct ListNumbers;

/// List the account's phone numbers.
#[utoipa::path(
    get, path = "/numbers", tag = "numbers", operation_id = "listNumbers",
    responses((status = 200, description = "The numbers.", body = Items<Number>), Unauthorized),
)]
pub(super) async fn list(_: Permit<ListNumbers>, State(store): State<Store>) -> Result<Json<Items<Number>>, Problem> {
    Ok(Json(Items::all(store.numbers().await?)))
}
