//! [`Requested`]: what a client asks for in an authorization request, read strictly.

use core::fmt;

use crate::ceiling::{Approvable, Ceiling};
use crate::granted::Granted;
use crate::invalid_scope::{InvalidScope, InvalidScopeReason};
use crate::kind::Holder;
use crate::names::Pieces;
use crate::scope::Scope;
use crate::set::ScopeSet;

/// The scopes of an authorization request (RFC 6749 section 3.3): what is asked for, and nothing that is granted.
///
/// ```
/// # use scopes_demo::{Client, Demo, Scope};
/// use scopes_runtime::{Ceiling, Requested};
///
/// let requested = Requested::<Scope>::parse("contacts:write history:read")?;
/// let ceiling = Ceiling::new(Demo!(set["contacts:write", "history:read", "offline_access"]));
/// let consent = requested.within(&ceiling, Client::Web)?.consent();
///
/// let granted = consent.grant(Demo!(set["contacts:write"])).unwrap(); // the user unticked the other
/// assert_eq!(requested.missing(&granted), Demo!(set["history:read"]));
/// # Ok::<(), scopes_runtime::InvalidScope<Scope>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Requested<S: Scope> {
    scopes: ScopeSet<S>,
    ignored: usize,
    is_default: bool,
}

impl<S: Scope> Requested<S> {
    /// Reads the parameter `scope`; `None` where the request has none. Omitted or empty, the manifest's `default` is
    /// asked for, if it has one.
    ///
    /// # Errors
    /// [`InvalidScope`]: no scope where the manifest has no default; a malformed string; a name that the system does
    /// not declare, unless the manifest says `unknown = "ignore"`; a scope without another that it requires.
    pub fn parse<'t>(parameter: impl Into<Option<&'t str>>) -> Result<Self, InvalidScope<S>> {
        let text = parameter.into().unwrap_or_default();
        let requested = if text.is_empty() { Self::by_default()? } else { Self::read(text)? };
        complete(requested.scopes).map(|()| requested)
    }

    fn by_default() -> Result<Self, InvalidScope<S>> {
        let default = S::TABLE.policy.default.ok_or(InvalidScope::of(InvalidScopeReason::Omitted))?;
        Ok(Self { scopes: ScopeSet::from_words(default), ignored: 0, is_default: true })
    }

    fn read(text: &str) -> Result<Self, InvalidScope<S>> {
        let policy = &S::TABLE.policy;
        let mut requested = Self { scopes: ScopeSet::EMPTY, ignored: 0, is_default: false };
        for piece in Pieces::of_request::<S>(text).map_err(InvalidScope::malformed)? {
            if let Some(index) = piece.index::<S>() {
                requested.scopes.put(index);
                continue;
            }
            let name = piece.name().map_err(InvalidScope::malformed)?;
            if !policy.ignores_unknown {
                return Err(InvalidScope::unknown(name));
            }
            requested.ignored += 1;
        }
        Ok(requested)
    }

    /// A request for these scopes, for servers that store sets and not strings.
    ///
    /// # Errors
    /// [`InvalidScope`] for a scope without another that it requires.
    pub fn new(scopes: ScopeSet<S>) -> Result<Self, InvalidScope<S>> {
        complete(scopes).map(|()| Self { scopes, ignored: 0, is_default: false })
    }

    /// What is asked for, verbatim.
    #[must_use]
    pub fn scopes(&self) -> ScopeSet<S> {
        self.scopes
    }

    /// How many unknown names were left out, as `unknown = "ignore"` wants it. They can never be granted, so the
    /// answer has to say what was (RFC 6749 section 3.3): see [`answer`](Self::answer).
    #[must_use]
    pub fn ignored(&self) -> usize {
        self.ignored
    }

    /// Whether the request named no scope and stands for the manifest's default.
    #[must_use]
    pub fn is_default(&self) -> bool {
        self.is_default
    }

    /// What of the request may be asked of the user: all of it, or it is refused whole.
    ///
    /// `holder` says who asks, by the generated enums of `[kinds]`; [`Holder::UNKNOWN`] where the manifest has none.
    ///
    /// # Errors
    /// [`InvalidScope`] for scopes beyond the ceiling, and for those that a holder of this kind, or of unknown kind,
    /// may not have.
    pub fn within(&self, ceiling: &Ceiling<S>, holder: impl Into<Holder<S>>) -> Result<Approvable<S>, InvalidScope<S>> {
        Approvable::of(self, ceiling, &holder.into())
    }

    /// What was asked for and is not in the grant.
    #[must_use]
    pub fn missing(&self, granted: &Granted<S>) -> ScopeSet<S> {
        self.scopes.difference(granted.scopes())
    }

    /// The parameter `scope` of the token response: `None` where the grant is what was asked for and the parameter
    /// may be left out, otherwise what it has to say (RFC 6749 section 5.1).
    #[must_use]
    pub fn answer(&self, granted: &Granted<S>) -> Option<ScopeSet<S>> {
        let is_as_requested = self.ignored == 0 && !self.is_default && self.scopes == granted.scopes();
        (!is_as_requested).then(|| granted.scopes())
    }
}

/// Whether all that the scopes require is asked for with them.
pub(crate) fn complete<S: Scope>(scopes: ScopeSet<S>) -> Result<(), InvalidScope<S>> {
    let closure = scopes.closure();
    let missing = closure.with_required().difference(closure);
    if missing.is_empty() {
        return Ok(());
    }
    let is_incomplete = |scope: &S| !scope.included().with_required().is_subset(closure);
    let incomplete = scopes.iter().filter(is_incomplete).collect();
    Err(InvalidScope::of(InvalidScopeReason::Incomplete { scopes: incomplete, missing }))
}

impl<S: Scope> fmt::Display for Requested<S> {
    /// The scopes as a scope string.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.scopes.fmt(formatter)
    }
}

impl<S: Scope> fmt::Debug for Requested<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Requested")
            .field("scopes", &self.scopes)
            .field("ignored", &self.ignored)
            .field("is_default", &self.is_default)
            .finish()
    }
}
