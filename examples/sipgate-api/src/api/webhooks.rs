//! The log of the webhooks.

use axum::Json;
use axum::extract::State;
use scopes_runtime::{Permit, Requires};

use super::Problem;
use super::refusals::Unauthorized;
use crate::Sipgate;
use crate::model::{Items, WebhookEvent};
use crate::store::Store;

/// Reading the log.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "GET /webhooks/log")]
pub(crate) struct ReadWebhookLog;

/// Read the log of the webhooks.
#[utoipa::path(
    get, path = "/webhooks/log", tag = "webhooks", operation_id = "readWebhookLog",
    responses((status = 200, description = "The calls, the latest first.", body = Items<WebhookEvent>), Unauthorized),
)]
pub(super) async fn read_log(
    _: Permit<ReadWebhookLog>,
    State(store): State<Store>,
) -> Result<Json<Items<WebhookEvent>>, Problem> {
    Ok(Json(Items::all(store.webhook_log().await?)))
}
