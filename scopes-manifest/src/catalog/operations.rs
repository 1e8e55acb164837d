//! Validated presets, endpoints and removed names.

use super::scope::ScopeId;

/// A combination of scopes with a name.
#[derive(Clone, Debug)]
pub struct Preset {
    pub(crate) name: String,
    pub(crate) constant: String,
    pub(crate) text: Option<String>,
    pub(crate) scopes: Vec<ScopeId>,
}

impl Preset {
    /// The name in the manifest.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The Rust constant.
    #[must_use]
    pub fn constant(&self) -> &str {
        &self.constant
    }

    /// What it is for.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Its scopes, as listed.
    #[must_use]
    pub fn scopes(&self) -> &[ScopeId] {
        &self.scopes
    }
}

/// An operation of the API.
#[derive(Clone, Debug)]
pub struct Endpoint {
    pub(crate) route: String,
    pub(crate) method_length: usize,
    pub(crate) access: Access,
}

impl Endpoint {
    /// Method and path, as written.
    #[must_use]
    pub fn route(&self) -> &str {
        &self.route
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &str {
        self.route.get(..self.method_length).unwrap_or_default()
    }

    /// The path with its parameters in braces.
    #[must_use]
    pub fn path(&self) -> &str {
        self.route.get(self.method_length + 1..).unwrap_or_default()
    }

    /// What calling it takes.
    #[must_use]
    pub fn access(&self) -> &Access {
        &self.access
    }
}

/// What calling an endpoint takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// No token.
    Public,
    /// A valid token, whatever its scopes.
    Authenticated {
        /// The restrictions that it honours.
        under: Vec<ScopeId>,
    },
    /// A token that meets the requirement.
    Scopes(Requirement),
}

/// OR of ANDs; no alternative is empty, and there is at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    pub(crate) alternatives: Vec<Vec<ScopeId>>,
    pub(crate) under: Vec<ScopeId>,
}

impl Requirement {
    /// The alternatives.
    #[must_use]
    pub fn alternatives(&self) -> &[Vec<ScopeId>] {
        &self.alternatives
    }

    /// The restrictions that the operation honours.
    #[must_use]
    pub fn under(&self) -> &[ScopeId] {
        &self.under
    }
}

/// A name that is never to be used again.
#[derive(Clone, Debug)]
pub struct Removed {
    pub(crate) name: String,
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
}

impl Removed {
    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The version that removed it.
    #[must_use]
    pub fn since(&self) -> Option<&str> {
        self.since.as_deref()
    }

    /// Why, or what to use.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }
}
