//! What may stand in a challenge's quoted values.
//!
//! Only bytes that need no escape in a quoted string (RFC 9110 section 5.6.4) are let in, which are also those that
//! RFC 6750 section 3 allows in `error_description`. So a value can neither end the string nor the header.

use core::error::Error;
use core::fmt;

/// A text that cannot stand in a challenge: it is empty, or has a quote, a backslash, a control character or something
/// outside ASCII; or it has to be a URL and is none. The text itself is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotQuotable {
    parameter: &'static str,
    reason: Reason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    Empty,
    /// The first byte that may not stand there.
    Byte(usize),
    NoUrl,
}

impl NotQuotable {
    /// Where in the text, in bytes: zero where all of it is wrong.
    #[must_use]
    pub fn place(&self) -> usize {
        if let Reason::Byte(place) = self.reason { place } else { 0 }
    }
}

impl fmt::Display for NotQuotable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` cannot stand in a challenge: ", self.parameter)?;
        match self.reason {
            Reason::Empty => formatter.write_str("it is empty"),
            Reason::Byte(place) => write!(formatter, "byte {place} would have to be escaped"),
            Reason::NoUrl => formatter.write_str("it does not begin with https:// or http:// and a host"),
        }
    }
}

impl Error for NotQuotable {}

/// Whether the text can stand between quotes as it is.
pub(super) const fn is_quotable(text: &str) -> bool {
    first_unquotable(text).is_none()
}

/// The text, where it is not empty and can stand between quotes as it is.
pub(super) fn quotable<'t>(parameter: &'static str, text: &'t str) -> Result<&'t str, NotQuotable> {
    let refuse = |reason| Err(NotQuotable { parameter, reason });
    match first_unquotable(text) {
        Some(place) => refuse(Reason::Byte(place)),
        None if text.is_empty() => refuse(Reason::Empty),
        None => Ok(text),
    }
}

/// The same for an `http` or `https` URI (RFC 3986 section 2), which has no spaces either.
pub(super) fn uri<'t>(parameter: &'static str, text: &'t str) -> Result<&'t str, NotQuotable> {
    let text = quotable(parameter, text)?;
    let has_host = |scheme: &&str| text.strip_prefix(*scheme).is_some_and(|rest| !rest.starts_with(['/', '?', '#']));
    let reason = match text.bytes().position(|byte| b" <>^`{|}".contains(&byte)) {
        Some(place) => Reason::Byte(place),
        None if text.ends_with("://") || !["https://", "http://"].iter().any(has_host) => Reason::NoUrl,
        None => return Ok(text),
    };
    Err(NotQuotable { parameter, reason })
}

const fn first_unquotable(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut place = 0;
    while place < bytes.len() {
        if !matches!(bytes[place], b' '..=b'~') || matches!(bytes[place], b'"' | b'\\') {
            return Some(place);
        }
        place += 1;
    }
    None
}
