//! The program as a user meets it: arguments in; what it prints, what it tells and its exit code out.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use cargo_scopes::{Coloring, Console};
use tempfile::TempDir;

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: u8,
    pub(crate) printed: String,
    pub(crate) told: String,
}

impl Run {
    /// What it printed, what it told, and its exit code.
    pub(crate) fn into_parts(self) -> (String, String, u8) {
        (self.printed, self.told, self.code)
    }
}

/// Runs the program as `cargo scopes` does, without colours.
pub(crate) fn run<S: Into<OsString>>(arguments: impl IntoIterator<Item = S>) -> Run {
    run_colored(arguments, Coloring::default())
}

/// The same with colours.
pub(crate) fn run_colored<S: Into<OsString>>(arguments: impl IntoIterator<Item = S>, coloring: Coloring) -> Run {
    let (mut documents, mut messages) = (Vec::new(), Vec::new());
    let words = ["cargo-scopes", "scopes"].into_iter().map(OsString::from);
    let words = words.chain(arguments.into_iter().map(Into::into));
    let code = cargo_scopes::run(words, &mut Console::new(&mut documents, &mut messages, coloring));
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code, printed: text(documents), told: text(messages) }
}

/// A folder of the test's own, which goes with it.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file and gives its path.
    pub(crate) fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// The names of what is in it, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// A file of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join(path)
}
