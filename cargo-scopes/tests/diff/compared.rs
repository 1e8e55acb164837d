//! Runs the program over two texts.

use std::fs;
use std::path::Path;

use crate::program;

/// What the program prints, what it tells, and its exit code.
pub(crate) fn run(arguments: &[&str]) -> (String, String, u8) {
    program::run(["diff"].iter().chain(arguments).copied()).into_parts()
}

/// The same for two manifests.
pub(crate) fn diff(folder: &Path, old: &str, new: &str, arguments: &[&str]) -> (String, String, u8) {
    let files = [("old.toml", old), ("new.toml", new)].map(|(name, text)| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    });
    run(&[&[files[0].as_str(), files[1].as_str()], arguments].concat())
}
