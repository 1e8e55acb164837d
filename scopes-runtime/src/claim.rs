//! The scope claim of a token, as it is met in the wild, read into [`Granted`]: a string (`scope`, RFC 9068 section
//! 2.2.3), a list of names (`scp`), or null.
//!
//! Anything else is an error and never a part of a grant. Called by whoever deserialises a token's claims.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::error::ParseError;
use crate::granted::Granted;
use crate::names;
use crate::scope::Scope;
use crate::set::ScopeSet;
use crate::system::System;

impl<S: Scope> Serialize for Granted<S> {
    /// The known scopes as one string, in manifest order.
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, S: Scope> Deserialize<'de> for Granted<S> {
    /// Reads a scope claim: one string of space-separated names, a list with one name a member, or null, which holds
    /// nothing. Anything else, and anything malformed in it, is an error.
    ///
    /// In a token's claims, whatever the authorization server calls it, and absent as well:
    ///
    /// ```
    /// # use scopes_demo::{Demo, Scope};
    /// use scopes_runtime::Granted;
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Claims {
    ///     #[serde(default, alias = "scp")]
    ///     scope: Granted<Scope>,
    /// }
    ///
    /// let scopes = |json: &str| serde_json::from_str(json).map(|claims: Claims| claims.scope.scopes());
    /// let both = Demo!(set["contacts:read", "history:read"]);
    /// assert_eq!(scopes(r#"{"scope": "contacts:read history:read"}"#)?, both);
    /// assert_eq!(scopes(r#"{"scp": ["contacts:read", "history:read"]}"#)?, both);
    /// assert!(scopes(r#"{"scope": null}"#)?.is_empty());
    /// assert!(scopes("{}")?.is_empty());
    /// assert!(scopes(r#"{"scp": ["contacts:read history:read"]}"#).is_err());
    /// assert!(scopes(r#"{"scope": 7}"#).is_err());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Claim(PhantomData))
    }
}

/// The whole claim.
struct Claim<S>(PhantomData<S>);

impl<'de, S: Scope> Visitor<'de> for Claim<S> {
    type Value = Granted<S>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a scope claim: a string of space-separated names, a list of names, or null")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Granted::parse(text).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut scopes = ScopeSet::new();
        let mut unknown = 0;
        let mut bytes = 0_usize;
        while let Some((scope, length)) = members.next_element_seed(Member(PhantomData::<S>))? {
            bytes = bytes.saturating_add(length).saturating_add(1);
            // The same limit as for the string that the members would make together.
            if bytes - 1 > S::System::MAX_BYTES {
                return Err(A::Error::custom(ParseError::too_long(bytes - 1, S::System::MAX_BYTES)));
            }
            match scope {
                Some(scope) => {
                    scopes.insert(scope);
                }
                None => unknown += 1,
            }
        }
        Ok(Granted::with_unknown(scopes, unknown))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Granted::new(ScopeSet::EMPTY))
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// One member of a list: its scope, if the system declares it, and its length in bytes.
struct Member<S>(PhantomData<S>);

impl<'de, S: Scope> DeserializeSeed<'de> for Member<S> {
    type Value = (Option<S>, usize);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<S: Scope> Visitor<'_> for Member<S> {
    type Value = (Option<S>, usize);

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of one scope")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        let scope = names::one::<S>(text).map_err(E::custom)?;
        Ok((scope, text.len()))
    }
}
