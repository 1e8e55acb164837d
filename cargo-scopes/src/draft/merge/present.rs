//! What a manifest has already, as far as a draft can add to it.

use std::collections::HashMap;

use indexmap::IndexMap;
use scopes_manifest::oidc;
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
    /// Every name and alias, by itself without case.
    #[serde(skip)]
    spellings: HashMap<String, String>,
    pub(super) endpoints: IndexMap<String, Access>,
}

impl Present {
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut present: Self = toml_edit::de::from_str(text).map_err(|error| error.to_string())?;
        let aliases = |(name, scope): (&String, &Scope)| {
            scope.aliases.iter().map(|alias| (alias.clone(), name.clone())).collect::<Vec<_>>()
        };
        present.aliases = present.scopes.iter().flat_map(aliases).collect();
        let names = present.scopes.keys().chain(present.aliases.keys());
        present.spellings = names.map(|name| (name.to_ascii_lowercase(), name.clone())).collect();
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
        self.bundles(name).then(|| "it comes with `use = [\"oidc\"]`".to_owned())
    }

    /// Whether a scope of this name comes with `use`.
    pub(super) fn bundles(&self, name: &str) -> bool {
        oidc::names().any(|bundled| bundled == name) && self.bundles.iter().any(|bundle| bundle == "oidc")
    }

    /// The scope behind an alias.
    pub(super) fn alias(&self, name: &str) -> Option<&str> {
        self.aliases.get(name).map(String::as_str)
    }

    /// Whether a scope of this name can be added.
    pub(super) fn is_new(&self, name: &str) -> bool {
        !self.scopes.contains_key(name) && self.knows(name).is_none()
    }

    /// Why a new scope cannot stand beside those that are there: for its name or for one of its aliases.
    pub(super) fn clash(&self, name: &str, scope: &Scope) -> Result<(), String> {
        for alias in &scope.aliases {
            if self.scopes.contains_key(alias) || self.aliases.contains_key(alias) {
                return Err(format!("its alias `{alias}` is a name in the manifest already"));
            }
        }
        for name in std::iter::once(name).chain(scope.aliases.iter().map(String::as_str)) {
            if let Some(other) = self.spellings.get(&name.to_ascii_lowercase()) {
                return Err(format!("`{name}` differs from `{other}` of the manifest by case alone"));
            }
            if self.removed.contains_key(name) {
                return Err(format!("`[removed]` says that `{name}` is never to be used again"));
            }
        }
        Ok(())
    }
}
