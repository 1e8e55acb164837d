//! Conversions that allocate, for code that stores lists.

use alloc::string::String;
use alloc::vec::Vec;

use super::ScopeSet;
use crate::scope::Scope;

impl<S: Scope> From<ScopeSet<S>> for Vec<S> {
    /// The members in manifest order.
    fn from(set: ScopeSet<S>) -> Self {
        set.iter().collect()
    }
}

impl<S: Scope> From<ScopeSet<S>> for String {
    /// The space-separated list in manifest order.
    fn from(set: ScopeSet<S>) -> Self {
        let mut text = Self::new();
        // A string takes all.
        let _ = set.write_to(&mut text);
        text
    }
}
