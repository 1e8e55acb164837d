//! Running text without its marks: emphasis and links are gone, entities are decoded, code is still known as such, and what
//! text cannot say (a footnote, words that are struck out, HTML, a picture) is listed.

use crate::place::Place;

/// The content of a table's cell, a paragraph, a heading or an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) place: Place,
    pub(super) pieces: Vec<Piece>,
    /// What else stands there, in words.
    pub(super) others: Vec<String>,
}

/// A part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) is_code: bool,
    pub(super) place: Place,
}

impl Cell {
    pub(super) fn new(place: Place) -> Self {
        Self { place, pieces: Vec::new(), others: Vec::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.others.is_empty()
    }

    /// All of it as text.
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>().trim().to_owned()
    }

    /// The parts that are code, if there is nothing between them but commas and blanks.
    pub(super) fn codes(&self) -> Option<Vec<String>> {
        let is_between = |text: &str| text.chars().all(|character| character == ',' || character.is_whitespace());
        let (codes, between): (Vec<&Piece>, Vec<&Piece>) = self.pieces.iter().partition(|piece| piece.is_code);
        let is_list = self.others.is_empty() && between.iter().all(|piece| is_between(&piece.text));
        is_list.then(|| codes.into_iter().map(|piece| piece.text.clone()).collect())
    }

    /// The one name that stands there, or why it is not one: code and nothing else, or text that has no code in it and
    /// neither commas nor the asterisk of a footnote.
    pub(super) fn name(&self) -> Result<String, String> {
        if let Some(other) = self.others.first() {
            return Err(format!("{other} stands beside the name"));
        }
        let is_said = |piece: &&Piece| piece.is_code || !piece.text.trim().is_empty();
        let mut said = self.pieces.iter().filter(is_said);
        match (said.next(), said.next()) {
            (Some(one), None) if one.is_code => Ok(one.text.trim().to_owned()),
            (Some(one), None) if one.text.contains(',') => {
                Err("it may be several names; write one a row, or as code if the comma belongs to it".to_owned())
            }
            (Some(one), None) if one.text.trim_end().ends_with('*') => {
                Err("the asterisk may point to a footnote; write the name as code if it belongs to it".to_owned())
            }
            (Some(one), None) => Ok(one.text.trim().to_owned()),
            (Some(_), Some(_)) => Err("a name written as code stands alone in its cell".to_owned()),
            (None, _) => Ok(String::new()),
        }
    }
}
