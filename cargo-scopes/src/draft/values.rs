//! The values of a manifest's tables under the keys of the format. Words are kept as they are written; what has several
//! forms is read and written by `written`.

use serde::{Deserialize, Serialize};

/// `[system]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct System {
    /// The name of the system.
    pub name: String,
    /// How names are built.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naming: Option<String>,
    /// What becomes of an unknown scope in a request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
    /// What may stand between two scopes of a request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiters: Option<Vec<String>>,
    /// What a request without scopes asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<DefaultScopes>,
    /// The language of the texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// The languages in which every scope has a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locales: Option<Vec<String>>,
    /// What identifiers leave off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strip_prefix: Option<String>,
    /// The resource server's identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience_uri: Option<String>,
    /// The kinds of resource that a grant can be bound to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bound_to: Vec<String>,
    /// The longest scope string that is read at run time, in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<u32>,
}

/// What an omitted `scope` parameter stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum DefaultScopes {
    /// The name of a preset.
    Preset(String),
    /// These scopes.
    Scopes(Vec<String>),
}

/// One scope; a sentence alone where there is nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, default)]
pub struct Scope {
    /// What it grants. Empty where the source does not say, and then the manifest is not valid.
    pub text: String,
    /// What the end user reads; without it the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
    /// Fine print under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What holding this one holds too: names, and patterns such as `read:*`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub includes: Vec<String>,
    /// The scope whose claims it adds to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extends: Option<String>,
    /// What it has no effect without.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<String>,
    /// The data that it releases.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<String>,
    /// What the authorization server issues because of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<String>,
    /// The kinds of client that may hold it; all without a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<Vec<String>>,
    /// The audiences that may hold it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Vec<String>>,
    /// The kinds of subject that may hold it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Vec<String>>,
    /// The grant types by which it is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grants: Option<Vec<String>>,
    /// What it takes beyond the user's consent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<String>,
    /// How much harm it could do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<String>,
    /// Whether the user may untick it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// `restriction`, where it narrows instead of granting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The kind of resource that a check needs beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound_to: Option<String>,
    /// Names that are accepted for it and never printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// That it should no longer be asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecation>,
    /// The version that brought it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The heading under which documentation lists it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Where further documentation is found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub docs: Option<String>,
    /// The variant's name, where the derived one will not do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rust: Option<String>,
}

/// That a scope should no longer be asked for; `true` alone where nothing more is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, default)]
pub struct Deprecation {
    /// The version that deprecated it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// `use`: the scope to use instead.
    #[serde(rename = "use", skip_serializing_if = "Option::is_none")]
    pub replacement: Option<String>,
    /// Why, or what to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remove_after: Option<String>,
}

/// One of `[[rules]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The names that it is about, with a placeholder: `write_{x}`.
    pub when: String,
    /// What each of them includes: `read_{x}`.
    pub includes: String,
    /// Whether that has to be declared: `deny` or `skip`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
}

/// A retired name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Removed {
    /// `in`: the version that removed it.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Why, or what to use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A combination of scopes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its scopes.
    pub scopes: Vec<String>,
}

/// The level and the exceptions of a lint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Lint {
    /// What becomes of its findings: `allow`, `warn` or `deny`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Scopes that it leaves alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<String>,
}
