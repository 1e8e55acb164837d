//! Manifests from what people have: the text of a document in, a draft and notes of what could not be read out.
//!
//! A file a format. Every reader puts what it finds into a [`Gathering`](gathering::Gathering), which keeps names that no
//! scope can have and repetitions apart, and says so. Nothing is guessed: what a document does not say is left empty, and
//! `Catalog::parse` then refuses the draft for it. `commands::import` is the caller.
//!
//! ```
//! use cargo_scopes::import::{self, Format, Options};
//!
//! let page = "| Scope | Description |\n|---|---|\n| `events:read` | Read events. |\n| `events write` | Change events. |\n";
//! let options = Options { from: Some(Format::Markdown), ..Options::default() };
//! let imported = import::read(page.as_bytes(), "calendar.md".as_ref(), &options)?;
//! assert_eq!(imported.draft.scopes["events:read"].text, "Read events.");
//! assert_eq!(imported.notes[0].to_string(), "4:3: `events write` is left out: a scope's name cannot contain a space");
//! # Ok::<(), import::Unreadable>(())
//! ```

mod detect;
mod discovery;
mod document;
mod embedded;
mod gathering;
mod json;
mod list;
mod markdown;
mod metadata;
mod openapi;
pub(crate) mod place;
mod rules;

use std::error::Error;
use std::fmt;
use std::path::Path;

use serde::Serialize;

use self::gathering::Gathering;
pub use self::place::Place;
use self::place::{locate, plain_word};
use crate::draft::Draft;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A page with a table of scopes, or with a heading for each.
    Markdown,
    /// `OpenAPI` 3, in JSON or YAML.
    Openapi,
    /// Google's API discovery document.
    Discovery,
    /// Metadata of an authorization server (RFC 8414) or of a protected resource (RFC 9728).
    Metadata,
    /// A plain list of names.
    List,
    /// The manifest itself as JSON.
    Json,
    /// The page that `export html` writes.
    Html,
    /// The module that `export typescript` writes.
    Typescript,
}

/// How a document is read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What the document is, where its content does not tell.
    pub from: Option<Format>,
    /// The system's name, where it is not to be the document's own.
    pub name: Option<String>,
    /// A scope without a description is described by its name.
    pub describe_by_name: bool,
    /// Headings with ids are scopes, also beside a table.
    pub headings: bool,
    /// Names in running text are scopes.
    pub prose: bool,
}

/// What a document gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// What it says, not yet validated. The name is the one in the options, the document's own, or of the path; empty
    /// where there is none.
    pub draft: Draft,
    /// What else there is to know, in the order of the lines.
    pub notes: Vec<Note>,
}

/// Something about a place in the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// Whether something of the document is not in the draft that should be.
    pub is_lost: bool,
    /// What happened.
    pub sentence: String,
}

/// Why a document gives nothing at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where the trouble is, if it is at one place.
    pub place: Option<Place>,
    /// What it is.
    pub what: String,
    /// How to mend it.
    pub help: Option<String>,
}

/// Reads a document. `path` says what it is called; the file is not touched.
///
/// # Errors
/// Text that is not UTF-8, of no known format, or broken as a whole.
pub fn read(bytes: &[u8], path: &Path, options: &Options) -> Result<Imported, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let place = locate(&String::from_utf8_lossy(valid), error.valid_up_to());
        Unreadable::at(place, "the document is not UTF-8").with_help("save it in that encoding")
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut gathering = Gathering::new(options);
    let format = match options.from {
        Some(format) => format,
        None => detect::format(text, path)?,
    };
    match format {
        Format::Markdown => markdown::read(text, &mut gathering)?,
        Format::Openapi => openapi::read(text, &mut gathering)?,
        Format::Discovery => discovery::read(text, &mut gathering)?,
        Format::Metadata => metadata::read(text, &mut gathering)?,
        Format::List => list::read(text, &mut gathering),
        Format::Json => json::read(text, &mut gathering)?,
        Format::Html => embedded::html(text, &mut gathering)?,
        Format::Typescript => embedded::typescript(text, &mut gathering)?,
    }
    let mut imported = gathering.finish()?;
    let own = std::mem::take(&mut imported.draft.system.name);
    let stem = || path.file_stem().map(|stem| plain_word(&stem.to_string_lossy())).filter(|word| !word.is_empty());
    let name = options.name.clone().or_else(|| Some(own).filter(|own| !own.is_empty())).or_else(stem);
    imported.draft.system.name = name.unwrap_or_default();
    Ok(imported)
}

impl Unreadable {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { place: None, what: what.into(), help: None }
    }

    pub(crate) fn at(place: Place, what: impl Into<String>) -> Self {
        Self { place: Some(place), ..Self::new(what) }
    }

    #[must_use]
    pub(crate) fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.place.line, self.place.column, self.sentence)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Place { line, column }) = self.place {
            write!(formatter, "{line}:{column}: ")?;
        }
        formatter.write_str(&self.what)?;
        self.help.iter().try_for_each(|help| write!(formatter, "\nhelp: {help}"))
    }
}

impl Error for Unreadable {}
