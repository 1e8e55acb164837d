//! The arguments: what each command is called, and which function answers it.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::commands;
use crate::console::{Coloring, Console};
use crate::failure::{Failure, Outcome};

/// Scopes from a manifest: check, import, export, compare, lock and explain `scopes.toml`.
#[derive(Debug, Parser)]
#[command(
    name = "scopes",
    bin_name = "cargo scopes",
    version,
    propagate_version = true,
    after_help = "Exit codes: 0 fine; 1 the answer is no (faults, a denied change, a scope that does not allow a call); \
                  2 no answer (usage, a file that cannot be read, a manifest that is not valid)."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// When to colour the output.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Color {
    /// On a terminal, unless the environment says otherwise (`NO_COLOR`, `CLICOLOR_FORCE`).
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(commands::init::Arguments),
    Check(commands::check::Arguments),
    Explain(commands::explain::Arguments),
    Import(commands::import::Arguments),
    Export(commands::export::Arguments),
    Diff(commands::diff::Arguments),
    Lock(commands::lock::Arguments),
    Why(commands::why::Arguments),
    Who(commands::who::Arguments),
    Graph(commands::graph::Arguments),
    Schema(commands::schema::Arguments),
}

impl Command {
    fn run(&self, console: &mut Console<'_>) -> Result<Outcome, Failure> {
        match self {
            Self::Init(arguments) => commands::init::run(arguments, console),
            Self::Check(arguments) => commands::check::run(arguments, console),
            Self::Explain(arguments) => commands::explain::run(arguments, console),
            Self::Import(arguments) => commands::import::run(arguments, console),
            Self::Export(arguments) => commands::export::run(arguments, console),
            Self::Diff(arguments) => commands::diff::run(arguments, console),
            Self::Lock(arguments) => commands::lock::run(arguments, console),
            Self::Why(arguments) => commands::why::run(arguments, console),
            Self::Who(arguments) => commands::who::run(arguments, console),
            Self::Graph(arguments) => commands::graph::run(arguments, console),
            Self::Schema(arguments) => commands::schema::run(arguments, console),
        }
    }
}

/// The whole program, over the arguments and the streams of the process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let (output, messages) = (io::stdout(), io::stderr());
    // Never without a terminal, unless the environment says otherwise.
    let coloring = Coloring {
        documents: AutoStream::choice(&output) != ColorChoice::Never,
        messages: AutoStream::choice(&messages) != ColorChoice::Never,
    };
    let (mut output, mut messages) = (io::BufWriter::new(output.lock()), messages.lock());
    ExitCode::from(run(arguments, &mut Console::new(&mut output, &mut messages, coloring)))
}

/// Runs one command: arguments as a process gets them, with the program's name first, and with the word `scopes` after
/// it where cargo has started it. Gives the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>, console: &mut Console<'_>) -> u8 {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|word| word == "scopes") {
        arguments.remove(1);
    }
    match answer(arguments, console).and_then(|outcome| console.flush().map(|()| outcome).map_err(Failure::from)) {
        Ok(Outcome::Fine) => 0,
        Ok(Outcome::Refused) => 1,
        Err(Failure::Told) => 2,
        Err(failure) => {
            // Where the message cannot be written either, the exit code is all that is left.
            let _ = console.tell(&format!("error: {failure}\n")).and_then(|()| console.flush());
            2
        }
    }
}

fn answer(arguments: Vec<OsString>, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let parsed =
        Arguments::command().try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Ok(arguments) => {
            match arguments.color {
                Color::Auto => {}
                Color::Always => console.coloring = Coloring { documents: true, messages: true },
                Color::Never => console.coloring = Coloring::default(),
            }
            arguments.command.run(console)
        }
        Err(error) => {
            let text = error.render();
            let shown = |colored| if colored { text.ansi().to_string() } else { text.to_string() };
            if error.use_stderr() {
                console.tell(&shown(console.coloring.messages))?;
                return Err(Failure::Told);
            }
            console.print(&shown(console.coloring.documents))?;
            Ok(Outcome::Fine)
        }
    }
}
