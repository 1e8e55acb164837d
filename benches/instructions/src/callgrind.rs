//! Runs one case of this program under callgrind.
//!
//! What comes in: the name of a case. What goes out: how many instructions an element takes. The child is told what is
//! the same everywhere: no variables of the caller's, so that the stack begins at the same address, and the functions
//! of the C library that any x86-64 processor can run. Called by `main`.

use std::io::ErrorKind;
use std::process::{Command, Output};

use crate::bounds::Measured;
use crate::cases::COUNTED;

/// The argument before the name of the case that is to run.
pub const CASE: &str = "--case";

/// glibc has several variants of `memcpy`, `memcmp` and `memset`, and chooses by the processor. Without these features
/// it takes the ones for any x86-64. It ignores a feature that it does not know; another architecture ignores all.
const ANY_PROCESSOR: &str = "glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-AVX2,-AVX,-AVX_Fast_Unaligned_Load,\
                             -BMI2,-MOVBE,-ERMS,-FSRM,-SSE4_2,-SSE4_1,-SSSE3";

/// The instructions of a case, by element.
///
/// # Errors
/// Valgrind is not installed, the case has failed, or the counted function was not found.
pub fn count(case: &str) -> Result<Measured, String> {
    let output = run(case)?;
    let messages = String::from_utf8_lossy(&output.stderr);
    let unreadable = |what: &str| format!("{case}: {what}\n{messages}");
    if !output.status.success() {
        return Err(unreadable(&format!("valgrind: {}", output.status)));
    }
    let elements = String::from_utf8_lossy(&output.stdout).trim().parse::<u64>();
    let elements = elements.map_err(|error| unreadable(&format!("no number of elements: {error}")))?;
    let instructions = collected(&messages).ok_or_else(|| unreadable("callgrind has collected nothing"))?;
    // It toggles at every function that matches: at none, nothing is counted, and at a second one it stops.
    if instructions < elements {
        return Err(unreadable(&format!("`{COUNTED}` was not counted as a whole")));
    }
    Ok(Measured::new(case, instructions, elements))
}

fn run(case: &str) -> Result<Output, String> {
    let this = std::env::current_exe().map_err(|error| format!("path of this program: {error}"))?;
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--vgdb=no"])
        .arg(format!("--toggle-collect={COUNTED}"))
        .arg(this)
        .args([CASE, case])
        .env_clear()
        .env("GLIBC_TUNABLES", ANY_PROCESSOR);
    // What it takes to find valgrind.
    for name in ["PATH", "VALGRIND_LIB"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    command.output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => "valgrind is missing: install the package `valgrind`".to_owned(),
        _ => format!("valgrind: {error}"),
    })
}

/// The number in callgrind's line `==<process>== Collected : <instructions>`.
fn collected(messages: &str) -> Option<u64> {
    let number = |line: &str| line.split_once("== Collected : ")?.1.trim().parse().ok();
    messages.lines().find_map(number)
}

#[cfg(test)]
mod tests {
    use super::collected;

    #[test]
    fn the_number_of_callgrind_is_read() {
        let messages = "==7== Events    : Ir\n==7== Collected : 123456\n==7== \n==7== I   refs:      123,456\n";
        assert_eq!(collected(messages), Some(123_456));
    }

    #[test]
    fn without_a_number_nothing_is_read() {
        for messages in ["", "==7== Collected :\n", "==7== Collected : many\n", "valgrind: no such tool\n"] {
            assert_eq!(collected(messages), None, "{messages}");
        }
    }
}
