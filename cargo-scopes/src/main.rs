//! `cargo scopes`: hands the arguments and the two streams to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    cargo_scopes::main()
}
