//! The trait of the generated enums: what generic code can ask of a scope.
//!
//! Implemented by `#[derive(Scopes)]` alone. The derive gives the enum inherent functions of the same names, so most
//! programs never import this trait.

use core::fmt::{Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use scopes_lookup::Lookup;

use crate::ceiling::Approval;
use crate::closure::Authority;
use crate::error::ParseError;
use crate::masks::Masks;
use crate::set::ScopeSet;
use crate::system::System;
use crate::table::Table;

/// One scope of one system (RFC 6749 section 3.3): a variant of the enum that `#[derive(Scopes)]` generates.
///
/// The order is the manifest's. Names are compared byte by byte: no prefix, case folding or pattern.
///
/// ```
/// # use scopes_demo::Scope;
/// fn longest<S: scopes_runtime::Scope>() -> Option<&'static str> {
///     S::ALL.iter().map(|scope| scope.as_str()).max_by_key(|name| name.len())
/// }
/// assert_eq!(longest::<Scope>(), Some("offline_access"));
/// ```
pub trait Scope:
    Copy + Ord + Hash + Debug + Display + FromStr<Err = ParseError> + AsRef<str> + Send + Sync + Unpin + 'static
{
    /// The system that the scope belongs to.
    type System: System<Scope = Self>;

    /// The bits of a set of these.
    #[doc(hidden)]
    type Words: Authority;

    /// Every scope, in manifest order.
    const ALL: &'static [Self];

    /// What the derive knows of the system.
    #[doc(hidden)]
    const TABLE: &'static Table<Self::Words>;

    /// Names and aliases to indices.
    #[doc(hidden)]
    const LOOKUP: Lookup<'static>;

    /// What tokens are read and checked with.
    #[doc(hidden)]
    const MASKS: &'static Masks<Self::Words>;

    /// The place in [`Self::ALL`].
    #[doc(hidden)]
    fn index(self) -> usize;

    /// The scope of a wire name or one of its aliases; `None` where the system declares no such name.
    #[inline]
    #[must_use]
    fn find(name: &str) -> Option<Self> {
        Self::ALL.get(Self::LOOKUP.find(name.as_bytes())?).copied()
    }

    /// The wire name, as it stands in tokens and requests.
    #[must_use]
    fn as_str(self) -> &'static str {
        Self::TABLE.name(self.index())
    }

    /// What the scope grants, for developers.
    #[must_use]
    fn description(self) -> &'static str {
        Self::TABLE.description(self.index())
    }

    /// What the end user reads when asked for consent.
    #[must_use]
    fn consent(self) -> &'static str {
        Self::TABLE.consent(self.index())
    }

    /// Fine print under the consent text.
    #[must_use]
    fn detail(self) -> Option<&'static str> {
        Self::TABLE.details.get(self.index())
    }

    /// The heading under which documentation lists the scope.
    #[must_use]
    fn group(self) -> Option<&'static str> {
        Self::TABLE.groups.get(self.index())
    }

    /// Where further documentation is found.
    #[must_use]
    fn docs(self) -> Option<&'static str> {
        Self::TABLE.docs.get(self.index())
    }

    /// The version of the API that brought the scope.
    #[must_use]
    fn since(self) -> Option<&'static str> {
        Self::TABLE.since.get(self.index())
    }

    /// The claims that the scope releases, those of the scope that it extends among them.
    #[must_use]
    fn claims(self) -> &'static [&'static str] {
        Self::TABLE.claims.get(self.index())
    }

    /// Names that are accepted for this scope and never printed.
    #[must_use]
    fn aliases(self) -> &'static [&'static str] {
        Self::TABLE.aliases.get(self.index())
    }

    /// The consent text in a language (RFC 5646), or in the next more general one that the manifest has, or in that of
    /// the manifest; and the language that it is in.
    #[must_use]
    fn consent_in(self, locale: &str) -> (&'static str, &'static str) {
        crate::locale::consent(self, locale)
    }

    /// What it takes beyond the user's consent.
    #[must_use]
    fn approval(self) -> Approval {
        let least = [Approval::Review, Approval::Admin, Approval::Registration];
        let masks = Self::TABLE.policy.approvals.iter().rev();
        let taken = least.into_iter().zip(masks).find(|(_, mask)| crate::words::has(mask.as_ref(), self.index()));
        taken.map_or(Approval::None, |(approval, _)| approval)
    }

    /// How much harm it could do.
    #[must_use]
    fn sensitivity(self) -> Sensitivity {
        let [sensitive, restricted] = &Self::TABLE.policy.sensitivities;
        if crate::words::has(restricted.as_ref(), self.index()) {
            Sensitivity::Restricted
        } else if crate::words::has(sensitive.as_ref(), self.index()) {
            Sensitivity::Sensitive
        } else {
            Sensitivity::Low
        }
    }

    /// The kind of resource that it is granted for; such a scope is checked together with the resource.
    #[must_use]
    fn bound_to(self) -> Option<&'static str> {
        Self::TABLE.policy.resources.get(self.index())
    }

    /// Whether the authorization server issues a refresh token because of it (RFC 6749 section 1.5).
    #[must_use]
    fn issues_refresh_token(self) -> bool {
        crate::words::has(Self::TABLE.policy.refresh_token.as_ref(), self.index())
    }

    /// Whether the authorization server issues an ID token because of it (`OpenID` Connect Core 1.0 section 3.1.2.1).
    #[must_use]
    fn issues_id_token(self) -> bool {
        crate::words::has(Self::TABLE.policy.id_token.as_ref(), self.index())
    }

    /// The scope and all that it includes, transitively.
    #[must_use]
    fn included(self) -> ScopeSet<Self> {
        ScopeSet::from(self).closure()
    }

    /// Whether the scope narrows a token instead of granting anything: a check that does not name it denies.
    #[must_use]
    fn is_restriction(self) -> bool {
        crate::words::has(Self::MASKS.restrictions.as_ref(), self.index())
    }

    /// Whether the user may untick the scope on the consent screen.
    #[must_use]
    fn is_optional(self) -> bool {
        crate::words::has(Self::TABLE.optional.as_ref(), self.index())
    }

    /// Whether the manifest calls the scope deprecated.
    #[must_use]
    fn is_deprecated(self) -> bool {
        crate::words::has(Self::TABLE.deprecated.as_ref(), self.index())
    }
}

/// How much harm a scope could do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Sensitivity {
    /// Little.
    #[default]
    Low,
    /// Personal or valuable data.
    Sensitive,
    /// What only few clients should ever hold.
    Restricted,
}
