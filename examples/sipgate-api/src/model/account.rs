//! The account and its credit.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Text;

/// The account.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Account {
    #[schema(example = "Analytical Engines GmbH")]
    pub(crate) company: String,
    #[schema(example = "TEAM")]
    pub(crate) main_product_type: String,
    pub(crate) verified: bool,
}

/// What of the account can be changed.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with company")]
pub(crate) struct AccountChange {
    #[schema(value_type = String, min_length = 1, max_length = 100, example = "Difference Engines GmbH")]
    pub(crate) company: Text<100>,
}

/// The credit.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Balance {
    /// In ten thousandths of the currency.
    #[schema(example = 423_500)]
    pub(crate) amount: i64,
    /// By ISO 4217.
    #[schema(example = "EUR")]
    pub(crate) currency: String,
}
