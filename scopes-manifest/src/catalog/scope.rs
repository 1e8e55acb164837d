//! One validated scope.

use super::words::{Approval, Axis, Issued, Sensitivity};

/// The place of a scope in its catalogue. Ids of one catalogue mean nothing in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeId(pub(crate) usize);

impl ScopeId {
    /// The place in manifest order, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }
}

/// A scope with everything that the manifest says of it.
#[derive(Clone, Debug)]
pub struct Scope {
    pub(crate) id: ScopeId,
    pub(crate) name: String,
    pub(crate) variant: String,
    pub(crate) text: String,
    pub(crate) consent: Option<String>,
    pub(crate) detail: Option<String>,
    pub(crate) includes: Vec<ScopeId>,
    pub(crate) extends: Option<ScopeId>,
    pub(crate) requires: Vec<ScopeId>,
    pub(crate) claims: Vec<String>,
    pub(crate) issues: Vec<Issued>,
    pub(crate) allowed: [Option<Vec<String>>; 4],
    pub(crate) approval: Approval,
    pub(crate) sensitivity: Sensitivity,
    pub(crate) optional: bool,
    pub(crate) is_restriction: bool,
    pub(crate) bound_to: Option<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) deprecation: Option<Deprecation>,
    pub(crate) since: Option<String>,
    pub(crate) group: Option<String>,
    pub(crate) docs: Option<String>,
}

/// That a scope should no longer be asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deprecation {
    pub(crate) since: Option<String>,
    pub(crate) replacement: Option<ScopeId>,
    pub(crate) note: Option<String>,
    pub(crate) remove_after: Option<String>,
}

/// Accessors of the same form.
macro_rules! texts {
    ($($(#[doc = $doc:literal])* $name:ident,)*) => {
        $($(#[doc = $doc])*
        #[must_use]
        pub fn $name(&self) -> Option<&str> {
            self.$name.as_deref()
        })*
    };
}

impl Scope {
    /// The place in the catalogue.
    #[must_use]
    pub fn id(&self) -> ScopeId {
        self.id
    }

    /// The wire name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The Rust identifier.
    #[must_use]
    pub fn variant(&self) -> &str {
        &self.variant
    }

    /// What it grants, for developers.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the end user reads, by default the text.
    #[must_use]
    pub fn consent(&self) -> &str {
        self.consent.as_deref().unwrap_or(&self.text)
    }

    /// Whether it has a consent text of its own.
    #[must_use]
    pub fn has_consent(&self) -> bool {
        self.consent.is_some()
    }

    texts! {
        /// Fine print under the consent text.
        detail,
        /// The kind of resource that a check needs beside the scope.
        bound_to,
        /// The version that brought it.
        since,
        /// The heading under which documentation lists it.
        group,
        /// Where further documentation is found.
        docs,
    }

    /// What holding it holds too: direct edges from the list, patterns and rules, in manifest order.
    #[must_use]
    pub fn includes(&self) -> &[ScopeId] {
        &self.includes
    }

    /// The scope whose claims it adds to. No authority comes of it.
    #[must_use]
    pub fn extends(&self) -> Option<ScopeId> {
        self.extends
    }

    /// Without these it is refused in a request and inert in a token.
    #[must_use]
    pub fn requires(&self) -> &[ScopeId] {
        &self.requires
    }

    /// The claims that it releases itself; see [`Catalog::claims`](crate::Catalog::claims) for all.
    #[must_use]
    pub fn claims(&self) -> &[String] {
        &self.claims
    }

    /// What the authorization server issues because of it.
    #[must_use]
    pub fn issues(&self) -> &[Issued] {
        &self.issues
    }

    /// Who may hold it on an axis; `None` means all.
    #[must_use]
    pub fn allowed(&self, axis: Axis) -> Option<&[String]> {
        self.allowed.get(axis as usize)?.as_deref()
    }

    /// What it takes beyond consent.
    #[must_use]
    pub fn approval(&self) -> Approval {
        self.approval
    }

    /// How much harm it could do.
    #[must_use]
    pub fn sensitivity(&self) -> Sensitivity {
        self.sensitivity
    }

    /// Whether the user may untick it.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.optional
    }

    /// Whether it narrows instead of granting.
    #[must_use]
    pub fn is_restriction(&self) -> bool {
        self.is_restriction
    }

    /// Names that are accepted for it and never printed.
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// That it should no longer be asked for.
    #[must_use]
    pub fn deprecation(&self) -> Option<&Deprecation> {
        self.deprecation.as_ref()
    }
}

impl Deprecation {
    texts! {
        /// The version that deprecated it.
        since,
        /// Why, or what to do.
        note,
        /// When it goes.
        remove_after,
    }

    /// What to use instead.
    #[must_use]
    pub fn replacement(&self) -> Option<ScopeId> {
        self.replacement
    }
}
