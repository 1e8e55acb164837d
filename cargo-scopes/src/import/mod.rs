//! Manifests from what people have: the text of a document in, a draft and notes of what could not be read out.
//!
//! A file a format. Every reader puts what it finds into a `gathering`, which keeps names that no
//! scope can have and repetitions apart, and says so. Nothing is guessed: what a document does not say is left empty, and
//! `Catalog::parse` then refuses the draft for it. `commands::import` is the caller.
//!
//! ```
//! use cargo_scopes::import::{self, Format, Options};
//!
//! let page = "| Scope | Description |\n|---|---|\n| `events:read` | Read events. |\n| `events write` | Change events. |\n";
//! let imported = import::read(page.as_bytes(), "calendar.md".as_ref(), &Options::of(Format::Markdown))?;
//! assert_eq!(imported.draft.scopes["events:read"].text, "Read events.");
//! assert_eq!(imported.notes[0].to_string(), "4:3: `events write` is left out: a scope's name cannot contain a space");
//! # Ok::<(), import::Unreadable>(())
//! ```

mod detect;
mod discovery;
mod document;
mod embedded;
mod format;
mod gathering;
mod json;
mod list;
mod markdown;
mod metadata;
mod openapi;
mod rules;
mod words;

use std::error::Error;
use std::fmt;
use std::path::Path;

pub use self::format::{Format, UnknownFormat};
use self::gathering::Gathering;
use self::words::plain_word;
use crate::draft::Draft;
use crate::note::Note;
use crate::place::{Place, locate};

/// How a document is read.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// What the document is, where its content does not tell.
    pub from: Option<Format>,
    /// The system's name, where it is not to be the document's own.
    pub name: Option<String>,
    /// A scope without a description is described by its name.
    pub describe_by_name: bool,
    /// Headings with ids are scopes, also beside a table; of Markdown alone.
    pub headings: bool,
    /// Names in running text are scopes; of Markdown alone.
    pub prose: bool,
}

/// What a document gave.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// What it says, not yet validated. The name is the one in the options, the document's own, or of the path; empty
    /// where there is none.
    pub draft: Draft,
    /// What else there is to know, in the order of the lines.
    pub notes: Vec<Note>,
}

/// Why a document gives nothing at all.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
/// Text that is not UTF-8, of no known format, or broken as a whole; an option that its format does not have.
pub fn read(bytes: &[u8], path: &Path, options: &Options) -> Result<Imported, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let place = locate(&String::from_utf8_lossy(valid), error.valid_up_to());
        Unreadable::at(place, "the document is not UTF-8").with_help("save it in that encoding")
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let format = match options.from {
        Some(format) => format,
        None => detect::format(text, path)?,
    };
    options.suit(format)?;
    let mut gathering = Gathering::new(options);
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

impl Options {
    /// For a document of this format, with nothing else said.
    #[must_use]
    pub fn of(format: Format) -> Self {
        Self { from: Some(format), ..Self::default() }
    }

    /// Options that would do nothing are an error, since whoever gave them expects something.
    fn suit(&self, format: Format) -> Result<(), Unreadable> {
        let of_pages = [("--headings", self.headings), ("--prose", self.prose)];
        match of_pages.into_iter().find(|(_, is_given)| *is_given && format != Format::Markdown) {
            None => Ok(()),
            Some((option, _)) => {
                let what = format!("`{option}` is for {}, and the document is {format}", Format::Markdown);
                Err(Unreadable::new(what).with_help(format!("leave `{option}` out")))
            }
        }
    }
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
