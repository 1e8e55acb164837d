//! The manifest as text with lines: where each byte stands. Comes from whoever reads, goes to diagnostics.

use std::fmt;
use std::sync::Arc;

/// Some editors begin a file with it; it is no character of the first line.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The largest manifest that is read, in bytes.
pub(crate) const MAX_BYTES: usize = 1 << 20;

/// Bytes of the manifest, from `start` to before `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Span {
    pub(crate) fn of<T>(value: &toml::Spanned<T>) -> Self {
        Self { start: value.span().start, end: value.span().end }
    }
}

/// The text and where its lines begin.
#[derive(Clone, Default)]
pub(crate) struct Source {
    text: Arc<str>,
    lines: Arc<[usize]>,
}

impl Source {
    pub(crate) fn new(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(offset, _)| offset + 1);
        Self { text: text.into(), lines: [0].into_iter().chain(breaks).collect() }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Line and column, both from 1; the column counts characters.
    pub(crate) fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= offset).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or_default();
        let start =
            if start == 0 && self.text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { start };
        let before = self.text.as_bytes().get(start..offset.min(self.text.len())).unwrap_or_default();
        // Counting first bytes of characters needs no character boundary at `offset`.
        let column = before.iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
        (line, column)
    }

    /// The line of that number, without its break.
    pub(crate) fn line(&self, number: usize) -> &str {
        let start = self.lines.get(number.saturating_sub(1)).copied().unwrap_or_default();
        let end = self.lines.get(number).copied().unwrap_or(self.text.len());
        self.text.get(start..end).unwrap_or_default().trim_start_matches(BYTE_ORDER_MARK).trim_end_matches(['\n', '\r'])
    }
}

/// Without the text: every diagnostic holds it, and whoever prints one wants to read it.
impl fmt::Debug for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Source({} bytes, {} lines)", self.text.len(), self.lines.len())
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn columns_count_characters() {
        let source = Source::new("a\r\nßb\n");
        assert_eq!(source.position(0), (1, 1));
        assert_eq!(source.position(5), (2, 2));
        assert_eq!(source.line(1), "a");
        assert_eq!(source.position(6), (2, 3));
        assert_eq!(source.position(7), (3, 1));
    }
}
