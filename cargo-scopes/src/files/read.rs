//! Reads a file that somebody named: regular files only, up to a size, so that no pipe, device or folder can hold the
//! program up.

use std::fs::{File, FileType};
use std::io::{self, Read};
use std::path::Path;

use scopes_manifest::{Catalog, Lock};

use crate::failure::Failure;

/// What a file is read for, and how long it may be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Input {
    /// A manifest. One byte more than the format allows, so that its own error can tell of the size.
    Manifest,
    /// A lock, likewise.
    Lock,
    /// A document to import; the largest that is published (Microsoft Graph's OpenAPI) has some 40 MiB.
    Document,
}

impl Input {
    pub(super) const fn max_bytes(self) -> u64 {
        match self {
            Self::Manifest => Catalog::MAX_BYTES as u64 + 1,
            Self::Lock => Lock::MAX_BYTES as u64 + 1,
            Self::Document => 64 << 20,
        }
    }
}

/// The bytes of a regular file, or of the standard input where the path is `-`.
pub(crate) fn read(path: &Path, input: Input) -> Result<Vec<u8>, Failure> {
    let failed = |error: io::Error| unreadable(path, &error);
    if path == Path::new("-") {
        return bounded(io::stdin().lock(), path, input);
    }
    // Asked before opening, since opening a pipe waits for somebody who writes.
    let kind = path.metadata().map_err(failed)?.file_type();
    if !kind.is_file() {
        let help = if kind.is_dir() { "name a file in it" } else { "write `-` to read the standard input" };
        return Err(Failure::with_help(format!("cannot read `{}`: it is {}", path.display(), named(kind)), help));
    }
    bounded(File::open(path).map_err(failed)?, path, input)
}

/// The same; `None` where nothing has that name. A link into the void is something.
pub(crate) fn read_if_there(path: &Path, input: Input) -> Result<Option<Vec<u8>>, Failure> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        _ => read(path, input).map(Some),
    }
}

fn bounded(stream: impl Read, path: &Path, input: Input) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let most = input.max_bytes();
    stream.take(most + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > most && matches!(input, Input::Document) {
        let what = format!("cannot read `{}`: it has more than {} MiB", path.display(), most >> 20);
        return Err(Failure::with_help(what, "import it in parts: `--merge` adds to what is there"));
    }
    Ok(bytes)
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("cannot read `{}`: {error}", path.display()))
}

#[cfg(unix)]
fn named(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match kind {
        _ if kind.is_dir() => "a folder",
        _ if kind.is_fifo() => "a pipe",
        _ if kind.is_socket() => "a socket",
        _ => "a device",
    }
}

#[cfg(not(unix))]
fn named(kind: FileType) -> &'static str {
    if kind.is_dir() { "a folder" } else { "no regular file" }
}
