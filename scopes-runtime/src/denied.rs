//! [`Denied`]: why a check failed.

use core::error::Error;
use core::fmt;

use crate::granted::Granted;
use crate::requirement::Requirement;
use crate::scope::Scope;
use crate::set::ScopeSet;

/// Why a token may not do what it tried: what was required and what is missing. It names scopes of the manifest only,
/// nothing that a client sent.
///
/// ```
/// # use scopes_demo::{Demo, Scope};
/// use scopes_runtime::Granted;
///
/// let granted = Granted::<Scope>::parse("contacts:read").unwrap();
/// let denied = granted.check(&Demo!(all["contacts:read", "history:read"])).unwrap_err();
/// assert_eq!(denied.missing(), Demo!(set["history:read"]));
/// assert_eq!(denied.to_string(), "requires contacts:read history:read; missing: history:read");
/// ```
#[derive(Clone, Copy)]
pub struct Denied<S: Scope> {
    required: Requirement<S>,
    // What the token holds, and not what it misses: that is worked out for those who ask, since many only answer no.
    scopes: ScopeSet<S>,
    effective: ScopeSet<S>,
}

impl<S: Scope> Denied<S> {
    #[inline]
    pub(crate) fn new(required: Requirement<S>, granted: &Granted<S>) -> Self {
        Self { required, scopes: granted.scopes(), effective: granted.effective() }
    }

    /// What the operation needs.
    #[must_use]
    pub fn required(&self) -> Requirement<S> {
        self.required
    }

    /// What the token would need beside what it holds: for the alternative with the fewest missing, and the first of
    /// those. Empty where a restriction or the resource alone denies.
    #[must_use]
    pub fn missing(&self) -> ScopeSet<S> {
        self.missing_of(self.nearest())
    }

    /// What a token needs for that same alternative, whatever this one holds: its scopes as they stand in the
    /// requirement, and what those require in turn. This is the `scope` of a challenge (RFC 6750 section 3).
    #[must_use]
    pub fn needed(&self) -> ScopeSet<S> {
        let alternative = self.nearest();
        let required = alternative.with_required().difference(alternative);
        alternative.union(without_what_comes_along(required, alternative, alternative))
    }

    /// The restrictions of the token that the operation does not honour. Asking for more scopes does not help while
    /// the token holds them.
    #[must_use]
    pub fn restrictions(&self) -> ScopeSet<S> {
        unhonoured(self.scopes, &self.required)
    }

    /// Whether the token holds all that is required, and yet not for the resource that is asked for: the manifest
    /// binds one of the scopes to a resource.
    #[must_use]
    pub fn needs_resource(&self) -> bool {
        self.missing().is_empty() && self.restrictions().is_empty()
    }

    /// The alternative with the fewest missing, and the first of those.
    fn nearest(&self) -> ScopeSet<S> {
        let alternatives = self.required.alternatives().filter(|alternative| !alternative.is_empty());
        alternatives.min_by_key(|alternative| self.missing_of(*alternative).len()).unwrap_or_default()
    }

    /// What of an alternative has no effect in the token, and what that requires in turn, without what the token holds
    /// and without what comes with the rest.
    fn missing_of(&self, alternative: ScopeSet<S>) -> ScopeSet<S> {
        let ineffective = alternative.difference(self.effective);
        let absent = ineffective.with_required().difference(self.effective).difference(self.scopes);
        without_what_comes_along(absent, self.scopes, ineffective)
    }
}

/// Drops from `added` every scope that `scopes` and the rest of `added` already give with effect.
fn without_what_comes_along<S: Scope>(added: ScopeSet<S>, scopes: ScopeSet<S>, wanted: ScopeSet<S>) -> ScopeSet<S> {
    added.iter().fold(added, |kept, scope| {
        let less = kept.difference(ScopeSet::from(scope));
        if wanted.is_subset(scopes.union(less).effective()) { less } else { kept }
    })
}

/// The restrictions among these scopes that the requirement does not name.
#[inline]
pub(crate) fn unhonoured<S: Scope>(scopes: ScopeSet<S>, requirement: &Requirement<S>) -> ScopeSet<S> {
    if const { S::MASKS.has_restrictions } {
        scopes.intersection(ScopeSet::from_words(S::MASKS.restrictions)).difference(requirement.restrictions())
    } else {
        ScopeSet::EMPTY
    }
}

impl<S: Scope> PartialEq for Denied<S> {
    /// Whether both say the same.
    fn eq(&self, other: &Self) -> bool {
        (self.required, self.missing(), self.restrictions()) == (other.required, other.missing(), other.restrictions())
    }
}

impl<S: Scope> Eq for Denied<S> {}

// The sets behind the answer are not shown: a log wants the answer.
#[allow(clippy::missing_fields_in_debug)]
impl<S: Scope> fmt::Debug for Denied<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Denied")
            .field("required", &self.required)
            .field("missing", &self.missing())
            .field("restrictions", &self.restrictions())
            .finish()
    }
}

impl<S: Scope> fmt::Display for Denied<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "requires {}", self.required)?;
        let (missing, restrictions) = (self.missing(), self.restrictions());
        if !missing.is_empty() {
            write!(formatter, "; missing: {missing}")?;
        }
        if !restrictions.is_empty() {
            write!(formatter, "; not allowed to a token restricted by {restrictions}")?;
        }
        if self.needs_resource() {
            formatter.write_str("; held, but not for this resource")?;
        }
        Ok(())
    }
}

impl<S: Scope> Error for Denied<S> {}
