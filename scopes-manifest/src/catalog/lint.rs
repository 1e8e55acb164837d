//! What a manifest says of one lint.

use std::collections::HashSet;

use super::scope::ScopeId;
use super::words::LintLevel;

/// A lint with its level and exceptions.
#[derive(Clone, Copy, Debug)]
pub struct LintSetting<'a> {
    pub(crate) name: &'static str,
    pub(crate) level: LintLevel,
    pub(crate) except: &'a HashSet<ScopeId>,
}

impl LintSetting<'_> {
    /// The lint's name, such as `near_duplicate`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What becomes of what it finds.
    #[must_use]
    pub fn level(&self) -> LintLevel {
        self.level
    }

    /// Whether it passes over this scope.
    #[must_use]
    pub fn excepts(&self, scope: ScopeId) -> bool {
        self.except.contains(&scope)
    }
}
