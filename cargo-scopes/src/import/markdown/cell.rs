//! Running text without its marks: emphasis and links are gone, entities are decoded, code is still known as such.

use crate::place::Place;

/// The content of a table's cell, a paragraph, a heading or an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) place: Place,
    pub(super) pieces: Vec<Piece>,
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
        Self { place, pieces: Vec::new() }
    }

    /// All of it as text.
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>().trim().to_owned()
    }

    /// The parts that are code, if there is nothing between them but commas and blanks.
    pub(super) fn codes(&self) -> Option<Vec<String>> {
        let is_between = |text: &str| text.chars().all(|character| character == ',' || character.is_whitespace());
        let (codes, between): (Vec<&Piece>, Vec<&Piece>) = self.pieces.iter().partition(|piece| piece.is_code);
        let is_list = between.iter().all(|piece| is_between(&piece.text));
        is_list.then(|| codes.into_iter().map(|piece| piece.text.clone()).collect())
    }
}
