//! What is wrong with a scope string, and at which byte.

use core::error::Error;
use core::fmt;
use core::ops::Range;

/// Why a scope string was refused: what, and where. The string itself is not kept and never echoed, so the error can
/// be logged or shown whoever sent the string.
///
/// ```
/// # use scopes_demo::Scope;
/// use scopes_runtime::{Granted, ParseErrorKind};
///
/// let error = Granted::<Scope>::parse("contacts:read  history:read").unwrap_err();
/// assert_eq!(error.kind(), ParseErrorKind::EmptyName);
/// assert_eq!(error.position(), 14);
/// assert_eq!(error.to_string(), "byte 14: exactly one delimiter stands between two names, here are more");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError {
    kind: ParseErrorKind,
    start: usize,
    end: usize,
}

/// What can be wrong with a scope string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseErrorKind {
    /// Longer than the system's `max_bytes`; refused before it was read.
    TooLong {
        /// The longest string that is read, in bytes.
        max_bytes: usize,
    },
    /// A space at the beginning; in a request whose manifest accepts commas, also a comma.
    LeadingSpace,
    /// The same at the end.
    TrailingSpace,
    /// Nothing where a name should stand: two delimiters in a row, or an empty string given for a single scope.
    EmptyName,
    /// A byte outside RFC 6749's scope-token: `%x21 / %x23-5B / %x5D-7E`.
    InvalidByte(u8),
    /// A space in what should be one name.
    NotOneName,
    /// A well-formed name that the system does not declare.
    UnknownScope,
}

impl ParseError {
    /// Nothing at all where a scope should stand.
    pub(crate) const EMPTY: Self = Self { kind: ParseErrorKind::EmptyName, start: 0, end: 0 };

    pub(crate) const fn at(kind: ParseErrorKind, start: usize) -> Self {
        Self { kind, start, end: start + 1 }
    }

    pub(crate) const fn too_long(length: usize, max_bytes: usize) -> Self {
        Self { kind: ParseErrorKind::TooLong { max_bytes }, start: max_bytes, end: length }
    }

    pub(crate) const fn unknown(start: usize, name: &str) -> Self {
        Self { kind: ParseErrorKind::UnknownScope, start, end: start + name.len() }
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> ParseErrorKind {
        self.kind
    }

    /// The byte where it went wrong, counted from 0.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.start
    }

    /// The bytes concerned: the whole name for an unknown scope, the first byte of a character that may not stand
    /// there, what is too much of a string that is too long. It is a range of bytes and may cut a character in two;
    /// the place of something that is missing is the empty range.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "byte {}: ", self.start)?;
        match self.kind {
            ParseErrorKind::TooLong { max_bytes } => {
                write!(formatter, "the scope string is {} bytes long, at most {max_bytes} are read", self.end)
            }
            ParseErrorKind::LeadingSpace => formatter.write_str("a delimiter stands before the first name"),
            ParseErrorKind::TrailingSpace => formatter.write_str("a delimiter stands after the last name"),
            ParseErrorKind::EmptyName if self.start == 0 => formatter.write_str("a scope's name is empty"),
            ParseErrorKind::EmptyName => {
                formatter.write_str("exactly one delimiter stands between two names, here are more")
            }
            ParseErrorKind::InvalidByte(byte) => {
                write!(formatter, "0x{byte:02X} may not stand in a scope string (RFC 6749 section 3.3)")
            }
            ParseErrorKind::NotOneName => formatter.write_str("one name was wanted, here begins another"),
            ParseErrorKind::UnknownScope => formatter.write_str("an unknown scope"),
        }
    }
}

impl Error for ParseError {}
