//! What the counts depend on beside the library.
//!
//! What goes out: one line that is recorded with the bounds and shown beside today's where a count differs. Called by
//! `main`.

use std::process::Command;

/// The compiler, the target, the C library and valgrind.
pub fn describe() -> String {
    let programs: [(&str, &[&str]); 3] =
        [("rustc", &["--version"]), ("getconf", &["GNU_LIBC_VERSION"]), ("valgrind", &["--version"])];
    let [compiler, library, valgrind] = programs.map(|(program, arguments)| said(program, arguments));
    format!("{compiler}; {}; {library}; {valgrind}", std::env::consts::ARCH)
}

/// The line that a program says of itself.
fn said(program: &str, arguments: &[&str]) -> String {
    match Command::new(program).args(arguments).output() {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        _ => format!("unknown {program}"),
    }
}
