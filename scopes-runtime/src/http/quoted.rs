//! What may stand in a challenge's quoted values.
//!
//! Only bytes that need no escape in a quoted string (RFC 9110 section 5.6.4) are let in, which are also those that
//! RFC 6750 section 3 allows in `error_description`. So a value can neither end the string nor the header.

use core::error::Error;
use core::fmt;

/// A text that cannot stand in a challenge: it has a quote, a backslash, a control character or something outside
/// ASCII.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotQuotable {
    parameter: &'static str,
    /// The first byte that may not stand there; the length where the text is empty.
    place: usize,
}

impl NotQuotable {
    /// Where in the text, in bytes.
    #[must_use]
    pub fn place(&self) -> usize {
        self.place
    }
}

impl fmt::Display for NotQuotable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "`{}` cannot stand in a challenge: byte {} is missing, no printable ASCII, or needs an escape",
            self.parameter, self.place
        )
    }
}

impl Error for NotQuotable {}

/// Whether the text can stand between quotes as it is.
pub(super) const fn is_quotable(text: &str) -> bool {
    first_unquotable(text).is_none()
}

/// The text, where it is not empty and can stand between quotes as it is.
pub(super) fn quotable<'t>(parameter: &'static str, text: &'t str) -> Result<&'t str, NotQuotable> {
    match first_unquotable(text) {
        None if !text.is_empty() => Ok(text),
        place => Err(NotQuotable { parameter, place: place.unwrap_or(0) }),
    }
}

/// The same for a URI (RFC 3986 section 2), which has no spaces either.
pub(super) fn uri<'t>(parameter: &'static str, text: &'t str) -> Result<&'t str, NotQuotable> {
    let text = quotable(parameter, text)?;
    let stray = text.bytes().position(|byte| b" <>^`{|}".contains(&byte));
    stray.map_or(Ok(text), |place| Err(NotQuotable { parameter, place }))
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
