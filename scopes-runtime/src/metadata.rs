//! `scopes_supported`, as authorization servers (RFC 8414 section 2) and protected resources (RFC 9728 section 2)
//! publish it.

use core::fmt;
use core::marker::PhantomData;

use crate::scope::Scope;

/// The value of `scopes_supported`: the wire names in manifest order, without those that are deprecated, which no new
/// client should ask for. With the feature `serde` it is written as a list of strings.
///
/// ```
/// # use scopes_demo::Demo;
/// use scopes_runtime::System;
///
/// assert_eq!(Demo::scopes_supported().iter().next(), Some("contacts:read"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ScopesSupported<S: Scope>(PhantomData<S>);

impl<S: Scope> ScopesSupported<S> {
    pub(crate) const NEW: Self = Self(PhantomData);

    /// The names.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<S> {
        S::ALL.iter().filter(|scope| !scope.is_deprecated()).map(|scope| scope.as_str())
    }
}

impl<S: Scope> fmt::Debug for ScopesSupported<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(feature = "serde")]
impl<S: Scope> serde::Serialize for ScopesSupported<S> {
    fn serialize<Z: serde::Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_seq(self.iter())
    }
}
