//! A set in serde: the space-separated string in manifest order, both ways.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use super::ScopeSet;
use crate::scope::Scope;

impl<S: Scope> Serialize for ScopeSet<S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, S: Scope> Deserialize<'de> for ScopeSet<S> {
    /// Reads a list of declared scopes; an unknown one is an error. For a token's claim read a
    /// [`Granted`](crate::Granted).
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(ScopeString(PhantomData))
    }
}

struct ScopeString<S>(PhantomData<S>);

impl<S: Scope> Visitor<'_> for ScopeString<S> {
    type Value = ScopeSet<S>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string of space-separated scopes")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        text.parse().map_err(E::custom)
    }
}
