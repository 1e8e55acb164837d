//! What can be sent: text messages, faxes, calls; and the answer to each.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{PhoneNumber, SessionKind, Text};

/// A text message to be sent.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with recipient and message")]
pub(crate) struct NewSms {
    #[schema(value_type = String, pattern = r"^\+[1-9][0-9]{6,14}$", example = "+491713920010")]
    pub(crate) recipient: PhoneNumber,
    #[schema(value_type = String, min_length = 1, max_length = 1000, example = "The engine runs.")]
    pub(crate) message: Text<1000>,
}

/// A fax to be sent.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "an object with recipient, filename and base64Content"
)]
pub(crate) struct NewFax {
    #[schema(value_type = String, pattern = r"^\+[1-9][0-9]{6,14}$", example = "+491713920020")]
    pub(crate) recipient: PhoneNumber,
    #[schema(value_type = String, min_length = 1, max_length = 100, example = "offer.pdf")]
    pub(crate) filename: Text<100>,
    #[serde(rename = "base64Content")]
    #[schema(value_type = String, content_encoding = "base64", content_media_type = "application/pdf")]
    pub(crate) content: Pdf,
}

/// A document of a fax, given in base64. It is looked at, and only its length is kept.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Pdf {
    pub(crate) bytes: usize,
}

impl TryFrom<String> for Pdf {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        let content = STANDARD.decode(text).map_err(|_| "give the file in base64")?;
        let is_pdf = content.starts_with(b"%PDF-");
        if is_pdf { Ok(Self { bytes: content.len() }) } else { Err("give a file in PDF: it begins with %PDF-") }
    }
}

/// A call to be started.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with deviceId and callee")]
pub(crate) struct NewCall {
    /// The device that rings first. The call shows its caller id.
    #[schema(value_type = String, min_length = 1, max_length = 100, example = "e0")]
    pub(crate) device_id: Text<100>,
    #[schema(value_type = String, pattern = r"^\+[1-9][0-9]{6,14}$", example = "+491713920010")]
    pub(crate) callee: PhoneNumber,
}

/// The answer to all of them: it was accepted and stands in the history. This server sends nothing.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AcceptedSession {
    /// The id of the history's entry.
    pub(crate) session_id: String,
    #[serde(rename = "type")]
    pub(crate) kind: SessionKind,
    /// Always `accepted`: this server is a demonstration, and nothing leaves it.
    #[schema(example = "accepted")]
    pub(crate) status: &'static str,
}

impl AcceptedSession {
    pub(crate) fn new(session_id: String, kind: SessionKind) -> Self {
        Self { session_id, kind, status: "accepted" }
    }
}
