//! The account's credit.

use axum::Json;
use axum::extract::State;
use scopes_runtime::{Permit, Requires};

use super::Problem;
use super::refusals::Unauthorized;
use crate::Sipgate;
use crate::model::Balance;
use crate::store::Store;

/// Reading the credit.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "GET /balance")]
pub(crate) struct ReadBalance;

/// Read how much credit the account has.
#[utoipa::path(
    get, path = "/balance", tag = "account", operation_id = "readBalance",
    responses((status = 200, description = "The credit.", body = Balance), Unauthorized),
)]
pub(super) async fn read(_: Permit<ReadBalance>, State(store): State<Store>) -> Result<Json<Balance>, Problem> {
    Ok(Json(store.balance().await?))
}
