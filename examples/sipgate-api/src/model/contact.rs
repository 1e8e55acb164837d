//! Contacts of the address book.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Email, PhoneNumber, Text};

/// A contact.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Contact {
    pub(crate) id: String,
    #[schema(example = "Ada Lovelace")]
    pub(crate) name: String,
    #[schema(example = "+491713920010")]
    pub(crate) number: String,
    #[schema(example = "ada@example.com")]
    pub(crate) email: Option<String>,
    /// When it was added, in UTC as RFC 3339 writes it.
    pub(crate) created_at: String,
}

/// A contact to be added.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with name and number")]
pub(crate) struct NewContact {
    #[schema(value_type = String, min_length = 1, max_length = 100, example = "Ada Lovelace")]
    pub(crate) name: Text<100>,
    #[schema(value_type = String, pattern = r"^\+[1-9][0-9]{6,14}$", example = "+491713920010")]
    pub(crate) number: PhoneNumber,
    #[schema(value_type = Option<String>, format = "email", example = "ada@example.com")]
    pub(crate) email: Option<Email>,
}
