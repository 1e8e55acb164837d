//! Which endpoints of sipgate may a token call? Given the scope string of a token, prints every endpoint, what is
//! missing for it, and what of the string was unknown.
//!
//! Exit codes: 0, 1 where the output could not be written, 2 for a malformed scope string.

mod operations;
mod table;

use std::io::{self, Write};
use std::process::ExitCode;

use scopes_runtime::{Granted, Scopes};

/// Everything that a sipgate token may do.
#[derive(Debug, Scopes)]
#[scopes(manifest = "../../scopes.toml")]
pub(crate) struct Sipgate;

/// What a small integration would ask for.
const EXAMPLE: &str = "openid account:read contacts:read sessions:write legacy:history";

fn main() -> ExitCode {
    let text = std::env::args().nth(1).unwrap_or_else(|| EXAMPLE.to_owned());
    match Granted::<Scope>::parse(&text) {
        Ok(granted) => match report(&text, &granted, &mut io::stdout().lock()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => {
            // Where standard error is closed as well, the exit code still tells.
            let _ = writeln!(io::stderr(), "invalid scope string: {error}");
            ExitCode::from(2)
        }
    }
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
