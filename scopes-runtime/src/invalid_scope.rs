//! [`InvalidScope`]: why a request for scopes is refused, and how to say so in OAuth's words.

use core::error::Error;
use core::fmt;
use core::ops::Range;

use crate::error::ParseError;
use crate::kind::Axis;
use crate::names::Name;
use crate::scope::Scope;
use crate::set::ScopeSet;

/// Why an authorization or refresh request is refused (RFC 6749 sections 4.1.2.1 and 5.2).
///
/// Printed, it is a safe `error_description`: printable ASCII without quotes and backslashes (RFC 6749 section 5.2),
/// names from the manifest only. What the client sent is not echoed; [`name_in`](Self::name_in) gives it for logs.
///
/// ```
/// # use scopes_demo::Scope;
/// use scopes_runtime::Requested;
///
/// let text = "contacts:read billing:read";
/// let refused = Requested::<Scope>::parse(text).unwrap_err();
/// assert_eq!(refused.error(), "invalid_scope");
/// assert_eq!(refused.name_in(text), Some("billing:read"));
/// assert_eq!(refused.to_string(), "the scope at byte 14 is unknown");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidScope<S: Scope> {
    reason: InvalidScopeReason<S>,
}

/// What can be wrong with a request for scopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidScopeReason<S: Scope> {
    /// No scope was asked for, and the manifest has no default.
    Omitted,
    /// The string is malformed.
    Malformed(ParseError),
    /// A name that the system does not declare, by the place of its bytes.
    Unknown {
        /// Where it begins.
        start: usize,
        /// Where it ends.
        end: usize,
    },
    /// Scopes that are asked for without what they require.
    Incomplete {
        /// The scopes.
        scopes: ScopeSet<S>,
        /// What they require beside themselves.
        missing: ScopeSet<S>,
    },
    /// Scopes that the client was not registered for.
    BeyondCeiling(ScopeSet<S>),
    /// Scopes that only other kinds of holders may have.
    NotForHolder {
        /// The axis of the manifest's `[kinds]`.
        axis: Axis,
        /// The holder's kind on it; `None` where it was not said.
        kind: Option<&'static str>,
        /// The scopes.
        scopes: ScopeSet<S>,
    },
    /// Scopes that were not granted at first, so a refresh cannot give them (RFC 6749 section 6).
    NotGranted(ScopeSet<S>),
}

impl<S: Scope> InvalidScope<S> {
    pub(crate) const fn of(reason: InvalidScopeReason<S>) -> Self {
        Self { reason }
    }

    pub(crate) const fn malformed(error: ParseError) -> Self {
        Self { reason: InvalidScopeReason::Malformed(error) }
    }

    pub(crate) fn unknown(name: Name<'_>) -> Self {
        let (start, end) = (name.start, name.start + name.text.len());
        Self { reason: InvalidScopeReason::Unknown { start, end } }
    }

    /// Why.
    #[must_use]
    pub const fn reason(&self) -> InvalidScopeReason<S> {
        self.reason
    }

    /// OAuth's parameter `error`: always `invalid_scope` (RFC 6749 sections 4.1.2.1 and 5.2).
    #[must_use]
    pub const fn error(&self) -> &'static str {
        "invalid_scope"
    }

    /// The scopes of the system that are refused. Empty where the string could not be read.
    #[must_use]
    pub fn scopes(&self) -> ScopeSet<S> {
        match self.reason {
            InvalidScopeReason::Omitted | InvalidScopeReason::Malformed(_) | InvalidScopeReason::Unknown { .. } => {
                ScopeSet::EMPTY
            }
            InvalidScopeReason::BeyondCeiling(scopes)
            | InvalidScopeReason::NotGranted(scopes)
            | InvalidScopeReason::Incomplete { scopes, .. }
            | InvalidScopeReason::NotForHolder { scopes, .. } => scopes,
        }
    }

    /// The bytes of the request that are refused, where it is a matter of the string.
    #[must_use]
    pub const fn range(&self) -> Option<Range<usize>> {
        match self.reason {
            InvalidScopeReason::Malformed(error) => Some(error.range()),
            InvalidScopeReason::Unknown { start, end } => Some(start..end),
            _ => None,
        }
    }

    /// The unknown name in the string that was refused, as the client wrote it: escape it where it is shown.
    #[must_use]
    pub fn name_in<'t>(&self, text: &'t str) -> Option<&'t str> {
        match self.reason {
            InvalidScopeReason::Unknown { start, end } => text.get(start..end),
            _ => None,
        }
    }
}

impl<S: Scope> fmt::Display for InvalidScope<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.reason {
            InvalidScopeReason::Omitted => formatter.write_str("no scope was requested, and there is no default"),
            InvalidScopeReason::Malformed(error) => write!(formatter, "malformed scope: {error}"),
            InvalidScopeReason::Unknown { start, .. } => write!(formatter, "the scope at byte {start} is unknown"),
            InvalidScopeReason::Incomplete { scopes, missing } => {
                write!(formatter, "{scopes} cannot be requested without {missing}")
            }
            InvalidScopeReason::BeyondCeiling(scopes) => {
                write!(formatter, "the client is not registered for {scopes}")
            }
            InvalidScopeReason::NotForHolder { axis, kind: Some(kind), scopes } => {
                write!(formatter, "not for the {axis} {kind}: {scopes}")
            }
            InvalidScopeReason::NotForHolder { axis, kind: None, scopes } => {
                write!(formatter, "not without a known {axis}: {scopes}")
            }
            InvalidScopeReason::NotGranted(scopes) => write!(formatter, "not granted at first: {scopes}"),
        }
    }
}

impl<S: Scope> Error for InvalidScope<S> {}
