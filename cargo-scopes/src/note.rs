//! A note: what there is to know of a place in a text. `import` makes those about the document, `draft::merge` those about
//! the manifest that is there, and `commands::import` shows both.

use std::fmt;

use serde::Serialize;

use crate::place::Place;

/// Something about a place in a document or a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Note {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// Whether something of the document is not in the draft that should be.
    pub is_lost: bool,
    /// What happened.
    pub sentence: String,
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.place.line, self.place.column, self.sentence)
    }
}
