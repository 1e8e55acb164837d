//! The life of two grants: a calendar app whose user unticks a box (Auth0's example), and an image tool that a user
//! lets into some workspaces (Orshot). Each step is a type of the library; none can be left out.

mod calendar;
mod workspaces;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    match tell(&mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where standard error is closed as well, the exit code still tells.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn tell(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    writeln!(out, "A calendar\n")?;
    calendar::tell(out)?;
    writeln!(out, "\nAn image tool\n")?;
    workspaces::tell(out)
}
