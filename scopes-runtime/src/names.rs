//! Splits a scope string into its names, strictly: RFC 6749 section 3.3.
//!
//! What comes in: text from the network. What goes out: each name with its place, or the first byte that is wrong.
//! One pass, no allocation; the length is checked before any byte is looked at. Called by sets, grants and scopes.

use crate::error::{ParseError, ParseErrorKind};
use crate::scope::Scope;

/// One name and the byte where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name<'t> {
    pub(crate) text: &'t str,
    pub(crate) start: usize,
}

/// The names of a scope string. After an error it ends.
#[derive(Clone, Debug)]
pub(crate) struct Names<'t> {
    text: &'t str,
    /// Where the next name begins; `None` at the end.
    next: Option<usize>,
    /// What may stand between two names.
    delimiters: &'static [u8],
}

impl<'t> Names<'t> {
    /// # Errors
    /// A string over the system's `max_bytes`.
    pub(crate) fn of<S: Scope>(text: &'t str) -> Result<Self, ParseError> {
        let max_bytes = S::TABLE.max_bytes;
        if text.len() > max_bytes {
            return Err(ParseError::too_long(text.len(), max_bytes));
        }
        Ok(Self { text, next: if text.is_empty() { None } else { Some(0) }, delimiters: b" " })
    }

    /// The names of a request: between them stands one of the delimiters that the manifest accepts.
    ///
    /// # Errors
    /// A string over the system's `max_bytes`.
    pub(crate) fn of_request<S: Scope>(text: &'t str) -> Result<Self, ParseError> {
        let delimiters: &[u8] = match (S::TABLE.policy.space, S::TABLE.policy.comma) {
            (true, true) => b" ,",
            (false, true) => b",",
            _ => b" ",
        };
        Self::of::<S>(text).map(|names| Self { delimiters, ..names })
    }

    fn read(&mut self, start: usize) -> Result<Name<'t>, ParseError> {
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let length = rest.iter().position(|byte| !self.is_of_name(*byte)).unwrap_or(rest.len());
        let end = start + length;
        self.next = match self.text.as_bytes().get(end) {
            // A name begins after every space but the last, so an empty one here follows a space at the very end.
            None if length == 0 => return Err(ParseError::at(ParseErrorKind::TrailingSpace, end.saturating_sub(1))),
            None => None,
            Some(byte) if self.delimiters.contains(byte) && end == 0 => {
                return Err(ParseError::at(ParseErrorKind::LeadingSpace, 0));
            }
            Some(byte) if self.delimiters.contains(byte) && length == 0 => {
                return Err(ParseError::at(ParseErrorKind::EmptyName, end));
            }
            Some(byte) if self.delimiters.contains(byte) => Some(end + 1),
            Some(byte) => return Err(ParseError::at(ParseErrorKind::InvalidByte(*byte), end)),
        };
        Ok(Name { text: self.text.get(start..end).unwrap_or_default(), start })
    }

    fn is_of_name(&self, byte: u8) -> bool {
        // Where a comma is a delimiter no scope's name has one.
        is_name_byte(byte) && !(byte == b',' && self.delimiters.contains(&byte))
    }
}

impl<'t> Iterator for Names<'t> {
    type Item = Result<Name<'t>, ParseError>;

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.next?;
        let name = self.read(start);
        if name.is_err() {
            self.next = None;
        }
        Some(name)
    }
}

/// The text, if it is exactly one well-formed name.
pub(crate) fn one_name<S: Scope>(text: &str) -> Result<&str, ParseError> {
    let mut names = Names::of::<S>(text)?;
    match (names.next(), names.next()) {
        (None, _) => Err(ParseError::EMPTY),
        (Some(name), None) => name.map(|name| name.text),
        (Some(Err(error)), Some(_)) | (Some(Ok(_)), Some(Err(error))) => Err(error),
        (Some(Ok(name)), Some(Ok(_))) => Err(ParseError::at(ParseErrorKind::NotOneName, name.text.len())),
    }
}

/// RFC 6749's `NQCHAR`: `%x21 / %x23-5B / %x5D-7E`.
const fn is_name_byte(byte: u8) -> bool {
    matches!(byte, 0x21 | 0x23..=0x5B | 0x5D..=0x7E)
}
