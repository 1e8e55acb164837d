//! What a manifest says, validated: nothing but `validate` makes a [`Catalog`].

mod lint;
mod operations;
mod scope;
mod words;

use std::collections::HashMap;
use std::str::FromStr;

pub use self::lint::LintSetting;
pub use self::operations::{Access, Endpoint, Preset, Removed, Requirement};
pub use self::scope::{Deprecation, Scope, ScopeId};
pub use self::words::{Approval, Axis, Delimiter, Issued, LintLevel, Naming, Sensitivity, UnknownPolicy};
pub(crate) use self::words::{Lint, Words};
pub(crate) use self::words::{MissingPolicy, ScopeKind};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::validate::{self, Linter};

/// A manifest that was found good.
#[derive(Clone, Debug)]
pub struct Catalog {
    pub(crate) name: String,
    pub(crate) naming: Naming,
    pub(crate) unknown: UnknownPolicy,
    pub(crate) delimiters: Vec<Delimiter>,
    pub(crate) default_scopes: Option<Vec<ScopeId>>,
    pub(crate) locale: String,
    pub(crate) locales: Vec<String>,
    pub(crate) strip_prefix: Option<String>,
    pub(crate) audience_uri: Option<String>,
    pub(crate) resource_kinds: Vec<String>,
    pub(crate) max_bytes: u32,
    pub(crate) kinds: [Option<Vec<String>>; 4],
    pub(crate) scopes: Vec<Scope>,
    pub(crate) by_name: HashMap<String, ScopeId>,
    pub(crate) presets: Vec<Preset>,
    pub(crate) endpoints: Vec<Endpoint>,
    pub(crate) removed: Vec<Removed>,
    pub(crate) translations: HashMap<String, HashMap<ScopeId, String>>,
    pub(crate) linter: Linter,
}

impl Catalog {
    /// The largest manifest that is read, in bytes.
    pub const MAX_BYTES: usize = crate::source::MAX_BYTES;

    /// Reads a manifest.
    ///
    /// # Errors
    /// Every fault of the text, each with its place and how to mend it.
    pub fn parse(text: &str) -> Result<Self, Diagnostics> {
        validate::read(text.as_bytes())
    }

    /// Reads a manifest from the bytes of a file.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), and where the bytes are not UTF-8.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Diagnostics> {
        validate::read(bytes)
    }

    /// The system's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How names are built.
    #[must_use]
    pub fn naming(&self) -> Naming {
        self.naming
    }

    /// What becomes of an unknown scope in a request.
    #[must_use]
    pub fn unknown(&self) -> UnknownPolicy {
        self.unknown
    }

    /// What may stand between scopes of a request.
    #[must_use]
    pub fn delimiters(&self) -> &[Delimiter] {
        &self.delimiters
    }

    /// What a request without a scope asks for; `None` refuses it.
    #[must_use]
    pub fn default_scopes(&self) -> Option<&[ScopeId]> {
        self.default_scopes.as_deref()
    }

    /// The language of the texts.
    #[must_use]
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// Every language that has a text for each scope, that of the texts among them.
    #[must_use]
    pub fn locales(&self) -> &[String] {
        &self.locales
    }

    /// What identifiers leave off.
    #[must_use]
    pub fn strip_prefix(&self) -> Option<&str> {
        self.strip_prefix.as_deref()
    }

    /// The resource server's identifier.
    #[must_use]
    pub fn audience_uri(&self) -> Option<&str> {
        self.audience_uri.as_deref()
    }

    /// The kinds of resource that a grant can be bound to.
    #[must_use]
    pub fn resource_kinds(&self) -> &[String] {
        &self.resource_kinds
    }

    /// The longest scope string that is parsed at run time.
    #[must_use]
    pub fn max_bytes(&self) -> usize {
        self.max_bytes as usize
    }

    /// The values of an axis; `None` where it is unrestricted.
    #[must_use]
    pub fn kinds(&self, axis: Axis) -> Option<&[String]> {
        self.kinds.get(axis as usize)?.as_deref()
    }

    /// Every scope, in manifest order.
    #[must_use]
    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }

    /// The scope of an id of this catalogue.
    ///
    /// # Panics
    /// With an id of a larger catalogue.
    #[must_use]
    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0]
    }

    /// A scope by its wire name; aliases are not looked at.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Scope> {
        self.by_name.get(name).and_then(|id| self.scopes.get(id.0))
    }

    /// The scope and all that it includes, transitively, ascending.
    #[must_use]
    pub fn closure(&self, id: ScopeId) -> Vec<ScopeId> {
        validate::closure(id, |id| self.scopes.get(id.0).map_or(&[], Scope::includes))
    }

    /// The claims that a scope releases, those of the scopes that it extends first, each once.
    #[must_use]
    pub fn claims(&self, id: ScopeId) -> Vec<&str> {
        let chain = std::iter::successors(self.scopes.get(id.0), |scope| self.scopes.get(scope.extends?.0));
        let mut chain: Vec<&Scope> = chain.collect();
        chain.reverse();
        let mut seen = std::collections::HashSet::new();
        chain.iter().flat_map(|scope| &scope.claims).map(String::as_str).filter(|claim| seen.insert(*claim)).collect()
    }

    /// The consent text in a language; `None` where there is none.
    #[must_use]
    pub fn consent(&self, id: ScopeId, locale: &str) -> Option<&str> {
        let translated = self.translations.get(locale).and_then(|texts| texts.get(&id)).map(String::as_str);
        translated.or_else(|| self.scopes.get(id.0).filter(|_| locale == self.locale).map(Scope::consent))
    }

    /// The languages in which at least one scope has a consent text, sorted.
    #[must_use]
    pub fn translated(&self) -> Vec<&str> {
        let mut locales: Vec<&str> = self.translations.keys().map(String::as_str).collect();
        locales.sort_unstable();
        locales
    }

    /// The presets, in manifest order.
    #[must_use]
    pub fn presets(&self) -> &[Preset] {
        &self.presets
    }

    /// The endpoints, in manifest order.
    #[must_use]
    pub fn endpoints(&self) -> &[Endpoint] {
        &self.endpoints
    }

    /// Names that are never to be used again.
    #[must_use]
    pub fn removed(&self) -> &[Removed] {
        &self.removed
    }

    /// The lints with the level and the exceptions that the manifest gives them.
    pub fn lints(&self) -> impl Iterator<Item = LintSetting<'_>> {
        self.linter.settings()
    }

    /// Runs the lints at level `warn`: what is allowed and yet probably not meant, in the order of the places.
    #[must_use]
    pub fn warnings(&self) -> Vec<Diagnostic> {
        self.lint(LintLevel::Warn)
    }

    pub(crate) fn lint(&self, level: LintLevel) -> Vec<Diagnostic> {
        self.linter.run(self, level)
    }
}

impl FromStr for Catalog {
    type Err = Diagnostics;

    fn from_str(text: &str) -> Result<Self, Diagnostics> {
        Self::parse(text)
    }
}
