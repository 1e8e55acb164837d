//! What comes in: a subcommand and its options (`USAGE`). What goes out: Markdown tables on standard output, progress
//! on standard error.
//!
//! Times are of whole cargo commands: cargo's own share, the same for each contender, is not subtracted.
//!
//! Exit codes: 0, 1 where a build or the output failed, 2 for arguments that are refused.

mod contenders;
mod dependencies;
mod derive;
mod literals;
mod measure;
mod names;
mod options;
mod report;
mod scratch;

use std::process::{Command, ExitCode};

use options::{Options, Subcommand, USAGE};
use scratch::Scratch;

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(refusal) => {
            eprintln!("{refusal}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    let scratch = Scratch::new(&options.library)?;
    report::print(&format!("{}\n", compiler()?))?;
    match options.subcommand {
        Subcommand::Derive => derive::run(&scratch, options),
        Subcommand::Literals => literals::run(&scratch, options),
        Subcommand::Dependencies => dependencies::run(&scratch, options),
        Subcommand::All => {
            derive::run(&scratch, options)?;
            literals::run(&scratch, options)?;
            dependencies::run(&scratch, options)
        }
    }
}

/// The compiler that is measured with, and on how many cores.
fn compiler() -> Result<String, String> {
    let output = Command::new("rustc").arg("--version").output().map_err(|error| format!("rustc: {error}"))?;
    let cores = std::thread::available_parallelism().map_err(|error| format!("number of cores: {error}"))?;
    Ok(format!("{}, {cores} cores", String::from_utf8_lossy(&output.stdout).trim()))
}
