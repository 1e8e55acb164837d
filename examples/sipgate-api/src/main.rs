//! Which endpoints of sipgate may a token call? Given the scope string of a token, prints every endpoint, what is
//! missing for it, and what of the string was unknown.
//!
//! Exit codes: 0, 1 where the output could not be written, 2 for arguments that are refused, such as a malformed scope
//! string.

mod operations;
mod table;

use std::ffi::OsStr;
use std::io::{self, Write};
use std::process::ExitCode;

use scopes_runtime::{Granted, Scopes};

/// Everything that a sipgate token may do.
#[derive(Debug, Scopes)]
#[scopes(manifest = "../../scopes.toml")]
pub(crate) struct Sipgate;

/// What a small integration would ask for.
const EXAMPLE: &str = "openid account:read contacts:read sessions:write legacy:history";

const USAGE: &str = "usage: sipgate-api [\"SCOPE SCOPE …\"]: the scope string of a token, in quotes";

fn main() -> ExitCode {
    match argument().and_then(|text| parse(&text).map(|granted| (text, granted))) {
        Ok((text, granted)) => match report(&text, &granted, &mut io::stdout().lock()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(refusal) => {
            // Where standard error is closed as well, the exit code still tells.
            let _ = writeln!(io::stderr(), "{refusal}");
            ExitCode::from(2)
        }
    }
}

/// The scope string. A second argument is refused: it would be a scope that somebody forgot to quote.
fn argument() -> Result<String, String> {
    let mut arguments = std::env::args_os().skip(1);
    match (arguments.next(), arguments.next()) {
        (None, _) => Ok(EXAMPLE.to_owned()),
        (Some(text), None) => utf8(&text),
        (Some(_), Some(_)) => Err(USAGE.to_owned()),
    }
}

fn utf8(text: &OsStr) -> Result<String, String> {
    match std::str::from_utf8(text.as_encoded_bytes()) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(format!("invalid scope string: byte {}: not UTF-8", error.valid_up_to())),
    }
}

fn parse(text: &str) -> Result<Granted<Scope>, String> {
    Granted::parse(text).map_err(|error| format!("invalid scope string: {error}"))
}

fn report(text: &str, granted: &Granted<Scope>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "A token with: {granted}\n")?;
    table::write(granted, out)?;
    for name in Granted::<Scope>::unknown_in(text) {
        writeln!(out, "unknown, grants nothing: {}", name.escape_debug())?;
    }
    writeln!(out)?;
    operations::run(granted, out)
}
