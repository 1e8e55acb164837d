//! What becomes of a grant: refreshed it can only shrink (RFC 6749 section 6), and only the user can make it grow.

use crate::granted::Granted;
use crate::invalid_scope::{InvalidScope, InvalidScopeReason};
use crate::names::Pieces;
use crate::requested::complete;
use crate::scope::Scope;
use crate::set::ScopeSet;

impl<S: Scope> Granted<S> {
    /// The grant of a refreshed token: `parameter` is the request's `scope`, `None` or empty where it has none, which
    /// asks for what was granted at first. Call it on that first grant and not on one that was refreshed to less: a
    /// refresh may ask again for what an earlier one left out.
    ///
    /// Restrictions stay, whether they are asked for or not.
    ///
    /// ```
    /// # use scopes_demo::Scope;
    /// use scopes_runtime::Granted;
    ///
    /// let granted = Granted::<Scope>::parse("contacts:write local-only").unwrap();
    /// assert_eq!(granted.refresh(None).unwrap(), granted);
    /// assert_eq!(granted.refresh("contacts:read").unwrap().to_string(), "contacts:read local-only");
    /// assert_eq!(granted.refresh("history:read").unwrap_err().error(), "invalid_scope");
    /// ```
    ///
    /// # Errors
    /// [`InvalidScope`] for a malformed string, an unknown name, a scope that has no effect in this grant, and one
    /// without what it requires.
    pub fn refresh<'t>(&self, parameter: impl Into<Option<&'t str>>) -> Result<Self, InvalidScope<S>> {
        let text = parameter.into().unwrap_or_default();
        if text.is_empty() {
            return Ok(self.clone());
        }
        let mut wanted = ScopeSet::new();
        for piece in Pieces::of_request::<S>(text).map_err(InvalidScope::malformed)? {
            match piece.index::<S>() {
                Some(index) => wanted.put(index),
                None => return Err(piece.name().map_or_else(InvalidScope::malformed, InvalidScope::unknown)),
            }
        }
        let beyond = wanted.difference(self.effective());
        if !beyond.is_empty() {
            return Err(InvalidScope::of(InvalidScopeReason::NotGranted(beyond)));
        }
        complete(wanted)?;
        Ok(Self::new(self.scopes()).narrow(wanted))
    }

    /// What changes when the user has agreed anew: `new` comes of a [`Consent`](crate::Consent) and takes the place
    /// of this grant.
    pub fn reauthorise(&self, new: Self) -> Reauthorised<S> {
        let (old, now) = (self.effective(), new.effective());
        Reauthorised {
            added: now.difference(old),
            kept: now.intersection(old),
            revoked: old.difference(now),
            granted: new,
        }
    }
}

/// A grant that took the place of another, and how the two differ in what has effect.
///
/// ```
/// # use scopes_demo::{Demo, Scope};
/// use scopes_runtime::Granted;
///
/// let old = Granted::<Scope>::parse("contacts:write").unwrap();
/// let renewed = old.reauthorise(Granted::parse("contacts:read history:read").unwrap());
/// assert_eq!(renewed.added(), Demo!(set["history:read"]));
/// assert_eq!(renewed.kept(), Demo!(set["contacts:read"]));
/// assert_eq!(renewed.revoked(), Demo!(set["contacts:write"]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "tokens of the old grant are still out: revoke them if anything was revoked"]
pub struct Reauthorised<S: Scope> {
    granted: Granted<S>,
    added: ScopeSet<S>,
    kept: ScopeSet<S>,
    revoked: ScopeSet<S>,
}

impl<S: Scope> Reauthorised<S> {
    /// The new grant.
    #[must_use]
    pub fn granted(&self) -> &Granted<S> {
        &self.granted
    }

    /// The new grant, for itself.
    #[must_use]
    pub fn into_granted(self) -> Granted<S> {
        self.granted
    }

    /// What has effect now and had none.
    #[must_use]
    pub fn added(&self) -> ScopeSet<S> {
        self.added
    }

    /// What had effect and still has.
    #[must_use]
    pub fn kept(&self) -> ScopeSet<S> {
        self.kept
    }

    /// What had effect and has no more: tokens that carry it are to be revoked.
    #[must_use]
    pub fn revoked(&self) -> ScopeSet<S> {
        self.revoked
    }
}
