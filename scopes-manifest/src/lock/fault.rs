//! What is wrong with a lock, and where.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use crate::source::{Source, Span};

/// Why a lock cannot be read. It says its place, what is wrong and how to mend it:
///
/// ```
/// use scopes_manifest::Lock;
///
/// let fault = Lock::parse("version = 2\n").unwrap_err();
/// assert_eq!((fault.line(), fault.column()), (1, 11));
/// assert_eq!(
///     fault.to_string(),
///     "line 1, column 11: this lock is not of version 1; build with the scopes-runtime that wrote it, or write it anew \
///      with `cargo scopes lock`"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockFault {
    line: usize,
    column: usize,
    message: String,
}

impl LockFault {
    pub(super) fn new(source: &Source, span: Span, message: impl Into<String>) -> Self {
        let (line, column) = source.position(span.start);
        Self { line, column, message: message.into() }
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// What is wrong, and how to mend it.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl Display for LockFault {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}, column {}: {}", self.line, self.column, self.message)
    }
}

impl Error for LockFault {}
