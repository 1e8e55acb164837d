//! The data that the derive generates for one system, by column; how a column is read stands in `column`.
//!
//! What comes in: literals written by `scopes-macros` from a validated catalogue. What goes out: names, texts and
//! edges by a scope's index. Nothing here is public API: it is reached through `__private`.

use crate::column::{Edges, Lists, Texts};
use crate::policy::Policy;
use crate::words::Words;

/// Everything known of a system's scopes, by index in manifest order. `W` is `[u64; N]`.
#[derive(Debug)]
pub struct Table<W: 'static> {
    /// Wire names, each with the space that parts it from the next: a set is printed piece by piece.
    pub names: Texts,
    /// What each grants, for developers.
    pub descriptions: Texts,
    /// What the end user reads, where it differs from the description.
    pub consents: Texts,
    /// Fine print.
    pub details: Texts,
    /// Headings in documentation.
    pub groups: Texts,
    /// Links to further documentation.
    pub docs: Texts,
    /// The API version that brought the scope.
    pub since: Texts,
    /// The claims released, those of the scope that it extends included.
    pub claims: Lists,
    /// Other names that are accepted for it.
    pub aliases: Lists,
    /// Direct inclusions.
    pub includes: Edges,
    /// What each needs beside itself, transitively.
    pub requires: Edges,
    /// Every scope.
    pub all: W,
    /// Those with inclusions of their own.
    pub composites: W,
    /// Those that need others beside them.
    pub dependents: W,
    /// Those that a user may untick.
    pub optional: W,
    /// Those that the manifest calls deprecated.
    pub deprecated: W,
    /// What is said of asking for them.
    pub policy: Policy<W>,
}

impl<W: Words> Table<W> {
    /// For a manifest that could not be read: the crate does not build, so nobody looks into it.
    pub const UNREAD: Self = Self {
        names: Texts::NONE,
        descriptions: Texts::NONE,
        consents: Texts::NONE,
        details: Texts::NONE,
        groups: Texts::NONE,
        docs: Texts::NONE,
        since: Texts::NONE,
        claims: Lists(&[]),
        aliases: Lists(&[]),
        includes: Edges::NONE,
        requires: Edges::NONE,
        all: W::EMPTY,
        composites: W::EMPTY,
        dependents: W::EMPTY,
        optional: W::EMPTY,
        deprecated: W::EMPTY,
        policy: Policy::STRICT,
    };
}

impl<W> Table<W> {
    /// The wire name; every index made by the derive has one.
    #[inline]
    #[must_use]
    pub const fn name(&self, index: usize) -> &'static str {
        match self.names.range(index) {
            Some((start, end)) if start < end => or_empty(self.names.between(start, end - 1)),
            _ => "",
        }
    }

    /// The description; every index made by the derive has one.
    #[inline]
    #[must_use]
    pub const fn description(&self, index: usize) -> &'static str {
        or_empty(self.descriptions.get(index))
    }

    /// The text for the end user, by default the description.
    #[inline]
    #[must_use]
    pub const fn consent(&self, index: usize) -> &'static str {
        match self.consents.get(index) {
            Some(consent) => consent,
            None => self.description(index),
        }
    }
}

const fn or_empty(text: Option<&'static str>) -> &'static str {
    match text {
        Some(text) => text,
        None => "",
    }
}
