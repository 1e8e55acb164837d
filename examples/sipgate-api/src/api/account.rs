//! The account: read and changed.

use axum::Json;
use axum::extract::State;
use scopes_runtime::{Permit, Requires};

use super::Problem;
use super::extract::Body;
use super::refusals::{InvalidBody, Unauthorized};
use crate::Sipgate;
use crate::model::{Account, AccountChange};
use crate::store::Store;

/// Reading the account.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "GET /account")]
pub(crate) struct ReadAccount;

/// Changing the account.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "PUT /account")]
pub(crate) struct ChangeAccount;

/// Read the account.
#[utoipa::path(
    get, path = "/account", tag = "account", operation_id = "readAccount",
    responses((status = 200, description = "The account.", body = Account), Unauthorized),
)]
pub(super) async fn read(_: Permit<ReadAccount>, State(store): State<Store>) -> Result<Json<Account>, Problem> {
    Ok(Json(store.account().await?))
}

/// Change the account.
#[utoipa::path(
    put, path = "/account", tag = "account", operation_id = "changeAccount", request_body = AccountChange,
    responses((status = 200, description = "The account as it is now.", body = Account), Unauthorized, InvalidBody),
)]
pub(super) async fn change(
    _: Permit<ChangeAccount>,
    State(store): State<Store>,
    Body(change): Body<AccountChange>,
) -> Result<Json<Account>, Problem> {
    Ok(Json(store.change_account(change).await?))
}
