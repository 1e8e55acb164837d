//! Counts the instructions of each case with callgrind and compares them with the recorded bounds.
//!
//! What comes in: no argument, or `--record`; and `bounds.toml` beside `Cargo.toml`. What goes out: a Markdown table on
//! standard output, what is wrong on standard error, and with `--record` new bounds. With `--case` and a name, which
//! only `callgrind` says, it is the process whose instructions are counted, and prints the number of elements.
//!
//! Exit codes: 0, 1 where a case is over its bound or not in one of the two lists, 2 where nothing could be compared.

mod bounds;
mod callgrind;
mod cases;
mod report;
mod toolchain;

use std::path::PathBuf;
use std::process::ExitCode;

use bounds::{Bounds, Measured};

const USAGE: &str = "\
usage: instructions [--record]

  without an argument   compares what each case takes with bounds.toml
  --record              writes what each case takes into bounds.toml";

/// The folder that cargo built from, so that the bounds are found from wherever it runs.
const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        [] => compare(),
        ["--record"] => record(),
        [callgrind::CASE, name] => run(name),
        _ => Err(USAGE.to_owned()),
    };
    outcome.unwrap_or_else(|refusal| {
        eprintln!("{refusal}");
        ExitCode::from(2)
    })
}

fn compare() -> Result<ExitCode, String> {
    let bounds = Bounds::read(&file())?;
    let measured = measure()?;
    let compared = bounds.compare(&measured);
    let broken = bounds::broken_limits(&measured, cases::NO_MORE_THAN);
    print!("{}", report::table(&compared));
    let notes = report::notes(&bounds, &compared);
    let faults = report::faults(&bounds, &compared, &broken);
    for line in notes.iter().chain(&faults) {
        eprintln!("{line}");
    }
    if !(notes.is_empty() && faults.is_empty())
        && let Some(line) = report::other_toolchain(&bounds.recorded_with, &toolchain::describe())
    {
        eprintln!("{line}");
    }
    if faults.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("if the change is meant, record it: cargo run --release -p instructions -- --record");
    Ok(ExitCode::FAILURE)
}

fn record() -> Result<ExitCode, String> {
    let file = file();
    let before = if file.exists() { Bounds::read(&file)? } else { Bounds::default() };
    let measured = measure()?;
    print!("{}", report::table(&before.compare(&measured)));
    before.record(&measured, &toolchain::describe(), &file)?;
    eprintln!("recorded in {}", file.display());
    Ok(ExitCode::SUCCESS)
}

/// All cases, each in a process of its own.
fn measure() -> Result<Vec<Measured>, String> {
    if cfg!(debug_assertions) {
        return Err("the bounds are those of optimised code: cargo run --release -p instructions".to_owned());
    }
    cases::all().iter().map(|case| callgrind::count(&case.name)).collect()
}

/// What callgrind runs.
fn run(name: &str) -> Result<ExitCode, String> {
    let cases = cases::all();
    let case = cases.iter().find(|case| case.name == name).ok_or_else(|| format!("no case `{name}`"))?;
    println!("{}", case.run());
    Ok(ExitCode::SUCCESS)
}

fn file() -> PathBuf {
    PathBuf::from(FOLDER).join("bounds.toml")
}
