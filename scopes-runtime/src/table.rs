//! The data that the derive generates for one system, and how its columns are read.
//!
//! What comes in: literals written by `scopes-macros` from a validated catalogue. What goes out: names, texts and
//! edges by a scope's index. Dense columns are slices in manifest order; sparse ones hold only the scopes that have
//! a value. Nothing here is public API: it is reached through `__private`.

use crate::policy::Policy;
use crate::words::Words;

/// Everything known of a system's scopes, by index in manifest order. `W` is `[u64; N]`.
#[derive(Debug)]
pub struct Table<W: 'static> {
    /// Wire names, each with the space that parts it from the next: a set is printed with one write a scope.
    pub spaced_names: &'static [&'static str],
    /// What each grants, for developers.
    pub descriptions: &'static [&'static str],
    /// What the end user reads, where it differs from the description.
    pub consents: Sparse<&'static str>,
    /// Fine print.
    pub details: Sparse<&'static str>,
    /// Headings in documentation.
    pub groups: Sparse<&'static str>,
    /// Links to further documentation.
    pub docs: Sparse<&'static str>,
    /// The API version that brought the scope.
    pub since: Sparse<&'static str>,
    /// The claims released, those of the scope that it extends included.
    pub claims: Sparse<&'static [&'static str]>,
    /// Other names that are accepted for it.
    pub aliases: Sparse<&'static [&'static str]>,
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
        spaced_names: &[],
        descriptions: &[],
        consents: Sparse(&[]),
        details: Sparse(&[]),
        groups: Sparse(&[]),
        docs: Sparse(&[]),
        since: Sparse(&[]),
        claims: Sparse(&[]),
        aliases: Sparse(&[]),
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
        let spaced = self.spaced_names[index];
        match spaced.split_at_checked(spaced.len().saturating_sub(1)) {
            Some((name, _space)) => name,
            None => spaced,
        }
    }

    /// The wire name and a space.
    #[inline]
    pub(crate) const fn spaced_name(&self, index: usize) -> &'static str {
        self.spaced_names[index]
    }

    /// The description; every index made by the derive has one.
    #[must_use]
    pub const fn description(&self, index: usize) -> &'static str {
        self.descriptions[index]
    }

    /// The text for the end user, by default the description.
    #[must_use]
    pub const fn consent(&self, index: usize) -> &'static str {
        match self.consents.get(index) {
            Some(consent) => consent,
            None => self.descriptions[index],
        }
    }
}

/// A column that few scopes have a value in, sorted by index.
#[derive(Clone, Copy, Debug)]
pub struct Sparse<T: 'static>(pub &'static [(u32, T)]);

impl<T: Copy> Sparse<T> {
    /// The value of one scope. A binary search, so that it can be `const` and costs nothing where the column is empty.
    #[must_use]
    pub const fn get(&self, index: usize) -> Option<T> {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let found = self.0[middle].0 as usize;
            if found == index {
                return Some(self.0[middle].1);
            } else if found < index {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        None
    }
}

impl<T: Copy> Sparse<&'static [T]> {
    /// The list of one scope, empty where it has none.
    #[must_use]
    pub const fn list(&self, index: usize) -> &'static [T] {
        match self.get(index) {
            Some(list) => list,
            None => &[],
        }
    }
}

/// Edges from scope to scope: those of `i` are `targets[starts[i]..starts[i + 1]]`. A system without edges has no
/// `starts` either.
#[derive(Clone, Copy, Debug)]
pub struct Edges {
    /// Where each scope's edges begin, and one more entry for the end.
    pub starts: &'static [u32],
    /// The scopes that they lead to.
    pub targets: &'static [u32],
}

impl Edges {
    const NONE: Self = Self { starts: &[], targets: &[] };

    /// The first and one past the last edge of a scope.
    pub(crate) const fn range(&self, index: usize) -> (usize, usize) {
        if index + 1 < self.starts.len() {
            (self.starts[index] as usize, self.starts[index + 1] as usize)
        } else {
            (0, 0)
        }
    }

    /// Where the edge `edge` leads to.
    pub(crate) const fn target(&self, edge: usize) -> usize {
        self.targets[edge] as usize
    }
}
