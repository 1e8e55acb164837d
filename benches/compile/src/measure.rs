//! What comes in: packages and a cargo command. What goes out: how long it took, of each run.
//!
//! Bash's `time` counts, to a millisecond: wall clock, and CPU of cargo and all that it started.

use std::path::Path;
use std::process::Command;

use crate::scratch::Package;

/// What cargo is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Check,
    Release,
}

impl Mode {
    pub fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["check"],
            Self::Release => &["build", "--release"],
        }
    }

    pub fn title(self) -> String {
        format!("cargo {}", self.arguments().join(" "))
    }
}

/// Seconds.
#[derive(Clone, Copy)]
pub struct Time {
    pub wall: f64,
    /// User and system, of all processes together.
    pub cpu: f64,
}

/// Runs `once` on each package in turn, `runs` times over. Goes out: the times, by package and run.
pub fn round_robin(
    packages: &[Package],
    runs: usize,
    mut once: impl FnMut(&Package) -> Result<Time, String>,
) -> Result<Vec<Vec<Time>>, String> {
    let mut times = vec![Vec::with_capacity(runs); packages.len()];
    for run in 1..=runs {
        for (package, times) in packages.iter().zip(&mut times) {
            let time = once(package)?;
            eprintln!("run {run} of {runs}, {}: {:.3} s, CPU {:.3} s", package.name, time.wall, time.cpu);
            times.push(time);
        }
    }
    Ok(times)
}

/// Builds a package with its dependencies, which may be downloaded.
pub fn prepare(package: &Package, mode: Mode, target: &Path) -> Result<(), String> {
    eprintln!("{}: preparing `{}`", package.name, mode.title());
    timed(package, mode, target, &[]).map(|_| ())
}

/// Builds a package alone, whose dependencies are built. Fails where cargo built anything else.
pub fn again(package: &Package, mode: Mode, target: &Path) -> Result<Time, String> {
    package.touch()?;
    let (time, messages) = timed(package, mode, target, &["--offline"])?;
    match built(&messages) {
        1 => Ok(time),
        other => Err(format!("{}: {other} packages were built where one was to be\n{messages}", package.name)),
    }
}

/// Builds a package and its dependencies into a target folder where nothing is.
pub fn cold(package: &Package, mode: Mode, target: &Path) -> Result<Time, String> {
    timed(package, mode, target, &["--offline"]).map(|(time, _)| time)
}

/// Has cargo resolve the dependencies and download them.
pub fn fetch(package: &Package) -> Result<(), String> {
    eprintln!("{}: fetching", package.name);
    let output = cargo(Command::new(cargo_path()).arg("fetch"), package)?;
    success(package, &output, &String::from_utf8_lossy(&output.stderr))
}

fn timed(package: &Package, mode: Mode, target: &Path, more: &[&str]) -> Result<(Time, String), String> {
    let mut command = Command::new("bash");
    command.args(["-c", "TIMEFORMAT='%3R %3U %3S'; time \"$@\"", "bash"]).arg(cargo_path());
    command.args(mode.arguments()).args(more).arg("--target-dir").arg(target);
    let output = cargo(&mut command, package)?;
    let messages = String::from_utf8_lossy(&output.stderr).into_owned();
    success(package, &output, &messages)?;
    let time = messages.lines().last().and_then(read).ok_or_else(|| format!("bash gave no times: {messages}"))?;
    Ok((time, messages))
}

fn cargo_path() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Runs a command that runs cargo, with nothing in between that could answer from a cache.
fn cargo(command: &mut Command, package: &Package) -> Result<std::process::Output, String> {
    command
        .current_dir(&package.folder)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TERM_COLOR", "never")
        .env("CARGO_TERM_QUIET", "false")
        .env("CARGO_TERM_VERBOSE", "false")
        .env("LC_ALL", "C")
        .env_remove("RUSTC_WRAPPER")
        .env_remove("RUSTC_WORKSPACE_WRAPPER")
        .output()
        .map_err(|error| format!("{}: {error}", command.get_program().display()))
}

fn success(package: &Package, output: &std::process::Output, messages: &str) -> Result<(), String> {
    if output.status.success() { Ok(()) } else { Err(format!("{}: {}\n{messages}", package.name, output.status)) }
}

/// Wall clock, user and system, as `TIMEFORMAT` has them.
fn read(line: &str) -> Option<Time> {
    let mut numbers = line.split(' ').map(str::parse::<f64>);
    let mut next = || numbers.next()?.ok();
    Some(Time { wall: next()?, cpu: next()? + next()? })
}

/// How many packages cargo said that it built.
fn built(messages: &str) -> usize {
    let says = |line: &&str| line.starts_with("Checking ") || line.starts_with("Compiling ");
    messages.lines().map(str::trim_start).filter(says).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_times_of_bash_are_read() {
        let time = read("1.500 1.250 0.125").map(|time| (time.wall, time.cpu));
        assert_eq!(time, Some((1.5, 1.375)));
        assert!(read("1.500 1.250").is_none());
    }

    #[test]
    fn packages_that_cargo_built_are_counted() {
        assert_eq!(built("   Compiling a v0.0.0\n    Checking b v0.0.0\n    Finished `dev` profile"), 2);
    }
}
