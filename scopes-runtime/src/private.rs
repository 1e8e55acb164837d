//! What generated code uses and nobody else may: no stability is promised here.

pub use core;
pub use core::primitive::{bool, str, u8, u32, u64, usize};

#[cfg(feature = "macros")]
pub use scopes_macros::{__literal as literal, __scopes as scopes};
#[cfg(feature = "serde")]
pub use serde;

use core::fmt;

pub use scopes_lookup::{Lookup, Plan, Sample, Window};

pub use crate::column::{Edges, Lists, Numbers, Texts};
use crate::error::ParseError;
pub use crate::kind::{Axis, Holder, Kind};
pub use crate::masks::Masks;
use crate::names;
pub use crate::policy::{Holders, Policy};
pub use crate::scope::Scope;
pub use crate::set::ScopeSet;
pub use crate::table::Table;
use crate::words;
pub use crate::{
    __kind_impls as kind_impls, __scope_impls as scope_impls, Access, Endpoint, Permit, Preset, Requirement, Requires,
    System,
};

/// The set of these indices, in constants too.
#[must_use]
pub const fn set<S: Scope<Words = [u64; N]>, const N: usize>(indices: &[usize]) -> ScopeSet<S> {
    let mut words = [0; N];
    let mut place = 0;
    while place < indices.len() {
        words::put(&mut words, indices[place]);
        place += 1;
    }
    ScopeSet::from_words(words)
}

/// The closure of one scope, in constants too.
#[must_use]
pub const fn included<S: Scope<Words = [u64; N]>, const N: usize>(
    table: &Table<[u64; N]>,
    index: usize,
) -> ScopeSet<S> {
    let mut words = [0; N];
    words::put(&mut words, index);
    crate::closure::close(&mut words, table);
    ScopeSet::from_words(words)
}

/// Whether a column of bits has the scope, in constants too.
#[must_use]
pub const fn has(words: &[u64], index: usize) -> bool {
    words::has(words, index)
}

/// Whether the module that `module_path!()` names is the one that `path = crate::…` says: the text of the path
/// after the crate's name is `expected`, which is empty at the crate's root.
#[must_use]
pub const fn is_in_module(module_path: &str, expected: &str) -> bool {
    let (path, expected) = (module_path.as_bytes(), expected.as_bytes());
    let mut start = 0;
    while start < path.len() && path[start] != b':' {
        start += 1;
    }
    if path.len() - start != expected.len() {
        return false;
    }
    let mut place = 0;
    while place < expected.len() {
        if path[start + place] != expected[place] {
            return false;
        }
        place += 1;
    }
    true
}

/// `FromStr` of the generated enum.
///
/// # Errors
/// See [`crate::ParseErrorKind`]: malformed, more than one name, or a name that the system does not declare.
pub fn parse_scope<S: Scope>(name: &str) -> Result<S, ParseError> {
    names::one(name)?.ok_or_else(|| ParseError::unknown(0, name))
}

/// `Debug` of the generated enum: `Scope("contacts:read")`.
///
/// # Errors
/// Those of the formatter.
pub fn debug<S: Scope>(scope: S, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    formatter.debug_tuple("Scope").field(&scope.as_str()).finish()
}

/// `Deserialize` of the generated enum.
///
/// # Errors
/// Anything but a string with one declared name.
#[cfg(feature = "serde")]
pub fn deserialize_scope<'de, S: Scope, D: serde::Deserializer<'de>>(deserializer: D) -> Result<S, D::Error> {
    deserializer.deserialize_str(WireName(core::marker::PhantomData))
}

#[cfg(feature = "serde")]
struct WireName<S>(core::marker::PhantomData<S>);

#[cfg(feature = "serde")]
impl<S: Scope> serde::de::Visitor<'_> for WireName<S> {
    type Value = S;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a scope")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<S, E> {
        parse_scope(name).map_err(E::custom)
    }
}

/// A requirement that honours further restrictions, in constants too.
#[must_use]
pub const fn honouring<S: Scope<Words = [u64; N]>, const N: usize>(
    requirement: Requirement<S>,
    under: ScopeSet<S>,
) -> Requirement<S> {
    requirement.honouring(under)
}
