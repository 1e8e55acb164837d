//! What a manifest has already, as far as a draft can add to it.

use std::collections::HashMap;

use indexmap::IndexMap;
use serde::Deserialize;

use crate::draft::{Access, Preset, Removed, Scope, System};

/// The tables of a manifest; those that it does not have are empty, and others are not looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Present {
    #[serde(rename = "use")]
    pub(super) bundles: Vec<String>,
    pub(super) system: System,
    pub(super) kinds: IndexMap<String, Vec<String>>,
    pub(super) scopes: IndexMap<String, Scope>,
    pub(super) removed: IndexMap<String, Removed>,
    pub(super) presets: IndexMap<String, Preset>,
    /// The scope behind each alias.
    #[serde(skip)]
    aliases: HashMap<String, String>,
    pub(super) endpoints: IndexMap<String, Access>,
}

/// What comes with `use = ["oidc"]`.
const OIDC: [&str; 6] = ["openid", "profile", "email", "address", "phone", "offline_access"];

impl Present {
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut present: Self = toml_edit::de::from_str(text).map_err(|error| error.to_string())?;
        let aliases = |(name, scope): (&String, &Scope)| {
            scope.aliases.iter().map(|alias| (alias.clone(), name.clone())).collect::<Vec<_>>()
        };
        present.aliases = present.scopes.iter().flat_map(aliases).collect();
        Ok(present)
    }

    /// Why a scope that is not declared is not new all the same.
    pub(super) fn knows(&self, name: &str) -> Option<String> {
        if let Some(scope) = self.aliases.get(name) {
            return Some(format!("it is an alias of `{scope}`"));
        }
        if self.removed.contains_key(name) {
            return Some("`[removed]` says that the name is never to be used again".to_owned());
        }
        let is_bundled = OIDC.contains(&name) && self.bundles.iter().any(|bundle| bundle == "oidc");
        is_bundled.then(|| "it comes with `use = [\"oidc\"]`".to_owned())
    }
}
