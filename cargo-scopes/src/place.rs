//! Places in a text: the offset of a byte in, its line and column out. `import` tells by them where a document is at fault,
//! and `draft::merge` where a manifest is another than the document.

use serde::Serialize;

/// A place in a text, both numbers from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// Tells the places of growing offsets, so that a long line is counted once and not once for each of them.
#[derive(Debug)]
pub(crate) struct Cursor<'t> {
    text: &'t str,
    offset: usize,
    place: Place,
}

impl<'t> Cursor<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, offset: 0, place: Place { line: 1, column: 1 } }
    }

    /// The place of this byte; of an earlier one than the last that was asked for, the place of that.
    pub(crate) fn at(&mut self, offset: usize) -> Place {
        let passed = self.text.get(self.offset..offset).unwrap_or_default();
        self.offset += passed.len();
        match passed.rfind('\n') {
            None => self.place.column += passed.chars().count(),
            Some(last) => {
                self.place.line += passed.bytes().filter(|byte| *byte == b'\n').count();
                self.place.column = 1 + passed.get(last + 1..).unwrap_or_default().chars().count();
            }
        }
        self.place
    }
}

/// The place of one byte.
pub(crate) fn locate(text: &str, offset: usize) -> Place {
    Cursor::new(text).at(offset)
}
