//! The record of what was sent, called and received.

use serde::Serialize;
use utoipa::ToSchema;

/// One entry of the history.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HistoryEntry {
    pub(crate) id: String,
    #[serde(rename = "type")]
    pub(crate) kind: SessionKind,
    pub(crate) direction: Direction,
    #[schema(example = "+491713920000")]
    pub(crate) source: String,
    #[schema(example = "+491713920010")]
    pub(crate) target: String,
    /// `accepted` for everything that this server was asked to send.
    #[schema(example = "accepted")]
    pub(crate) status: String,
    /// The text of a message; the name and the length of a fax's file.
    pub(crate) content: Option<String>,
    /// When, in UTC as RFC 3339 writes it.
    pub(crate) created_at: String,
}

/// What was sent or called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum SessionKind {
    Call,
    Fax,
    Sms,
}

/// Who began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum Direction {
    Incoming,
    Outgoing,
}
