//! What the format writes in several ways: a scope as a sentence or a table, `deprecated` as `true` or a table, an endpoint
//! as a scope or one of four forms. All are read; the shortest is written.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::values::{Deprecation, Scope};

/// What calling an endpoint takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Access {
    /// No token.
    Public,
    /// A valid token; the restrictions that the operation honours.
    Authenticated {
        /// The restrictions that it honours.
        under: Vec<String>,
    },
    /// All scopes of any of the alternatives.
    Scopes {
        /// OR of ANDs.
        alternatives: Vec<Vec<String>>,
        /// The restrictions that it honours.
        under: Vec<String>,
    },
}

impl Serialize for Scope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_plain = *self == Self { text: self.text.clone(), ..Self::default() };
        if is_plain { serializer.serialize_str(&self.text) } else { Self::serialize(self, serializer) }
    }
}

impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SentenceOrTable;
        impl<'de> Visitor<'de> for SentenceOrTable {
            type Value = Scope;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a sentence or a table with `text`")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Scope, E> {
                Ok(Scope { text: text.to_owned(), ..Scope::default() })
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Scope, A::Error> {
                Scope::deserialize(MapAccessDeserializer::new(map))
            }
        }
        deserializer.deserialize_any(SentenceOrTable)
    }
}

impl Serialize for Deprecation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if *self == Self::default() { serializer.serialize_bool(true) } else { Self::serialize(self, serializer) }
    }
}

impl<'de> Deserialize<'de> for Deprecation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TrueOrTable;
        impl<'de> Visitor<'de> for TrueOrTable {
            type Value = Deprecation;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("`true` or a table")
            }
            fn visit_bool<E: Error>(self, is_deprecated: bool) -> Result<Deprecation, E> {
                let unexpected = || E::invalid_value(serde::de::Unexpected::Bool(false), &self);
                is_deprecated.then(Deprecation::default).ok_or_else(unexpected)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Deprecation, A::Error> {
                Deprecation::deserialize(MapAccessDeserializer::new(map))
            }
        }
        deserializer.deserialize_any(TrueOrTable)
    }
}

/// An endpoint as the format writes it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Scope(String),
    Form(Form),
}

#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    all: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Alternative>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    public: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    authenticated: Option<bool>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    under: Vec<String>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Alternative {
    One(String),
    All(Vec<String>),
}

impl From<Alternative> for Vec<String> {
    fn from(alternative: Alternative) -> Self {
        match alternative {
            Alternative::One(scope) => vec![scope],
            Alternative::All(scopes) => scopes,
        }
    }
}

impl From<Vec<String>> for Alternative {
    fn from(mut scopes: Vec<String>) -> Self {
        if scopes.len() == 1 { Self::One(scopes.remove(0)) } else { Self::All(scopes) }
    }
}

impl TryFrom<Written> for Access {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let form = match written {
            Written::Scope(scope) => return Ok(Self::Scopes { alternatives: vec![vec![scope]], under: Vec::new() }),
            Written::Form(form) => form,
        };
        let under = form.under;
        match (form.all, form.any, form.public, form.authenticated) {
            (Some(scopes), None, None, None) => Ok(Self::Scopes { alternatives: vec![scopes], under }),
            (None, Some(any), None, None) => {
                Ok(Self::Scopes { alternatives: any.into_iter().map(Vec::from).collect(), under })
            }
            (None, None, Some(true), None) if under.is_empty() => Ok(Self::Public),
            (None, None, None, Some(true)) => Ok(Self::Authenticated { under }),
            _ => Err("an endpoint has exactly one of `all`, `any`, `public = true`, `authenticated = true`"),
        }
    }
}

impl From<Access> for Written {
    fn from(access: Access) -> Self {
        let form = match access {
            Access::Public => Form { public: Some(true), ..Form::default() },
            Access::Authenticated { under } => Form { authenticated: Some(true), under, ..Form::default() },
            Access::Scopes { mut alternatives, under } => match (alternatives.len(), alternatives.first_mut()) {
                (1, Some(scopes)) if scopes.len() == 1 && under.is_empty() => return Self::Scope(scopes.remove(0)),
                (1, Some(scopes)) => Form { all: Some(std::mem::take(scopes)), under, ..Form::default() },
                _ => {
                    let any = alternatives.into_iter().map(Alternative::from).collect();
                    Form { any: Some(any), under, ..Form::default() }
                }
            },
        };
        Self::Form(form)
    }
}
