//! Conversions that allocate, for code that stores lists.

use alloc::string::{String, ToString as _};
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
        set.to_string()
    }
}
