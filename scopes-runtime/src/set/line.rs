//! A scope string in the making, put together before it is written: a write through a formatter costs more than the
//! few bytes of a name, so several names share one.
//!
//! What comes in: indices of scopes. What goes out: their names with a space between them. Called by `text`.

use core::fmt::{self, Write};

use crate::column::Texts;

/// So many bytes are copied for a name, whatever its length: a copy of a fixed length takes a few instructions, and what
/// it takes too much is overwritten by the next. `scopes-macros` puts more blanks than this behind the last name.
const STEP: usize = 48;

/// Room for the strings of most tokens.
const ROOM: usize = 192;

/// The standard library checks text sixteen bytes at a time, and what is left over one by one.
const CHECKED_TOGETHER: usize = 16;

pub(super) struct Line {
    names: &'static Texts,
    bytes: [u8; ROOM],
}

impl Line {
    pub(super) const fn new(names: &'static Texts) -> Self {
        Self { names, bytes: [0; ROOM] }
    }

    /// Adds the name with this index, and a space, behind the first `length` bytes. Goes out: how many there are now.
    // The length is no field, so that it stays in a register.
    #[inline]
    pub(super) fn add(
        &mut self,
        length: usize,
        index: usize,
        out: &mut (impl Write + ?Sized),
    ) -> Result<usize, fmt::Error> {
        let Some((start, end)) = self.names.range(index) else { return Err(fmt::Error) };
        match self.copy(length, start, end) {
            Some(length) => Ok(length),
            None => self.overflow(length, start, end, out),
        }
    }

    /// Writes what is left of `length` bytes, without the space at its end.
    #[inline]
    pub(super) fn finish(&self, length: usize, out: &mut (impl Write + ?Sized)) -> fmt::Result {
        self.write(length.saturating_sub(1), out)
    }

    /// Copies a name and the space behind it; `None` where there is no room, or the name is too long.
    #[inline]
    fn copy(&mut self, length: usize, start: usize, end: usize) -> Option<usize> {
        let from = self.names.text.as_bytes().get(start..start + STEP)?;
        let to = self.bytes.get_mut(length..length + STEP)?;
        if end - start > STEP {
            return None;
        }
        to.copy_from_slice(from);
        Some(length + (end - start))
    }

    /// Writes what there is to make room, and after it a name that is too long to be copied.
    #[cold]
    #[inline(never)]
    fn overflow(
        &mut self,
        length: usize,
        start: usize,
        end: usize,
        out: &mut (impl Write + ?Sized),
    ) -> Result<usize, fmt::Error> {
        self.write(length, out)?;
        if let Some(length) = self.copy(0, start, end) {
            return Ok(length);
        }
        out.write_str(self.names.between(start, end - 1).ok_or(fmt::Error)?)?;
        self.bytes[0] = b' ';
        Ok(1)
    }

    #[inline]
    fn write(&self, length: usize, out: &mut (impl Write + ?Sized)) -> fmt::Result {
        // Names are ASCII, and so is all that was copied with them: neither step fails.
        let bytes = self.bytes.get(..length.next_multiple_of(CHECKED_TOGETHER)).unwrap_or(&self.bytes);
        let text = core::str::from_utf8(bytes).ok().and_then(|text| text.get(..length));
        out.write_str(text.ok_or(fmt::Error)?)
    }
}
