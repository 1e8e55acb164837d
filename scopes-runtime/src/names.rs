//! Splits a scope string into its names, strictly: RFC 6749 section 3.3.
//!
//! What comes in: text from the network. What goes out: its pieces with their places, each a name that the system
//! declares, another well-formed name, or what is wrong with it. A piece that equals a declared name is well-formed,
//! so the charset is looked at only where nothing was found. One pass, no allocation; the length is checked before any
//! byte is looked at. Called by sets, grants and scopes.

use crate::error::{ParseError, ParseErrorKind};
use crate::scope::Scope;
use crate::split::Delimiters;
use crate::system::System;

/// A well-formed name and the byte where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name<'t> {
    pub(crate) text: &'t str,
    pub(crate) start: usize,
}

/// What stands between two delimiters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'t> {
    whole: &'t str,
    start: usize,
    end: usize,
}

impl<'t> Piece<'t> {
    /// The index of the scope with this name, if the system declares it.
    #[inline]
    pub(crate) fn index<S: Scope>(&self) -> Option<usize> {
        S::LOOKUP.find(self.bytes())
    }

    /// The name, if it is one.
    ///
    /// # Errors
    /// Nothing between two delimiters or at an end, or a byte that no name may have.
    #[cold]
    pub(crate) fn name(&self) -> Result<Name<'t>, ParseError> {
        if self.start == self.end {
            return Err(self.nothing());
        }
        match self.bytes().iter().position(|byte| !is_name_byte(*byte)) {
            Some(place) => {
                let kind = ParseErrorKind::InvalidByte(self.bytes().get(place).copied().unwrap_or_default());
                Err(ParseError::at(kind, self.start + place))
            }
            // All bytes are ASCII, so the ends are those of characters.
            None => Ok(Name { text: self.whole.get(self.start..self.end).unwrap_or_default(), start: self.start }),
        }
    }

    fn nothing(&self) -> ParseError {
        if self.start == 0 {
            ParseError::at(ParseErrorKind::LeadingSpace, 0)
        } else if self.end == self.whole.len() {
            ParseError::at(ParseErrorKind::TrailingSpace, self.end - 1)
        } else {
            ParseError::at(ParseErrorKind::EmptyName, self.start)
        }
    }

    #[inline]
    fn bytes(&self) -> &'t [u8] {
        self.whole.as_bytes().get(self.start..self.end).unwrap_or_default()
    }
}

/// The pieces of a scope string; none of the empty one.
#[derive(Clone, Debug)]
pub(crate) struct Pieces<'t> {
    text: &'t str,
    delimiters: Delimiters<'t>,
    /// Where the next piece begins; `None` at the end.
    next: Option<usize>,
}

impl<'t> Pieces<'t> {
    /// # Errors
    /// A string over the system's `max_bytes`.
    #[inline]
    pub(crate) fn of<S: Scope>(text: &'t str) -> Result<Self, ParseError> {
        Self::between::<S>([b' ', b' '], text)
    }

    /// The pieces of a request: between them stands one of the delimiters that the manifest accepts.
    ///
    /// # Errors
    /// A string over the system's `max_bytes`.
    pub(crate) fn of_request<S: Scope>(text: &'t str) -> Result<Self, ParseError> {
        // Where a comma is a delimiter no scope's name has one.
        Self::between::<S>(
            match (S::TABLE.policy.space, S::TABLE.policy.comma) {
                (true, true) => [b' ', b','],
                (false, true) => [b',', b','],
                _ => [b' ', b' '],
            },
            text,
        )
    }

    #[inline]
    fn between<S: Scope>(delimiters: [u8; 2], text: &'t str) -> Result<Self, ParseError> {
        if text.len() > S::System::MAX_BYTES {
            return Err(ParseError::too_long(text.len(), S::System::MAX_BYTES));
        }
        let next = if text.is_empty() { None } else { Some(0) };
        Ok(Self { text, delimiters: Delimiters::of(text.as_bytes(), delimiters), next })
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    #[inline]
    fn next(&mut self) -> Option<Piece<'t>> {
        let start = self.next?;
        let end = self.delimiters.next();
        self.next = end.map(|end| end + 1);
        Some(Piece { whole: self.text, start, end: end.unwrap_or(self.text.len()) })
    }
}

/// The scope of a text that is exactly one name; `None` where the system does not declare it.
///
/// # Errors
/// A text over the system's `max_bytes`, or one that is not exactly one well-formed name.
#[inline]
pub(crate) fn one<S: Scope>(text: &str) -> Result<Option<S>, ParseError> {
    if text.len() <= S::System::MAX_BYTES
        && let Some(scope) = S::find(text)
    {
        return Ok(Some(scope));
    }
    well_formed::<S>(text).map(|()| None)
}

#[cold]
fn well_formed<S: Scope>(text: &str) -> Result<(), ParseError> {
    let mut pieces = Pieces::of::<S>(text)?;
    let Some(first) = pieces.next() else { return Err(ParseError::EMPTY) };
    let first = first.name()?;
    match pieces.next() {
        None => Ok(()),
        Some(second) => {
            second.name()?;
            Err(ParseError::at(ParseErrorKind::NotOneName, first.text.len()))
        }
    }
}

/// RFC 6749's `NQCHAR`: `%x21 / %x23-5B / %x5D-7E`.
const fn is_name_byte(byte: u8) -> bool {
    matches!(byte, 0x21 | 0x23..=0x5B | 0x5D..=0x7E)
}
