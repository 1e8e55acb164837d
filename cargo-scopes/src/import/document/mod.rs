//! JSON and YAML as one tree with places: the text in, the root out. The readers of structured formats are the callers.
//!
//! Both are bounded: nesting, what YAML's aliases stand for, and a key that stands twice is an error, since nobody can
//! tell which of the two was meant.

mod json;
mod yaml;

use std::collections::HashMap;
use std::rc::Rc;

use super::Unreadable;
use super::gathering::shortened;
use crate::place::Place;

/// The deepest nesting that is read.
const MOST_LEVELS: usize = 100;

/// How many values a document has at most, aliases as one each: in the longest that is read, one every 33 bytes. Each is
/// kept with its place, so that short ones take far more memory than they have text.
const MOST_VALUES: usize = 2_000_000;

/// A value and where it begins.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) value: Value,
}

/// What it is.
#[derive(Debug)]
pub(crate) enum Value {
    Text(String),
    /// A number or a truth value, as it is written.
    Plain(String),
    Null,
    List(Vec<Rc<Node>>),
    Table(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) place: Place,
    pub(crate) value: Rc<Node>,
}

/// Reads JSON where the text begins with a brace or a bracket, otherwise YAML.
pub(crate) fn read(text: &str) -> Result<Rc<Node>, Unreadable> {
    if text.trim_start().starts_with(['{', '[']) { json::read(text).map(Rc::new) } else { yaml::read(text) }
}

impl Node {
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &*entry.value)
    }

    pub(crate) fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries()?.iter().find(|entry| entry.key == key)
    }

    pub(crate) fn entries(&self) -> Option<&[Entry]> {
        if let Value::Table(entries) = &self.value { Some(entries) } else { None }
    }

    pub(crate) fn list(&self) -> Option<&[Rc<Self>]> {
        if let Value::List(list) = &self.value { Some(list) } else { None }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    /// What stands there, for a message.
    pub(crate) fn described(&self) -> String {
        match &self.value {
            Value::Text(text) => format!("the text `{}`", shortened(text)),
            Value::Plain(text) => format!("`{}`", shortened(text)),
            Value::Null => "nothing".to_owned(),
            Value::List(_) => "a list".to_owned(),
            Value::Table(_) => "an object".to_owned(),
        }
    }
}

/// The entries of a table as they are read.
#[derive(Debug, Default)]
struct Entries {
    entries: Vec<Entry>,
    seen: HashMap<String, Place>,
}

impl Entries {
    /// Notes a key before its value is read.
    fn admit(&mut self, key: &str, place: Place) -> Result<(), Unreadable> {
        match self.seen.insert(key.to_owned(), place) {
            None => Ok(()),
            Some(first) => Err(Unreadable::at(
                place,
                format!("the key `{}` stands in line {} already", shortened(key), first.line),
            )
            .with_help("leave one of the two out")),
        }
    }
}

fn too_deep(place: Place) -> Unreadable {
    Unreadable::at(place, format!("the document is nested more than {MOST_LEVELS} levels deep"))
}

fn too_many(place: Place) -> Unreadable {
    Unreadable::at(place, format!("the document has more than {MOST_VALUES} values up to here"))
        .with_help("import it in parts: `--merge` adds to what is there")
}
