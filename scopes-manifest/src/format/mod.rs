//! The format of a manifest as data: every table with its keys, their types, defaults and meaning.
//!
//! `raw` reads by it (a key that is not here is unknown, and one that is here and not read is a fault of the reader),
//! `validate` takes the bounds and characters from it, and tools make documents of it, such as a JSON Schema.
//!
//! ```
//! use scopes_manifest::format::{MANIFEST, Value};
//!
//! let scopes = MANIFEST.key("scopes").unwrap();
//! let Value::Map(scopes) = scopes.value else { panic!("scopes by their names") };
//! let scope = scopes.value.table().unwrap();
//! assert_eq!(scope.key("includes").unwrap().meaning, "Holding this one holds those, transitively.");
//! ```

mod characters;
mod endpoint;
mod manifest;
mod scope;
mod system;

pub use self::characters::{
    LONGEST_NAME, LONGEST_TEXT, METHODS, NAME_CHARACTERS, NOT_IN_URI, PATH_PUNCTUATION, SEPARATORS, UNSAFE_CHARACTERS,
};
pub use self::endpoint::{ENDPOINT, ENDPOINTS};
pub use self::manifest::{
    KINDS, LINT, LINTS, MANIFEST, PRESET, PRESETS, REMOVED, REMOVED_SCOPE, RULE, TRANSLATION, TRANSLATIONS,
};
pub use self::scope::{DEPRECATION, SCOPE, SCOPES};
pub use self::system::{DEFAULT_LOCALE, DEFAULT_MAX_BYTES, SYSTEM};

/// A table whose keys are words of the format.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Table {
    /// Every key, in the order in which messages list them.
    pub keys: &'static [Key],
    /// The keys of which exactly one is given; empty where there is no such choice.
    pub forms: &'static [&'static str],
}

/// A table whose keys are names that the manifest's author chooses.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Map {
    /// What a key is.
    pub name: Text,
    /// What stands under each.
    pub value: Value,
    /// What one entry is.
    pub meaning: &'static str,
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Key {
    /// The word.
    pub name: &'static str,
    /// What may stand there.
    pub value: Value,
    /// What it says, in a sentence.
    pub meaning: &'static str,
    /// Whether a manifest without it is refused; see `absent_with`.
    pub is_required: bool,
    /// A key beside which this one, though required, may be absent or empty, unless that one is empty itself.
    pub absent_with: Option<&'static str>,
    /// A key beside which this one is refused.
    pub never_with: Option<&'static str>,
    /// What holds where it is absent; `None` where that is nothing at all or what another key says.
    pub default: Option<Default>,
}

/// What a value may be.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Value {
    /// A string.
    Text(Text),
    /// One of these strings.
    Word(&'static [Word]),
    /// A whole number within these bounds, which are included.
    Integer(u32, u32),
    /// `true` or `false`.
    Flag,
    /// `true` alone.
    True,
    /// A list without the same value twice.
    List(&'static Value, Length),
    /// A table.
    Table(&'static Table),
    /// A list of tables.
    Tables(&'static Table),
    /// A table by names.
    Map(&'static Map),
    /// One of these, no two of which take the same value.
    Either(&'static [Value]),
}

/// Whether a list may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// It may.
    Any,
    /// It holds one member at least.
    NotEmpty,
}

/// What a string is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Text {
    /// Whatever its author likes.
    Any,
    /// At most [`LONGEST_TEXT`] characters, none of [`UNSAFE_CHARACTERS`].
    Note,
    /// A note that is not blank.
    Sentence,
    /// [`NAME_CHARACTERS`], from 1 to [`LONGEST_NAME`].
    ScopeName,
    /// A scope's name without `*`, or a prefix that ends with one of [`SEPARATORS`], and `*`.
    ScopeOrPattern,
    /// A scope's name with one placeholder in braces.
    Template,
    /// What gives a variant of Rust, see [`variant`](crate::identifier::variant).
    Kind,
    /// What gives a constant of Rust, see [`constant`](crate::identifier::constant).
    PresetName,
    /// An identifier of Rust, see [`is_identifier`](crate::identifier::is_identifier).
    Identifier,
    /// A language tag by its shape (RFC 5646 section 2.1).
    Language,
    /// An absolute URI (RFC 3986), none of [`NOT_IN_URI`].
    Uri,
    /// One of [`METHODS`], a space and a path of RFC 3986's `pchar`s with `{parameters}`.
    Route,
}

/// One of the closed words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Word {
    /// As it stands in the manifest.
    pub name: &'static str,
    /// What it says.
    pub meaning: &'static str,
}

/// What holds where a key is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Default {
    /// This string.
    Text(&'static str),
    /// A list of these.
    Texts(&'static [&'static str]),
    /// This number.
    Integer(u32),
    /// This truth.
    Flag(bool),
}

impl Table {
    const fn new(keys: &'static [Key]) -> Self {
        Self { keys, forms: &[] }
    }

    /// A key by its name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Key {
    const fn new(name: &'static str, value: Value, meaning: &'static str) -> Self {
        Self { name, value, meaning, is_required: false, absent_with: None, never_with: None, default: None }
    }

    const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    const fn or(self, default: Default) -> Self {
        Self { default: Some(default), ..self }
    }
}

impl Value {
    /// The table with words of the format that may stand here, if one may.
    #[must_use]
    pub fn table(&self) -> Option<&'static Table> {
        match self {
            Self::Table(table) | Self::Tables(table) => Some(table),
            Self::Either(forms) => forms.iter().find_map(Self::table),
            _ => None,
        }
    }
}

impl Word {
    pub(crate) const fn new(name: &'static str, meaning: &'static str) -> Self {
        Self { name, meaning }
    }
}
