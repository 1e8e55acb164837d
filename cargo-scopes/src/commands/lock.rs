//! `lock`: accepts what the scopes of the manifest allow, by writing the lock beside it; or says that it is not accepted.

use std::fmt::Write as _;
use std::path::Path;

use clap::Args;
use scopes_manifest::Lock;
use scopes_manifest::authority::Authority;

use super::ManifestArgument;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::files::{self, Input};

/// Accept what the manifest allows: write the lock beside it, without which a build that widens it is not refused.
///
/// The lock is called after the manifest: `scopes.lock` beside `scopes.toml`. With `--check` nothing is written, and the
/// exit code is 1 where the lock is missing or does not say what the manifest does.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cargo scopes lock\n  cargo scopes lock --check    # in CI")]
pub(crate) struct Arguments {
    #[command(flatten)]
    manifest: ManifestArgument,
    /// Only say whether the lock is current, and what would be accepted.
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let manifest = arguments.manifest.load(console)?;
    if manifest.path == Path::new("-") {
        return Err(Failure::with_help("a lock lies beside a file, and `-` is none", "name the manifest's file"));
    }
    let Some(path) = Lock::beside(&manifest.path) else {
        let what = format!("the lock of `{}` would have the name of the manifest", manifest.path.display());
        return Err(Failure::with_help(what, "call the manifest `….toml`"));
    };
    let new = Lock::of(&manifest.catalog).map_err(|error| Failure::new(error.to_string()))?;
    let old = accepted(&path, arguments.check, console)?;
    if old.as_ref() == Some(&new) {
        console.tell(&format!("`{}` is current\n", path.display()))?;
        return Ok(Outcome::Fine);
    }
    let is_missing = old.is_none();
    if let Some(other) = old.as_ref().filter(|old| old.system() != new.system()) {
        let (was, is) = (other.system(), new.system());
        console.tell(&format!("warning: the lock is of the system `{was}`, and the manifest of `{is}`\n"))?;
    }
    if let Some(old) = old {
        let verb = if arguments.check { "not accepted" } else { "accepted" };
        console.print(&changes(old.authority(), new.authority(), verb))?;
    }
    if arguments.check {
        let what = if is_missing { "there is no lock" } else { "the lock is not current" };
        console.tell(&format!("error: {what}: `{}`\nhelp: run `cargo scopes lock` and commit it\n", path.display()))?;
        return Ok(Outcome::Refused);
    }
    files::replace(&path, &new.to_string())?;
    console.tell(&format!("wrote `{}`; commit it\n", path.display()))?;
    Ok(Outcome::Fine)
}

/// The lock that is there. One that cannot be understood is replaced, unless it is only asked about.
fn accepted(path: &Path, is_check: bool, console: &mut Console<'_>) -> Result<Option<Lock>, Failure> {
    let Some(bytes) = files::read_if_there(path, Input::Lock)? else { return Ok(None) };
    match Lock::from_bytes(&bytes) {
        Ok(lock) => Ok(Some(lock)),
        Err(fault) => {
            let what = format!("{}:{}:{}: {}", path.display(), fault.line(), fault.column(), fault.message());
            if is_check {
                return Err(Failure::new(what));
            }
            console.tell(&format!("warning: {what}\nnote: what it accepted is not known; all of the manifest is\n"))?;
            Ok(None)
        }
    }
}

/// A line for each way in which existing scopes may do more or less; where there is none only additions are left.
fn changes(old: &Authority, new: &Authority, verb: &str) -> String {
    let mut text = String::new();
    for gain in old.gains(new) {
        let _ = writeln!(text, "{verb}: {gain}");
    }
    for gain in new.gains(old) {
        let _ = writeln!(text, "narrowed: {}", gain.lost());
    }
    if text.is_empty() {
        text.push_str("no existing scope may do more or less\n");
    }
    text
}
