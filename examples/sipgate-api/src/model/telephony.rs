//! What the account has: numbers, devices, users, and the log of its webhooks.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::PhoneNumber;

/// A number of the account.
#[allow(clippy::struct_field_names, reason = "sipgate's API calls it so")]
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Number {
    pub(crate) id: String,
    #[schema(example = "+492214710000")]
    pub(crate) number: String,
    #[serde(rename = "type")]
    pub(crate) kind: NumberKind,
    /// The line or device that it leads to.
    #[schema(example = "p0")]
    pub(crate) endpoint_id: String,
}

/// What a number is for.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum NumberKind {
    Landline,
    Mobile,
}

/// A device.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Device {
    #[schema(example = "e0")]
    pub(crate) id: String,
    #[schema(example = "Desk phone")]
    pub(crate) alias: String,
    /// The number that its calls show.
    #[schema(example = "+492214710000")]
    pub(crate) caller_id: String,
}

/// The number that a device shall show.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with value")]
pub(crate) struct CallerId {
    /// A number of the account.
    #[schema(value_type = String, pattern = r"^\+[1-9][0-9]{6,14}$", example = "+492214710001")]
    pub(crate) value: PhoneNumber,
}

/// A user of the account.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct User {
    #[schema(example = "w0")]
    pub(crate) id: String,
    pub(crate) firstname: String,
    pub(crate) lastname: String,
    pub(crate) email: String,
}

/// One call of a webhook.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WebhookEvent {
    #[schema(example = "newCall")]
    pub(crate) event: String,
    pub(crate) url: String,
    /// What the webhook's server answered.
    #[schema(example = 200)]
    pub(crate) response_status: u16,
    /// When, in UTC as RFC 3339 writes it.
    pub(crate) created_at: String,
}
