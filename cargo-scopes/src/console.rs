//! Where a command writes: documents to one stream, messages to the other. Made by `main`, or by a test over buffers;
//! lent to every command.

use std::fmt;
use std::io::{self, Write};

/// The two streams and how they are written.
pub struct Console<'a> {
    documents: &'a mut dyn Write,
    messages: &'a mut dyn Write,
    pub(crate) coloring: Coloring,
}

/// Whether a stream understands ANSI escape sequences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coloring {
    /// What goes to the standard output.
    pub documents: bool,
    /// What goes to the standard error.
    pub messages: bool,
}

impl<'a> Console<'a> {
    /// Over any two streams, plain unless `coloring` says otherwise.
    pub fn new(documents: &'a mut dyn Write, messages: &'a mut dyn Write, coloring: Coloring) -> Self {
        Self { documents, messages, coloring }
    }

    /// Writes what was asked for.
    pub(crate) fn print(&mut self, text: &str) -> io::Result<()> {
        unless_closed(self.documents.write_all(text.as_bytes()))
    }

    /// Writes a message: what happened beside the document.
    pub(crate) fn tell(&mut self, text: &str) -> io::Result<()> {
        unless_closed(self.messages.write_all(text.as_bytes()))
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        unless_closed(self.documents.flush())?;
        unless_closed(self.messages.flush())
    }
}

/// Whoever reads, as `head` does, may have enough of it. The command goes on all the same: its exit code is an answer
/// that a pipeline waits for.
fn unless_closed(written: io::Result<()>) -> io::Result<()> {
    written.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
}

impl fmt::Debug for Console<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Console").field("coloring", &self.coloring).finish_non_exhaustive()
    }
}
