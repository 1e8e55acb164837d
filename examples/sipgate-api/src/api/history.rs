//! The history.

use axum::Json;
use axum::extract::State;
use scopes_runtime::{Permit, Requires};

use super::Problem;
use super::extract::Query;
use super::refusals::{InvalidQuery, Unauthorized};
use crate::Sipgate;
use crate::model::{HistoryEntry, Items, Page};
use crate::store::Store;

/// Reading the history.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "GET /history")]
pub(crate) struct ListHistory;

/// List what was sent, called and received.
#[utoipa::path(
    get, path = "/history", tag = "history", operation_id = "listHistory", params(Page),
    responses((status = 200, description = "The latest first.", body = Items<HistoryEntry>), Unauthorized, InvalidQuery),
)]
pub(super) async fn list(
    _: Permit<ListHistory>,
    State(store): State<Store>,
    Query(page): Query<Page>,
) -> Result<Json<Items<HistoryEntry>>, Problem> {
    Ok(Json(store.history(page).await?))
}
