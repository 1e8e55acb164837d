//! [`Ceiling`]: what a client was registered for, and [`Approvable`]: a request that lies within it.

use core::fmt;
use core::str::FromStr;

use crate::consent::Consent;
use crate::error::ParseError;
use crate::invalid_scope::{InvalidScope, InvalidScopeReason};
use crate::kind::{Axis, Holder};
use crate::requested::Requested;
use crate::scope::Scope;
use crate::set::ScopeSet;

/// What a client was registered for (the client metadata `scope` of RFC 7591 section 2): no request of it goes beyond
/// these scopes and what they include. The empty ceiling allows nothing.
///
/// ```
/// # use scopes_demo::{Client, Scope};
/// use scopes_runtime::{Ceiling, Requested};
///
/// let ceiling: Ceiling<Scope> = "contacts:write offline_access".parse().unwrap();
/// let requested = Requested::parse("contacts:read offline_access").unwrap();
/// assert!(requested.within(&ceiling, Client::Desktop).is_ok());
///
/// let refused = requested.within(&ceiling, Client::Web).unwrap_err();
/// assert_eq!(refused.to_string(), "not for the client web: offline_access");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ceiling<S: Scope> {
    scopes: ScopeSet<S>,
}

impl<S: Scope> Ceiling<S> {
    /// The ceiling of a client that was registered for these.
    #[must_use]
    pub const fn new(scopes: ScopeSet<S>) -> Self {
        Self { scopes }
    }

    /// The scopes that the client was registered for, verbatim.
    #[must_use]
    pub const fn scopes(&self) -> ScopeSet<S> {
        self.scopes
    }
}

impl<S: Scope> FromStr for Ceiling<S> {
    type Err = ParseError;

    /// Reads a list of declared scopes; the empty string allows nothing.
    ///
    /// # Errors
    /// As for a [`ScopeSet`]: a malformed list, or a name that the system does not declare.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        text.parse().map(Self::new)
    }
}

impl<S: Scope> fmt::Display for Ceiling<S> {
    /// The scopes as a scope string.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.scopes.fmt(formatter)
    }
}

impl<S: Scope> fmt::Debug for Ceiling<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Ceiling").field(&self.scopes).finish()
    }
}

/// What a scope takes beyond the user's consent, from the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Approval {
    /// Nothing more.
    None,
    /// The client must be registered for it, which [`Requested::within`] makes sure of.
    Registration,
    /// An administrator must approve.
    Admin,
    /// The provider must have reviewed the client.
    Review,
}

/// A request that the client may make. What approvals it still takes it says; without them nothing is granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approvable<S: Scope> {
    scopes: ScopeSet<S>,
    approved: Approval,
}

impl<S: Scope> Approvable<S> {
    pub(crate) fn of(
        requested: &Requested<S>,
        ceiling: &Ceiling<S>,
        holder: &Holder<S>,
    ) -> Result<Self, InvalidScope<S>> {
        let scopes = requested.scopes();
        let beyond = scopes.difference(ceiling.scopes.closure());
        if !beyond.is_empty() {
            return Err(InvalidScope::of(InvalidScopeReason::BeyondCeiling(beyond)));
        }
        for axis in Axis::ALL {
            let refused = scopes.intersection(not_for(holder, axis));
            if !refused.is_empty() {
                let kind = holder.kind(axis);
                return Err(InvalidScope::of(InvalidScopeReason::NotForHolder { axis, kind, scopes: refused }));
            }
        }
        Ok(Self { scopes, approved: Approval::Registration })
    }

    /// What is asked for, verbatim.
    #[must_use]
    pub fn scopes(&self) -> ScopeSet<S> {
        self.scopes
    }

    /// The scopes that wait for an administrator or a review. While there are some, none of them can be granted.
    #[must_use]
    pub fn awaiting(&self) -> ScopeSet<S> {
        let [_, admin, review] = S::TABLE.policy.approvals;
        let beyond = match self.approved {
            Approval::None | Approval::Registration => admin,
            Approval::Admin => review,
            Approval::Review => return ScopeSet::EMPTY,
        };
        self.scopes.intersection(ScopeSet::from_words(beyond))
    }

    /// The same request after this approval was given for it; each includes those before it.
    #[must_use]
    pub fn approved(self, approval: Approval) -> Self {
        Self { approved: self.approved.max(approval), ..self }
    }

    /// The scopes that are restricted: those that the manifest wants only few clients to hold.
    #[must_use]
    pub fn restricted(&self) -> ScopeSet<S> {
        let [_, restricted] = S::TABLE.policy.sensitivities;
        self.scopes.intersection(ScopeSet::from_words(restricted))
    }

    /// What the user is asked.
    #[must_use]
    pub fn consent(self) -> Consent<S> {
        Consent::new(self)
    }
}

/// The scopes that this holder may not have, for what it is, or is not known to be, on one axis.
pub(crate) fn not_for<S: Scope>(holder: &Holder<S>, axis: Axis) -> ScopeSet<S> {
    let Some(holders) = S::TABLE.policy.axes.get(axis as usize) else { return ScopeSet::ALL };
    let limited = ScopeSet::from_words(holders.limited);
    let allowed = holder.index(axis).and_then(|index| holders.allowed.get(index));
    allowed.map_or(limited, |allowed| limited.difference(ScopeSet::from_words(*allowed)))
}
