//! [`Granted`]: what a token holds, and the check that turns it into a [`Permit`].

use core::fmt;
use core::str::FromStr;

use crate::denied::{Denied, unhonoured};
use crate::error::ParseError;
use crate::names::Pieces;
use crate::permit::{Permit, Requires};
use crate::requirement::Requirement;
use crate::scope::Scope;
use crate::set::ScopeSet;
use crate::words;

/// The scopes that a token carries (RFC 6749 section 3.3, RFC 9068 section 2.2.3).
///
/// Reading it is tolerant of names (one that the system does not declare grants nothing and is counted) and strict of
/// form (a malformed string is refused whole). Nothing is allocated.
///
/// ```
/// # use scopes_demo::{Demo, Scope};
/// use scopes_runtime::Granted;
///
/// let granted = Granted::<Scope>::parse("contacts:write billing:read")?;
/// assert_eq!(granted.scopes(), Demo!(set["contacts:write"]));
/// assert_eq!(granted.effective(), Demo!(set["contacts:read", "contacts:write"]));
/// assert_eq!(granted.unknown(), 1);
/// # Ok::<(), scopes_runtime::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Granted<S: Scope> {
    scopes: ScopeSet<S>,
    effective: ScopeSet<S>,
    unknown: usize,
}

impl<S: Scope> Granted<S> {
    /// Reads the value of a token's `scope` claim: names with exactly one space between them. The empty string holds
    /// nothing and is no error. A name given twice counts once. Takes time in proportion to the text.
    ///
    /// # Errors
    /// A string over the system's `max_bytes`, a space too many, or a byte that no scope may have; with its place.
    /// A resource server answers `invalid_token` (RFC 6750 section 3.1).
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let linked = S::MASKS.linked.as_ref();
        let mut granted = Self { scopes: ScopeSet::EMPTY, effective: ScopeSet::EMPTY, unknown: 0 };
        let mut is_linked = false;
        for piece in Pieces::of::<S>(text)? {
            if let Some(index) = piece.index::<S>() {
                granted.scopes.put(index);
                is_linked |= words::has(linked, index);
            } else {
                piece.name()?;
                granted.unknown += 1;
            }
        }
        granted.effective = granted.scopes;
        if is_linked {
            granted.effective.settle();
        }
        Ok(granted)
    }

    /// What a token with exactly these scopes holds, for servers that store sets and not strings.
    #[must_use]
    pub fn new(scopes: ScopeSet<S>) -> Self {
        Self::with_unknown(scopes, 0)
    }

    pub(crate) fn with_unknown(scopes: ScopeSet<S>, unknown: usize) -> Self {
        Self { scopes, effective: scopes.effective(), unknown }
    }

    /// The known scopes, verbatim: without what they include.
    #[must_use]
    pub fn scopes(&self) -> ScopeSet<S> {
        self.scopes
    }

    /// What counts in a check: the scopes with all that they include, without those whose `requires` the token does
    /// not meet.
    #[must_use]
    pub fn effective(&self) -> ScopeSet<S> {
        self.effective
    }

    /// The restrictions that the token holds: a check that does not name them all denies.
    #[must_use]
    pub fn restrictions(&self) -> ScopeSet<S> {
        if const { S::MASKS.has_restrictions } {
            self.scopes.intersection(ScopeSet::from_words(S::MASKS.restrictions))
        } else {
            ScopeSet::EMPTY
        }
    }

    /// How many names of the token the system does not declare. They grant nothing.
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.unknown
    }

    /// The names in a token's scope string that the system does not declare, as they stand there. It ends at the
    /// first malformed place, for which [`parse`](Self::parse) refuses the string.
    ///
    /// They come from outside: escape them where they are shown.
    pub fn unknown_in(text: &str) -> impl Iterator<Item = &str> {
        let pieces = Pieces::of::<S>(text).into_iter().flatten();
        let unknown = pieces.filter(|piece| piece.index::<S>().is_none());
        unknown.map_while(|piece| piece.name().ok()).map(|name| name.text)
    }

    /// Gives up all but `keep`, which may also name what the scopes only include. Restrictions stay: without them the
    /// token would be allowed more.
    #[must_use]
    pub fn narrow(self, keep: ScopeSet<S>) -> Self {
        let kept = self.effective.intersection(keep).union(self.restrictions());
        let narrowed = Self::new(kept);
        Self { effective: narrowed.effective.intersection(self.effective), ..narrowed }
    }

    /// Checks a requirement. A scope that the manifest binds to a resource is not met here: it is checked together
    /// with the resource, by `ResourceGrants` (feature `alloc`).
    ///
    /// # Errors
    /// [`Denied`] where no alternative is met, or the token holds a restriction that the requirement does not name.
    #[inline]
    pub fn check(&self, requirement: &Requirement<S>) -> Result<(), Denied<S>> {
        let bound = const { if S::MASKS.has_bound { Some(ScopeSet::from_words(S::MASKS.bound)) } else { None } };
        self.check_without(bound, requirement)
    }

    /// The same for a resource that the scopes are granted for, which meets those that are `bound` to its kind.
    #[cfg(feature = "alloc")]
    pub(crate) fn check_for_resource(
        &self,
        bound: &ScopeSet<S>,
        requirement: &Requirement<S>,
    ) -> Result<(), Denied<S>> {
        let barred = ScopeSet::from_words(S::MASKS.bound).difference(*bound);
        self.check_without(Some(barred), requirement)
    }

    /// The check with all scopes but those `barred`.
    // Out of line, the sets of a denial would be copied for callers that only ask whether.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn check_without(&self, barred: Option<ScopeSet<S>>, requirement: &Requirement<S>) -> Result<(), Denied<S>> {
        let is_met = match barred {
            None => requirement.is_met_by(&self.effective),
            Some(barred) => requirement.is_met_by(&self.effective.difference(barred)),
        };
        if is_met && (const { !S::MASKS.has_restrictions } || unhonoured(self.scopes, requirement).is_empty()) {
            Ok(())
        } else {
            Err(Denied::new(*requirement, self))
        }
    }

    /// Checks what `R` requires and gives the proof that functions ask for.
    ///
    /// # Errors
    /// As [`check`](Self::check). A resource server answers `insufficient_scope` (RFC 6750 section 3.1).
    ///
    /// ```
    /// # use scopes_demo::{Demo, Scope};
    /// use scopes_runtime::{Granted, Permit, Requires};
    ///
    /// #[derive(Requires)]
    /// #[requires(Demo: "contacts:read")]
    /// struct ListContacts;
    ///
    /// fn list_contacts(_: Permit<ListContacts>) -> &'static str {
    ///     "Ada, Grace"
    /// }
    ///
    /// let granted = Granted::<Scope>::parse("contacts:write").unwrap();
    /// assert_eq!(list_contacts(granted.authorize::<ListContacts>()?), "Ada, Grace");
    /// # Ok::<(), scopes_runtime::Denied<Scope>>(())
    /// ```
    #[inline]
    pub fn authorize<R: Requires<Scope = S> + ?Sized>(&self) -> Result<Permit<R>, Denied<S>> {
        self.check(&R::REQUIREMENT).map(|()| Permit::checked())
    }
}

impl<S: Scope> Default for Granted<S> {
    /// What a token without a scope claim holds: nothing.
    fn default() -> Self {
        Self::new(ScopeSet::EMPTY)
    }
}

impl<S: Scope> FromStr for Granted<S> {
    type Err = ParseError;

    /// As [`parse`](Self::parse).
    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl<S: Scope> fmt::Display for Granted<S> {
    /// The known scopes as a scope string.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.scopes.fmt(formatter)
    }
}

impl<S: Scope> fmt::Debug for Granted<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Granted")
            .field("scopes", &self.scopes)
            .field("effective", &self.effective)
            .field("unknown", &self.unknown)
            .finish()
    }
}
