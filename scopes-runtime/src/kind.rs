//! Who may hold a scope: the axes of the manifest's `[kinds]`, and one holder's place on them.

use core::fmt::{self, Debug, Display};

use crate::scope::Scope;

/// What scopes can be restricted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// How the client is registered, such as a web or a desktop application.
    Client,
    /// Whom the client belongs to.
    Audience,
    /// Whether the token acts for a user or for the client itself.
    Subject,
    /// The grant types (RFC 6749 section 1.3).
    Grants,
}

impl Axis {
    /// Every axis.
    pub const ALL: [Self; 4] = [Self::Client, Self::Audience, Self::Subject, Self::Grants];

    /// Its name in the manifest.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Audience => "audience",
            Self::Subject => "subject",
            Self::Grants => "grants",
        }
    }
}

impl Display for Axis {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// A kind of holder on one axis: the enums `Client`, `Audience`, `Subject` and `Grants` that `#[derive(Scopes)]`
/// generates for the axes that the manifest lists, so that a misspelt kind does not compile.
pub trait Kind: Copy + Eq + Debug + Display + Into<Holder<Self::Scope>> + 'static {
    /// The scopes of the system.
    type Scope: Scope;

    /// The axis.
    const AXIS: Axis;

    /// Every kind on it, in manifest order.
    const ALL: &'static [Self];

    /// The word in the manifest.
    fn as_str(self) -> &'static str;
}

/// Who asks for scopes or holds them: a kind on each axis on which it is known.
///
/// What is not known is not assumed: a scope that not every kind of an axis may hold is refused to a holder without a
/// kind on it.
///
/// ```
/// # use scopes_demo::{Client, Scope, Subject};
/// use scopes_runtime::Holder;
///
/// let backend: Holder<Scope> = Holder::from(Client::Web).and(Subject::Application);
/// assert_eq!(backend.to_string(), "client web, subject application");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Holder<S: Scope> {
    kinds: [Option<Place>; 4],
    system: core::marker::PhantomData<S>,
}

/// A kind by its place in the manifest's list, and its word.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Place {
    index: usize,
    name: &'static str,
}

impl<S: Scope> Holder<S> {
    /// Somebody of whom nothing is known. Enough where the manifest restricts no scope to kinds.
    pub const UNKNOWN: Self = Self { kinds: [None; 4], system: core::marker::PhantomData };

    /// What the generated enums convert by.
    #[doc(hidden)]
    #[must_use]
    pub fn __of(axis: Axis, index: usize, name: &'static str) -> Self {
        let mut holder = Self::UNKNOWN;
        if let Some(kind) = holder.kinds.get_mut(axis as usize) {
            *kind = Some(Place { index, name });
        }
        holder
    }

    /// A holder of the kind with this word; one of unknown kind where the manifest does not list it.
    #[cfg(all(feature = "alloc", feature = "serde"))]
    pub(crate) fn named(axis: Axis, name: &str) -> Self {
        let kinds = S::TABLE.policy.axes.get(axis as usize).map_or(&[][..], |holders| holders.kinds);
        let kind = kinds.iter().enumerate().find(|(_, kind)| **kind == name);
        kind.map_or(Self::UNKNOWN, |(index, kind)| Self::__of(axis, index, kind))
    }

    /// The same holder on further axes. What `other` says goes before what stood here.
    #[must_use]
    pub fn and(mut self, other: impl Into<Self>) -> Self {
        for (kind, other) in self.kinds.iter_mut().zip(other.into().kinds) {
            *kind = other.or(*kind);
        }
        self
    }

    /// The kind on an axis, as the manifest calls it.
    #[must_use]
    pub fn kind(&self, axis: Axis) -> Option<&'static str> {
        self.place(axis).map(|place| place.name)
    }

    /// The kind's place in the manifest's list.
    pub(crate) fn index(&self, axis: Axis) -> Option<usize> {
        self.place(axis).map(|place| place.index)
    }

    fn place(&self, axis: Axis) -> Option<Place> {
        self.kinds.get(axis as usize).copied().flatten()
    }
}

impl<S: Scope> Display for Holder<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = Axis::ALL.into_iter().filter_map(|axis| Some((axis, self.kind(axis)?)));
        let mut is_first = true;
        for (axis, kind) in known {
            write!(formatter, "{}{axis} {kind}", if is_first { "" } else { ", " })?;
            is_first = false;
        }
        if is_first { formatter.write_str("of unknown kind") } else { Ok(()) }
    }
}

impl<S: Scope> Debug for Holder<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Holder({self})")
    }
}
