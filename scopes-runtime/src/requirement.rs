//! What an operation needs of a token: alternatives, each a set of scopes, and the restrictions that it honours.

use core::fmt;

use crate::scope::Scope;
use crate::set::ScopeSet;
use crate::words;

/// What an operation needs: one of several alternatives, each with all of its scopes (OR of ANDs).
///
/// There is always an alternative, and one without scopes is never met, so that nothing empty can come to mean
/// "allowed". Constants are written with the marker's macro and checked by the compiler:
///
/// ```
/// # use scopes_demo::{Demo, Scope};
/// use scopes_runtime::{Granted, Requirement};
///
/// const EDIT: Requirement<Scope> = Demo!(any["contacts:write", all["contacts:read", "history:read"]]);
///
/// assert!(Granted::<Scope>::parse("contacts:write")?.check(&EDIT).is_ok());
/// assert!(Granted::<Scope>::parse("contacts:read history:read")?.check(&EDIT).is_ok());
/// assert!(Granted::<Scope>::parse("contacts:read")?.check(&EDIT).is_err());
/// # Ok::<(), scopes_runtime::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Requirement<S: Scope> {
    /// Kept apart from the rest, so that a requirement without alternatives cannot be written.
    first: ScopeSet<S>,
    rest: &'static [ScopeSet<S>],
    under: ScopeSet<S>,
}

impl<S: Scope> Requirement<S> {
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(first: ScopeSet<S>, rest: &'static [ScopeSet<S>], under: ScopeSet<S>) -> Self {
        Self { first, rest, under }
    }

    /// All of these scopes; `None` for the empty set, which no requirement can be.
    #[must_use]
    pub fn all(scopes: ScopeSet<S>) -> Option<Self> {
        (!scopes.is_empty()).then_some(Self { first: scopes, rest: &[], under: ScopeSet::EMPTY })
    }

    /// The same requirement for an operation that honours these restrictions: a token that holds one of them is no
    /// longer denied for it. Grants among `restrictions` change nothing.
    #[must_use]
    pub fn under(mut self, restrictions: ScopeSet<S>) -> Self {
        self.under = self.under.union(restrictions);
        self
    }

    /// As [`under`](Self::under), in constants too.
    pub(crate) const fn honouring<const N: usize>(mut self, restrictions: ScopeSet<S>) -> Self
    where
        S: Scope<Words = [u64; N]>,
    {
        self.under = self.under.join(restrictions);
        self
    }

    /// The alternatives, at least one, in the order in which they were written.
    pub fn alternatives(&self) -> impl Iterator<Item = ScopeSet<S>> + use<S> {
        core::iter::once(self.first).chain(self.rest.iter().copied())
    }

    /// The restrictions that the operation honours.
    #[must_use]
    pub const fn restrictions(&self) -> ScopeSet<S> {
        self.under
    }

    /// Whether one alternative lies within `effective`. An empty alternative is never met.
    #[inline]
    pub(crate) fn is_met_by(&self, effective: &ScopeSet<S>) -> bool {
        let is_met = |alternative: &ScopeSet<S>| words::is_nonempty_subset(alternative.words(), effective.words());
        is_met(&self.first) || self.rest.iter().any(is_met)
    }
}

impl<S: Scope> From<S> for Requirement<S> {
    /// The one scope.
    fn from(scope: S) -> Self {
        Self { first: scope.into(), rest: &[], under: ScopeSet::EMPTY }
    }
}

impl<S: Scope> fmt::Display for Requirement<S> {
    /// The alternatives as scope strings, joined by "or".
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.first)?;
        self.rest.iter().try_for_each(|alternative| write!(formatter, " or {alternative}"))
    }
}

impl<S: Scope> fmt::Debug for Requirement<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = formatter.debug_struct("Requirement");
        list.field("first", &self.first).field("rest", &self.rest);
        if !self.under.is_empty() {
            list.field("under", &self.under);
        }
        list.finish()
    }
}
