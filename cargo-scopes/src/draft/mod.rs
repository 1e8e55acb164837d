//! A manifest as plain values: what importers put together, what `export json` prints, what becomes `scopes.toml`.
//!
//! Nothing of it is validated; `Catalog::parse` of [`Draft::to_toml`] does that. The fields are the keys of the format, so
//! serde's form of it is the manifest in JSON.

mod catalog;
mod merge;
pub(crate) mod print;
mod values;
mod written;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

pub use self::merge::{Merged, NoManifest};
pub use self::values::{DefaultScopes, Deprecation, Lint, Preset, Removed, Rule, Scope, System};
pub use self::written::Access;

/// The format that is written.
pub const FORMAT: u8 = 1;

/// A whole manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Always 1.
    pub format: u8,
    /// Bundles of scopes: `oidc`.
    #[serde(rename = "use", default, skip_serializing_if = "Vec::is_empty")]
    pub bundles: Vec<String>,
    /// What holds for all scopes.
    pub system: System,
    /// The values of each axis, by its key.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub kinds: IndexMap<String, Vec<String>>,
    /// The scopes by name.
    pub scopes: IndexMap<String, Scope>,
    /// Rules that write `includes`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
    /// Names that are never to be used again.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub removed: IndexMap<String, Removed>,
    /// Combinations of scopes.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub presets: IndexMap<String, Preset>,
    /// Operations by `METHOD /path`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub endpoints: IndexMap<String, Access>,
    /// Consent texts by language and scope.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub text: IndexMap<String, IndexMap<String, String>>,
    /// Levels and exceptions of the lints.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub lints: IndexMap<String, Lint>,
}

impl Draft {
    /// An empty manifest of this name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { format: FORMAT, system: System { name: name.into(), ..System::default() }, ..Self::default() }
    }
}
