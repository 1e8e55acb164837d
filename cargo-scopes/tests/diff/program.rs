//! Runs the program over two texts.

use std::fs;
use std::path::Path;

use cargo_scopes::{Coloring, Console};

/// What the program prints, what it tells, and its exit code.
pub(crate) fn run(arguments: &[&str]) -> (String, String, u8) {
    let (mut documents, mut messages) = (Vec::new(), Vec::new());
    let mut console = Console::new(&mut documents, &mut messages, Coloring::default());
    let words = ["cargo-scopes", "diff"].into_iter().chain(arguments.iter().copied());
    let code = cargo_scopes::run(words.map(Into::into), &mut console);
    (String::from_utf8(documents).unwrap(), String::from_utf8(messages).unwrap(), code)
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
