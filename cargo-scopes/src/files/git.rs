//! Reads a file of a git revision, with the `git` that is installed: nothing is checked out, nothing is fetched.

use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use super::read::Input;
use crate::failure::Failure;

/// The bytes of `object`, such as `main:./scopes.toml`, seen from a folder of the repository.
pub(crate) fn blob(folder: &Path, object: &str, input: Input) -> Result<Vec<u8>, Failure> {
    // It would be an option of git.
    if object.starts_with('-') {
        return Err(Failure::new(format!("`{object}` is no revision: none begins with `-`")));
    }
    // Git would take the index: a variable that is not set must not compare a manifest with itself.
    if object.starts_with(':') {
        let help = "write a revision such as `main`; perhaps a variable is not set";
        return Err(Failure::with_help(format!("`{object}` names no revision: nothing stands before the colon"), help));
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut child = Command::new("git")
        .args([OsStr::new("-C"), folder.as_os_str()])
        .args(["-c", "protocol.allow=never", "cat-file", "blob", object])
        // A clone that lacks the object says so instead of asking for it.
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::with_help(format!("cannot run git: {error}"), "name two files instead"))?;
    let mut bytes = Vec::new();
    if let Some(output) = child.stdout.take() {
        // What is longer is cut, and the reader of the bytes says that they are too many.
        let read = output.take(input.max_bytes()).read_to_end(&mut bytes);
        read.map_err(|error| Failure::new(format!("cannot read what git says: {error}")))?;
    }
    let ended = child.wait_with_output().map_err(|error| Failure::new(format!("cannot wait for git: {error}")))?;
    if ended.status.success() || bytes.len() as u64 == input.max_bytes() {
        return Ok(bytes);
    }
    let said = String::from_utf8_lossy(&ended.stderr);
    let reason = said.lines().next().unwrap_or_default().trim_start_matches("fatal: ");
    let help = "write a file, a revision such as `main`, or `REVISION:path`";
    Err(Failure::with_help(format!("git cannot read `{object}`: {reason}"), help))
}
