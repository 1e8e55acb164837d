//! A note: what there is to know of a place in a text. `import` makes those about the document, `draft::merge` those about
//! the manifest that is there, and `commands::import` shows both.

use std::fmt;

use serde::Serialize;

use crate::place::Place;
use crate::visible::visible;

/// Something about a place in a document or a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Note {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// Whether something of the document is not in the draft that should be.
    pub is_lost: bool,
    /// What happened. Characters that a terminal would obey are spelt out.
    pub sentence: String,
}

impl Note {
    pub(crate) fn new(place: Place, is_lost: bool, sentence: &str) -> Self {
        Self { place, is_lost, sentence: visible(sentence).into_owned() }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.place.line, self.place.column, self.sentence)
    }
}
