//! From scopes of a catalogue to what they are called. Whatever writes about several scopes is the caller.

use scopes_manifest::{Catalog, ScopeId};

/// The names of scopes, in their order.
pub(crate) fn names<'c>(catalog: &'c Catalog, scopes: &[ScopeId]) -> Vec<&'c str> {
    scopes.iter().map(|scope| catalog.scope(*scope).name()).collect()
}
