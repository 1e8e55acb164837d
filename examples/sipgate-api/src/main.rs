//! The command line: starts the server, or with `table` prints what a token may call.
//!
//! Exit codes: 0; 1 where the server cannot start or go on, or the output cannot be written; 2 for arguments that are
//! refused, such as a malformed scope string.

mod arguments;
mod welcome;

use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser as _;
use sipgate_api::explain::Token;
use sipgate_api::{Server, logging, stop_signal};

use self::arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match &arguments.command {
        Some(Command::Table { scopes }) => table(scopes),
        None => match serve(&arguments) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => refuse(&format!("error: {error}"), 1),
        },
    }
}

fn table(scopes: &[OsString]) -> ExitCode {
    match Token::from_arguments(scopes) {
        Ok(token) => match token.explain(&mut io::stdout().lock()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(refusal) => refuse(&refusal, 2),
    }
}

fn refuse(message: &str, code: u8) -> ExitCode {
    // Where standard error is closed as well, the exit code still tells.
    let _ = writeln!(io::stderr(), "{message}");
    ExitCode::from(code)
}

fn serve(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    logging::start()?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let data = arguments.data();
        let server = Server::bind(arguments.port, &data).await?;
        // Before the lines below, so that whoever reads them can end the server.
        let stop = stop_signal()?;
        tracing::info!(url = server.url(), "listening");
        if let Err(error) = welcome::write(&server, &data, &mut io::stdout().lock()) {
            // The server does not need anybody to read it.
            tracing::warn!(%error, "the first lines could not be written");
        }
        Ok(server.run(stop).await?)
    })
}
