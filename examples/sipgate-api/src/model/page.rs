//! [`Page`] and [`Items`]: a part of a list, as it is asked for and as it is given.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which part of a list.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Page {
    /// How many items at most: 1 to 100.
    #[serde(default)]
    #[param(value_type = Option<u32>, default = 50, minimum = 1, maximum = 100)]
    pub(crate) limit: Limit,
    /// How many items to pass over.
    #[serde(default)]
    #[param(value_type = Option<u32>, default = 0)]
    pub(crate) offset: u32,
}

/// How many items a page has at most.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "u32")]
pub(crate) struct Limit(u32);

impl Limit {
    pub(crate) fn get(self) -> u32 {
        self.0
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(50)
    }
}

impl TryFrom<u32> for Limit {
    type Error = &'static str;

    fn try_from(limit: u32) -> Result<Self, &'static str> {
        if (1..=100).contains(&limit) { Ok(Self(limit)) } else { Err("a limit is 1 to 100") }
    }
}

/// A part of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Items<T> {
    pub(crate) items: Vec<T>,
    /// How many there are in all.
    pub(crate) total_count: u32,
}

impl<T> Items<T> {
    /// The whole list.
    pub(crate) fn all(items: Vec<T>) -> Self {
        let total_count = u32::try_from(items.len()).unwrap_or(u32::MAX);
        Self { items, total_count }
    }
}
