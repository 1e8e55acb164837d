//! [`ScopeSet`]: a set of scopes as bits. This file has its construction and queries; the neighbours have iteration,
//! operators, the text form (`line` puts it together), and serde's.

mod algebra;
mod iter;
mod line;
#[cfg(feature = "alloc")]
mod owned;
#[cfg(feature = "serde")]
mod serde;
mod text;

use core::borrow::Borrow;
use core::hash::{Hash, Hasher};

pub use self::iter::Iter;
use crate::closure::Authority as _;
use crate::scope::Scope;
use crate::words::{self, Words as _};

/// A set of scopes of one system, `Copy` and as wide as the system needs.
///
/// It prints and parses as the space-separated list of RFC 6749 section 3.3, in manifest order. The bits can neither
/// be read nor written: their places change with the manifest, so they are no storage format; the text is.
///
/// Arguments that are sets or scopes may be given by value or by reference.
///
/// ```
/// # use scopes_demo::{Demo, ScopeSet};
/// let set: ScopeSet = "contacts:write".parse()?;
/// assert_eq!(set.closure(), Demo!(set["contacts:read", "contacts:write"]));
/// assert_eq!(set.closure().to_string(), "contacts:read contacts:write");
/// assert_eq!(set.closure().minimal(), set);
/// # Ok::<(), scopes_runtime::ParseError>(())
/// ```
#[derive(Clone, Copy)]
pub struct ScopeSet<S: Scope> {
    words: S::Words,
}

impl<S: Scope> ScopeSet<S> {
    /// The empty set.
    pub const EMPTY: Self = Self { words: S::Words::EMPTY };

    /// Every scope of the system.
    pub const ALL: Self = Self { words: S::TABLE.all };

    /// The empty set.
    #[must_use]
    pub const fn new() -> Self {
        Self::EMPTY
    }

    pub(crate) const fn from_words(words: S::Words) -> Self {
        Self { words }
    }

    pub(crate) fn words(&self) -> &[u64] {
        self.words.as_ref()
    }

    /// Whether the scope is a member. Inclusion is not followed: see [`closure`](Self::closure).
    #[must_use]
    pub fn contains(&self, scope: impl Borrow<S>) -> bool {
        words::has(self.words(), scope.borrow().index())
    }

    /// The number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words().iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there is no member.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words().iter().all(|word| *word == 0)
    }

    /// Whether every member is a member of `other` too.
    #[must_use]
    pub fn is_subset(&self, other: impl Borrow<Self>) -> bool {
        words::is_subset(self.words(), other.borrow().words())
    }

    /// Whether every member of `other` is a member here too.
    #[must_use]
    pub fn is_superset(&self, other: impl Borrow<Self>) -> bool {
        words::is_subset(other.borrow().words(), self.words())
    }

    /// Whether no scope is a member of both.
    #[must_use]
    pub fn is_disjoint(&self, other: impl Borrow<Self>) -> bool {
        !words::intersects(self.words(), other.borrow().words())
    }

    /// Adds the scope with this index.
    #[inline]
    pub(crate) fn put(&mut self, index: usize) {
        words::put(self.words.as_mut(), index);
    }

    /// Adds a scope; `true` where it was no member before.
    pub fn insert(&mut self, scope: impl Borrow<S>) -> bool {
        let index = scope.borrow().index();
        let is_new = !words::has(self.words(), index);
        words::put(self.words.as_mut(), index);
        is_new
    }

    /// Removes a scope; `true` where it was a member.
    pub fn remove(&mut self, scope: impl Borrow<S>) -> bool {
        let index = scope.borrow().index();
        let was_member = words::has(self.words(), index);
        words::clear(self.words.as_mut(), index);
        was_member
    }

    /// Removes every member.
    pub fn clear(&mut self) {
        *self = Self::EMPTY;
    }

    /// The first member in manifest order.
    #[must_use]
    pub fn first(&self) -> Option<S> {
        self.iter().next()
    }

    /// The last member in manifest order.
    #[must_use]
    pub fn last(&self) -> Option<S> {
        self.iter().next_back()
    }

    /// The members in manifest order.
    #[must_use]
    pub fn iter(&self) -> Iter<S> {
        Iter::new(self)
    }

    /// The members and all that they include, transitively: what a token with these may do. (What a token's unmet
    /// `requires` take away, only [`Granted::effective`](crate::Granted::effective) knows.)
    #[must_use]
    pub fn closure(&self) -> Self {
        let mut set = *self;
        set.words.close(S::TABLE);
        set
    }

    /// The members without those that another member includes: the shortest list with the same closure.
    #[must_use]
    pub fn minimal(&self) -> Self {
        self.difference(self.covered())
    }

    /// What members of the set include.
    pub(crate) fn covered(&self) -> Self {
        let mut set = *self;
        set.words.cover(S::TABLE);
        set
    }

    /// Leaves what of the set has effect in a token.
    #[inline]
    pub(crate) fn settle(&mut self) {
        self.words.settle(S::TABLE);
    }

    /// What of the set has effect in a token.
    pub(crate) fn effective(&self) -> Self {
        let mut set = *self;
        set.settle();
        set
    }

    /// The members and all that they require.
    pub(crate) fn with_required(&self) -> Self {
        let mut set = *self;
        set.words.require(S::TABLE);
        set
    }
}

impl<S: Scope> Default for ScopeSet<S> {
    /// The empty set.
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<S: Scope> PartialEq for ScopeSet<S> {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

impl<S: Scope> Eq for ScopeSet<S> {}

impl<S: Scope> Hash for ScopeSet<S> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.words.hash(state);
    }
}
