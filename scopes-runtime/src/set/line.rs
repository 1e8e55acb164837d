//! A scope string in the making, put together before it is written: a write through a formatter costs more than the
//! few bytes of a name, so several names share one.
//!
//! What comes in: places of names in the text of all names. What goes out: the names with a space between them. Called
//! by `text`.

use core::fmt;

use crate::column::Texts;

/// So many bytes are copied for a name, whatever its length: a copy of a fixed length takes two instructions, and what
/// it takes too much is overwritten by the next.
const STEP: usize = 32;

/// Room for the strings of most tokens.
const ROOM: usize = 256;

/// The standard library checks text sixteen bytes at a time, and what is left over one by one.
const CHECKED_TOGETHER: usize = 16;

pub(super) struct Line {
    bytes: [u8; ROOM],
    /// So many are names, each with a space behind it.
    length: usize,
}

impl Line {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; ROOM], length: 0 }
    }

    /// Adds the name with this index.
    #[inline]
    pub(super) fn add(&mut self, names: Texts, index: usize, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((start, end)) = names.range(index) else { return Err(fmt::Error) };
        if self.copy(names, start, end) {
            return Ok(());
        }
        self.write(self.length, formatter)?;
        self.length = 0;
        if self.copy(names, start, end) {
            return Ok(());
        }
        formatter.write_str(names.between(start, end - 1).ok_or(fmt::Error)?)?;
        (self.bytes[0], self.length) = (b' ', 1);
        Ok(())
    }

    /// Writes what is left, without the space at its end.
    #[inline]
    pub(super) fn finish(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(self.length.saturating_sub(1), formatter)
    }

    /// Copies a name and the space behind it; `false` where there is no room, or the name is too long.
    #[inline]
    fn copy(&mut self, names: Texts, start: usize, end: usize) -> bool {
        let from = names.text.as_bytes().get(start..).and_then(<[u8]>::first_chunk::<STEP>);
        let to = self.bytes.get_mut(self.length..).and_then(<[u8]>::first_chunk_mut::<STEP>);
        match (from, to) {
            (Some(from), Some(to)) if end - start <= STEP => {
                *to = *from;
                self.length += end - start;
                true
            }
            _ => false,
        }
    }

    #[inline]
    fn write(&self, length: usize, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names are ASCII, and so is all that was copied with them: neither step fails.
        let bytes = self.bytes.get(..length.next_multiple_of(CHECKED_TOGETHER)).unwrap_or(&self.bytes);
        let text = core::str::from_utf8(bytes).ok().and_then(|text| text.get(..length));
        formatter.write_str(text.ok_or(fmt::Error)?)
    }
}
