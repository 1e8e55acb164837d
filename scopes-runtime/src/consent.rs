//! [`Consent`]: what the user is asked, and the grant that comes of the answer.

use core::borrow::Borrow;
use core::error::Error;
use core::fmt;

use crate::ceiling::Approvable;
use crate::granted::Granted;
use crate::invalid_scope::InvalidScopeReason;
use crate::locale;
use crate::requested::complete;
use crate::scope::{Scope, Sensitivity};
use crate::set::ScopeSet;

/// The question that a consent screen puts. It is made of the request that will be granted, so that screen and grant
/// cannot differ.
///
/// ```
/// # use scopes_demo::{Client, Demo, Scope};
/// use scopes_runtime::{Ceiling, Requested};
///
/// let requested = Requested::<Scope>::parse("contacts:read history:read").unwrap();
/// let consent = requested.within(&Ceiling::new(requested.scopes()), Client::Web).unwrap().consent();
///
/// let entries: Vec<_> = consent.entries("de-AT").collect();
/// assert_eq!((entries[0].text(), entries[0].locale()), ("Kontakte ansehen", "de"));
/// assert!(!entries[0].is_optional() && entries[1].is_optional());
///
/// let granted = consent.grant(Demo!(set["contacts:read"])).unwrap();
/// assert_eq!(requested.answer(&granted), Some(Demo!(set["contacts:read"])));
/// assert!(consent.grant(Demo!(set["history:read"])).is_err(), "the first is not optional");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent<S: Scope> {
    request: Approvable<S>,
}

impl<S: Scope> Consent<S> {
    pub(crate) const fn new(request: Approvable<S>) -> Self {
        Self { request }
    }

    /// What is asked for, verbatim.
    #[must_use]
    pub fn scopes(&self) -> ScopeSet<S> {
        self.request.scopes()
    }

    /// What the screen lists, in manifest order. A scope that comes with another one which cannot be unticked is shown
    /// there and has no entry of its own. Texts are in the language `locale` (RFC 5646), or in the next more general one that the manifest
    /// has, or in that of the manifest (RFC 4647 section 3.4); [`ConsentEntry::locale`] says in which.
    pub fn entries<'l>(&self, locale: &'l str) -> impl Iterator<Item = ConsentEntry<S>> + use<'l, S> {
        self.shown().iter().map(move |scope| ConsentEntry::new(scope, locale))
    }

    /// The scopes that the user cannot untick: those that are not optional, and restrictions, since without one the
    /// grant would allow more. What comes with them is not listed.
    #[must_use]
    pub fn required(&self) -> ScopeSet<S> {
        self.shown().difference(optional())
    }

    /// All but what comes with a scope that cannot be unticked: where that can be, the user may keep the part.
    fn shown(&self) -> ScopeSet<S> {
        let fixed = self.scopes().difference(optional());
        self.scopes().difference(fixed.covered())
    }

    /// Grants what the user has ticked.
    ///
    /// # Errors
    /// [`NotGranted`]: something was ticked that was not asked for, or unticked that is not optional; a ticked scope
    /// requires one that is not; nothing was ticked at all; an approval is not there yet.
    pub fn grant(&self, chosen: impl Borrow<ScopeSet<S>>) -> Result<Granted<S>, NotGranted<S>> {
        let (chosen, requested) = (*chosen.borrow(), self.scopes());
        let not_requested = chosen.difference(requested);
        if !not_requested.is_empty() {
            return Err(NotGranted::NotRequested(not_requested));
        }
        let awaiting = self.request.awaiting().intersection(chosen.closure());
        if !awaiting.is_empty() {
            return Err(NotGranted::Awaiting(awaiting));
        }
        if chosen.difference(restrictions()).is_empty() && !requested.difference(restrictions()).is_empty() {
            return Err(NotGranted::Nothing);
        }
        // What comes with a ticked scope is ticked with it.
        let granted = chosen.union(requested.intersection(chosen.closure()));
        let unticked = self.required().difference(granted);
        if !unticked.is_empty() {
            return Err(NotGranted::Required(unticked));
        }
        complete(granted).map_err(|error| match error.reason() {
            InvalidScopeReason::Incomplete { scopes, missing } => NotGranted::Incomplete { scopes, missing },
            _ => NotGranted::Required(granted),
        })?;
        Ok(Granted::new(granted))
    }
}

fn optional<S: Scope>() -> ScopeSet<S> {
    ScopeSet::from_words(S::TABLE.optional).difference(restrictions())
}

fn restrictions<S: Scope>() -> ScopeSet<S> {
    ScopeSet::from_words(S::MASKS.restrictions)
}

/// One line of a consent screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConsentEntry<S: Scope> {
    scope: S,
    text: &'static str,
    locale: &'static str,
}

impl<S: Scope> ConsentEntry<S> {
    fn new(scope: S, wanted: &str) -> Self {
        let (text, locale) = locale::consent(scope, wanted);
        Self { scope, text, locale }
    }

    /// The scope.
    #[must_use]
    pub fn scope(&self) -> S {
        self.scope
    }

    /// What the user reads.
    #[must_use]
    pub fn text(&self) -> &'static str {
        self.text
    }

    /// The language of that text, for the `lang` attribute.
    #[must_use]
    pub fn locale(&self) -> &'static str {
        self.locale
    }

    /// Fine print under it, in the manifest's language.
    #[must_use]
    pub fn detail(&self) -> Option<&'static str> {
        self.scope.detail()
    }

    /// The claims that it releases.
    #[must_use]
    pub fn claims(&self) -> &'static [&'static str] {
        self.scope.claims()
    }

    /// The scopes that come with it.
    #[must_use]
    pub fn included(&self) -> ScopeSet<S> {
        self.scope.included().difference(ScopeSet::from(self.scope))
    }

    /// Whether the user may untick it.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        optional().contains(self.scope)
    }

    /// How much harm it could do, with all that comes with it.
    #[must_use]
    pub fn sensitivity(&self) -> Sensitivity {
        self.scope.included().iter().map(S::sensitivity).max().unwrap_or_default()
    }

    /// The kind of resource that the user grants it for, such as a workspace.
    #[must_use]
    pub fn resource(&self) -> Option<&'static str> {
        self.scope.bound_to()
    }
}

/// Why an answer to the question is no grant. Printed, it is a safe `error_description` (RFC 6749 section 5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotGranted<S: Scope> {
    /// Ticked without having been asked for.
    NotRequested(ScopeSet<S>),
    /// Unticked without being optional.
    Required(ScopeSet<S>),
    /// Ticked without what they require.
    Incomplete {
        /// The scopes.
        scopes: ScopeSet<S>,
        /// What they require beside themselves.
        missing: ScopeSet<S>,
    },
    /// They wait for an administrator or a review: see [`Approvable::approved`].
    Awaiting(ScopeSet<S>),
    /// The user ticked nothing.
    Nothing,
}

impl<S: Scope> NotGranted<S> {
    /// OAuth's parameter `error` (RFC 6749 section 4.1.2.1).
    #[must_use]
    pub const fn error(&self) -> &'static str {
        match self {
            Self::NotRequested(_) | Self::Incomplete { .. } => "invalid_scope",
            Self::Required(_) | Self::Awaiting(_) | Self::Nothing => "access_denied",
        }
    }
}

impl<S: Scope> fmt::Display for NotGranted<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRequested(scopes) => write!(formatter, "not requested: {scopes}"),
            Self::Required(scopes) => write!(formatter, "not optional, and not granted: {scopes}"),
            Self::Incomplete { scopes, missing } => write!(formatter, "{scopes} cannot be granted without {missing}"),
            Self::Awaiting(scopes) => write!(formatter, "waiting for approval: {scopes}"),
            Self::Nothing => formatter.write_str("nothing was granted"),
        }
    }
}

impl<S: Scope> Error for NotGranted<S> {}
