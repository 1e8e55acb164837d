//! Statements about the log of the webhooks.

use super::{Store, StoreError};
use crate::model::WebhookEvent;

impl Store {
    /// The whole log, the latest first.
    pub(crate) async fn webhook_log(&self) -> Result<Vec<WebhookEvent>, StoreError> {
        const SELECT: &str = "SELECT event, url, response_status, created_at FROM webhook_log ORDER BY position DESC";
        self.run(|connection| {
            let mut statement = connection.prepare(SELECT)?;
            let events = statement.query_map([], |row| {
                Ok(WebhookEvent {
                    event: row.get(0)?,
                    url: row.get(1)?,
                    response_status: row.get(2)?,
                    created_at: row.get(3)?,
                })
            })?;
            events.collect()
        })
        .await
    }
}
