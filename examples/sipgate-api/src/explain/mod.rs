//! The subcommand `table`: which endpoints may a token call? Given the scope string of a token, prints every endpoint,
//! what is missing for it, and what of the string was unknown.
//!
//! What comes in: the arguments of the subcommand. What goes out: lines, or a refusal. Called by `main.rs`; it needs no
//! server.

mod table;

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};

use scopes_runtime::Granted;

use crate::Scope;

/// What a small integration would ask for.
const EXAMPLE: &str = "openid account:read contacts:read sessions:write legacy:history";

const USAGE: &str = "usage: sipgate-api table [\"SCOPE SCOPE …\"]: the scope string of a token, in quotes";

/// A token's scopes, as they were given, and what they grant.
#[derive(Debug)]
pub struct Token {
    text: String,
    granted: Granted<Scope>,
}

impl Token {
    /// Reads the scope string, the only argument; without one, an example. A second argument is refused: it would be a
    /// scope that somebody forgot to quote.
    ///
    /// # Errors
    /// What is wrong, for the user to read.
    pub fn from_arguments(arguments: &[OsString]) -> Result<Self, String> {
        let text = match arguments {
            [] => EXAMPLE.to_owned(),
            [text] => utf8(text)?,
            _ => return Err(USAGE.to_owned()),
        };
        let granted = Granted::parse(&text).map_err(|error| format!("invalid scope string: {error}"))?;
        Ok(Self { text, granted })
    }

    /// Writes the table, and the names that are unknown.
    ///
    /// # Errors
    /// Where `out` cannot be written.
    pub fn explain(&self, out: &mut impl Write) -> io::Result<()> {
        let Self { text, granted } = self;
        writeln!(out, "A token with: {granted}\n")?;
        table::write(granted, out)?;
        for name in Granted::<Scope>::unknown_in(text) {
            writeln!(out, "unknown, grants nothing: {}", name.escape_debug())?;
        }
        Ok(())
    }
}

fn utf8(text: &OsStr) -> Result<String, String> {
    match std::str::from_utf8(text.as_encoded_bytes()) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(format!("invalid scope string: byte {}: not UTF-8", error.valid_up_to())),
    }
}
