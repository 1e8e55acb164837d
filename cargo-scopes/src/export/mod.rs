//! A catalogue in the forms in which others take it: a file a format, a [`Catalog`](scopes_manifest::Catalog) in, a text
//! out. `commands::export` is the caller.
//!
//! [`json`], [`html`] and [`typescript`] carry the whole manifest, and importing them gives it again. What the other formats
//! have no words for is not in them; where that could mislead who reads the document, it is told beside it as `unsaid`.

// What is public of a format is named below; a module that `import` shares something with can be seen in the crate.
pub(crate) mod html;
mod json;
mod markdown;
mod marks;
mod metadata;
pub(crate) mod openapi;
pub(crate) mod typescript;
pub(crate) mod url;

use std::error::Error;
use std::fmt;

use serde_json::Value;

use crate::names::names;

pub use self::html::html;
pub use self::json::json;
pub use self::markdown::markdown;
pub use self::metadata::{Resource, Server, authorization_server, protected_resource};
pub use self::openapi::{OpenApiOptions, openapi};
pub use self::typescript::typescript;

/// A document in JSON, and what it has no words for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
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
