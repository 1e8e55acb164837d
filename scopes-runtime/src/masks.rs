//! What a token is read and checked with, as a constant: where a system has no restriction and nothing bound to a
//! resource, the compiler leaves those checks out.
//!
//! What comes in: bits written by `scopes-macros`. What goes out: masks, and whether they are empty. Nothing here is
//! public API: it is reached through `__private`.

use crate::words;

/// Which scopes need more than a look at their own bit.
#[derive(Clone, Copy, Debug)]
pub struct Masks<W> {
    pub(crate) restrictions: W,
    pub(crate) bound: W,
    /// Scopes that take more than their own bit: with inclusions, or with `requires`.
    pub(crate) linked: W,
    pub(crate) has_restrictions: bool,
    pub(crate) has_bound: bool,
}

impl<const N: usize> Masks<[u64; N]> {
    /// No scope does.
    pub const NONE: Self = Self::new([0; N], [0; N], &[0; N], &[0; N]);

    /// The scopes that narrow instead of granting, those that are granted for a resource, those with inclusions, and
    /// those that need others beside them.
    #[must_use]
    pub const fn new(restrictions: [u64; N], bound: [u64; N], composites: &[u64; N], dependents: &[u64; N]) -> Self {
        let mut linked = *composites;
        let mut word = 0;
        while word < N {
            linked[word] |= dependents[word];
            word += 1;
        }
        let has_restrictions = words::first(&restrictions, 0).is_some();
        let has_bound = words::first(&bound, 0).is_some();
        Self { restrictions, bound, linked, has_restrictions, has_bound }
    }

    /// Whether the scope narrows a token.
    #[must_use]
    pub const fn is_restriction(&self, index: usize) -> bool {
        words::has(&self.restrictions, index)
    }
}
