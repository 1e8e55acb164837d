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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Denied<S: Scope> {
    required: Requirement<S>,
    missing: ScopeSet<S>,
    unhonoured: ScopeSet<S>,
}

impl<S: Scope> Denied<S> {
    pub(crate) fn new(required: Requirement<S>, granted: &Granted<S>, unhonoured: ScopeSet<S>) -> Self {
        let missing = if required.is_met_by(&granted.effective()) {
            ScopeSet::EMPTY
        } else {
            required
                .alternatives()
                .filter(|alternative| !alternative.is_empty())
                .map(|alternative| missing(alternative, granted))
                .min_by_key(ScopeSet::len)
                .unwrap_or_default()
        };
        Self { required, missing, unhonoured }
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
        self.missing
    }

    /// The restrictions of the token that the operation does not honour. Asking for more scopes does not help while
    /// the token holds them.
    #[must_use]
    pub fn restrictions(&self) -> ScopeSet<S> {
        self.unhonoured
    }
}

impl<S: Scope> Denied<S> {
    /// Whether the token holds all that is required, and yet not for the resource that is asked for: the manifest
    /// binds one of the scopes to a resource.
    #[must_use]
    pub fn needs_resource(&self) -> bool {
        self.missing.is_empty() && self.unhonoured.is_empty()
    }
}

/// What of an alternative has no effect in the token, and what that requires in turn, without what the token holds and
/// without what comes with the rest.
fn missing<S: Scope>(alternative: ScopeSet<S>, granted: &Granted<S>) -> ScopeSet<S> {
    let ineffective = alternative.difference(granted.effective());
    ineffective.with_required().difference(granted.effective()).difference(granted.scopes().closure()).minimal()
}

impl<S: Scope> fmt::Display for Denied<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "requires {}", self.required)?;
        if !self.missing.is_empty() {
            write!(formatter, "; missing: {}", self.missing)?;
        }
        if !self.unhonoured.is_empty() {
            write!(formatter, "; not allowed to a token restricted by {}", self.unhonoured)?;
        }
        if self.needs_resource() {
            formatter.write_str("; held, but not for this resource")?;
        }
        Ok(())
    }
}

impl<S: Scope> Error for Denied<S> {}
