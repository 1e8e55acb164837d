//! The formats that documents come in: what each is called and what it is. `read` chooses the reader by it, and the command's
//! help, its errors and the tests go through the list.

use std::fmt;
use std::str::FromStr;

/// Declares the enum, its list, its names and what it says of itself in one place, so that no list of formats stands elsewhere.
macro_rules! formats {
    ($(#[doc = $meaning:literal] $variant:ident = $name:literal,)*) => {
        /// What a document is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Format {
            $(#[doc = $meaning] $variant,)*
        }

        impl Format {
            /// Every format.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// What it is called after `--from`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// What it is, in a sentence.
            pub(crate) fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $meaning.trim_start(),)*
                }
            }
        }
    };
}

formats! {
    /// A page with a table of scopes, or with a heading for each.
    Markdown = "markdown",
    /// `OpenAPI` 3, in JSON or YAML.
    Openapi = "openapi",
    /// Google's API discovery document.
    Discovery = "discovery",
    /// Metadata of an authorization server (RFC 8414) or of a protected resource (RFC 9728).
    Metadata = "metadata",
    /// A plain list: a name a line, and after it what the scope grants.
    List = "list",
    /// The manifest itself as JSON.
    Json = "json",
    /// The page that `export html` writes.
    Html = "html",
    /// The module that `export typescript` writes.
    Typescript = "typescript",
}

impl Format {
    /// All names in a row, for a message.
    pub(crate) fn names() -> String {
        let names: Vec<&str> = Self::ALL.iter().map(|format| format.as_str()).collect();
        match names.split_last() {
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A word that is the name of no format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFormat(String);

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let format = Self::ALL.iter().find(|format| format.as_str() == name);
        format.copied().ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

impl fmt::Display for UnknownFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` is no format: those are {}", self.0, Format::names())
    }
}

impl std::error::Error for UnknownFormat {}
