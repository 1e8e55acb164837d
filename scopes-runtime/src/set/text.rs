//! A set as text: RFC 6749 section 3.3, names with one space between them, printed in manifest order.

use core::fmt;
use core::str::FromStr;

use super::ScopeSet;
use super::line::Line;
use crate::error::ParseError;
use crate::names::Pieces;
use crate::scope::Scope;
use crate::words;

impl<S: Scope> ScopeSet<S> {
    /// Writes the set as [`Display`](fmt::Display) does, into anything that takes text. Without a formatter between, so
    /// it takes less time than `write!`.
    ///
    /// # Errors
    /// Those of `out`; a `String` has none.
    ///
    /// ```
    /// # use scopes_demo::{Demo, ScopeSet};
    /// let mut header = String::from("scope=");
    /// Demo!(set["history:read", "contacts:read"]).write_to(&mut header)?;
    /// assert_eq!(header, "scope=contacts:read history:read");
    /// # Ok::<(), std::fmt::Error>(())
    /// ```
    #[inline]
    pub fn write_to(&self, out: &mut (impl fmt::Write + ?Sized)) -> fmt::Result {
        let mut line = Line::new(&S::TABLE.names);
        let length = words::try_fold(self.words(), 0, |length, index| line.add(length, index, out))?;
        line.finish(length, out)
    }
}

impl<S: Scope> fmt::Display for ScopeSet<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_to(formatter)
    }
}

impl<S: Scope> fmt::Debug for ScopeSet<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.iter().map(S::as_str)).finish()
    }
}

impl<S: Scope> FromStr for ScopeSet<S> {
    type Err = ParseError;

    /// Reads a list of declared scopes; the empty string is the empty set.
    ///
    /// # Errors
    /// A malformed list, one over the system's `max_bytes`, or a name that the system does not declare, each with the
    /// byte where it stands. To read what a token carries, where unknown names are no error, use
    /// [`Granted::parse`](crate::Granted::parse).
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let mut set = Self::new();
        for piece in Pieces::of::<S>(text)? {
            match piece.index::<S>() {
                Some(index) => set.put(index),
                None => {
                    return Err(piece
                        .name()
                        .map_or_else(|error| error, |name| ParseError::unknown(name.start, name.text)));
                }
            }
        }
        Ok(set)
    }
}

impl<S: Scope> TryFrom<&str> for ScopeSet<S> {
    type Error = ParseError;

    /// As [`from_str`](Self::from_str).
    fn try_from(text: &str) -> Result<Self, ParseError> {
        text.parse()
    }
}
