//! What must not compile, one mistake a file: the error, its place and the suggestion stand beside it. And what must,
//! whatever the user's crate is like: `hygiene/`.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use std::fs;
use std::path::Path;

#[test]
fn ui() {
    // trybuild compiles in a folder of its own, and a manifest's path is relative to that.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let folder = target.join("tests/trybuild/scopes-tests");
    fs::create_dir_all(&folder).unwrap();
    for manifest in fs::read_dir("ui/manifests").unwrap() {
        let manifest = manifest.unwrap();
        fs::copy(manifest.path(), folder.join(manifest.file_name())).unwrap();
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*.rs");
    cases.pass("hygiene/*.rs");
}
