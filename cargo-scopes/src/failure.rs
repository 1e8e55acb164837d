//! How a command ends: an outcome, or a failure that says why there is none.

use std::fmt;
use std::io;

use crate::visible::visible;

/// The answer of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Exit code 0.
    Fine,
    /// Exit code 1: what was asked has the answer no.
    Refused,
}

impl Outcome {
    pub(crate) fn fine_if(is_fine: bool) -> Self {
        if is_fine { Self::Fine } else { Self::Refused }
    }
}

/// Why there is no answer: exit code 2.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What is wrong, and how to mend it.
    Message { what: String, help: Option<String> },
    /// A stream cannot be written: a full disk, for one.
    Stream(io::Error),
    /// Everything has been said already.
    Told,
}

impl Failure {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self::Message { what: what.into(), help: None }
    }

    pub(crate) fn with_help(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Message { what: what.into(), help: Some(help.into()) }
    }
}

/// Of the console: files are read and written through `files`, which says which.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Stream(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message { what, help: None } => formatter.write_str(&visible(what)),
            Self::Message { what, help: Some(help) } => write!(formatter, "{}\nhelp: {}", visible(what), visible(help)),
            Self::Stream(error) => error.fmt(formatter),
            Self::Told => Ok(()),
        }
    }
}
