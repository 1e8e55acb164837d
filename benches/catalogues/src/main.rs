//! Prints a made-up manifest: `cargo run -p catalogues -- 5000 > catalogues/manifests/5000.toml`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(Ok(scopes)) = std::env::args().nth(1).map(|number| number.parse()) else {
        eprintln!("how many scopes? Give a number.");
        return ExitCode::from(2);
    };
    print!("{}", catalogues::made_up::manifest(scopes));
    ExitCode::SUCCESS
}
