//! A catalogue in the forms in which others take it: a file a format, a [`Catalog`](scopes_manifest::Catalog) in, a text
//! out. `commands::export` is the caller.
//!
//! [`json`], [`html`] and [`typescript`] carry the whole manifest, and importing them gives it again. What the other formats
//! have no words for is not in them; where that could mislead who reads the document, it is told beside it as `unsaid`.

pub mod html;
mod json;
mod markdown;
mod marks;
pub mod metadata;
pub mod openapi;
pub(crate) mod typescript;
pub(crate) mod url;

use std::error::Error;
use std::fmt;

use serde_json::Value;

pub use self::html::html;
pub use self::json::json;
pub use self::markdown::markdown;
pub use self::metadata::{authorization_server, protected_resource};
pub use self::openapi::openapi;
pub use self::typescript::typescript;

/// A document in JSON, and what it has no words for.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The document.
    pub value: Value,
    /// What the catalogue says and the document does not, a sentence each.
    pub unsaid: Vec<String>,
}

impl fmt::Display for Document {
    /// The document's text.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:#}", self.value)
    }
}

/// What a document has to say and nobody has told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// What is missing, in a sentence.
    what: String,
    /// How to give it.
    help: String,
}

impl Missing {
    fn new(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { what: what.into(), help: help.into() }
    }

    /// How to give it, on the command line.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.what)
    }
}

impl Error for Missing {}

/// The names of scopes.
fn names<'c>(catalog: &'c scopes_manifest::Catalog, ids: &[scopes_manifest::ScopeId]) -> Vec<&'c str> {
    ids.iter().map(|id| catalog.scope(*id).name()).collect()
}
