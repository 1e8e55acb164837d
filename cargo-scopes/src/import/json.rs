//! The manifest itself as JSON: serde's form of a `Draft`, as `export json` prints it.

use serde::de::Error as _;

use super::gathering::{Gathering, shortened, shortened_to};
use super::{Unreadable, document};
use crate::draft::Draft;
use crate::place::Place;

pub(super) fn read(text: &str, gathering: &mut Gathering<'_>) -> Result<(), Unreadable> {
    // Read twice: serde takes the last of two entries with one key and says nothing.
    document::read(text)?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let draft: Result<Draft, _> = serde_path_to_error::deserialize(&mut deserializer);
    let draft = draft.map_err(|error| {
        let inner = error.inner();
        let place = Place { line: inner.line().max(1), column: inner.column().max(1) };
        let message = inner.to_string();
        // The place stands before the message here.
        let message = message.split(" at line ").next().unwrap_or(&message);
        let what = format!("`{}`: {}", shortened(&error.path().to_string()), shortened_to(message, 600));
        Unreadable::at(place, what).with_help("the keys are those of scopes.toml")
    })?;
    deserializer.end().map_err(|error| {
        let place = Place { line: error.line().max(1), column: error.column().max(1) };
        Unreadable::at(place, serde_json::Error::custom("more follows the manifest").to_string())
    })?;
    gathering.draft = draft;
    Ok(())
}
