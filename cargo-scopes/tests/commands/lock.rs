//! `cargo scopes lock`: what it writes, what it says, and its exit codes.

use std::fs;
use std::path::Path;

use scopes_manifest::{Catalog, Lock};

const MANIFEST: &str = "format = 1\n[system]\nname = \"social\"\n[scopes]\n\
                        \"follow\" = \"Follow others.\"\n\"write:media\" = \"Post media.\"\n";

/// What the program prints, what it tells, and its exit code.
fn lock(manifest: &Path, arguments: &[&str]) -> (String, String, u8) {
    let words = ["lock", "--manifest", manifest.to_str().unwrap()].into_iter().chain(arguments.iter().copied());
    crate::program::run(words).into_parts()
}

#[test]
fn a_lock_is_written_checked_and_accepted_anew() {
    let folder = tempfile::tempdir().unwrap();
    let [manifest, file] = ["social.toml", "social.lock"].map(|name| folder.path().join(name));
    fs::write(&manifest, MANIFEST).unwrap();

    let (_, told, code) = lock(&manifest, &["--check"]);
    assert_eq!(code, 1);
    assert!(told.contains("error: there is no lock") && !file.exists(), "{told}");

    assert_eq!(lock(&manifest, &[]).2, 0);
    let written = fs::read_to_string(&file).unwrap();
    assert_eq!(written, Lock::of(&Catalog::parse(MANIFEST).unwrap()).unwrap().to_string());
    let (_, told, code) = lock(&manifest, &["--check"]);
    assert_eq!(code, 0);
    assert!(told.contains("is current"), "{told}");

    let wider = MANIFEST.replace("\"Follow others.\"", "{ text = \"Follow others.\", includes = [\"write:media\"] }");
    fs::write(&manifest, &wider).unwrap();
    let (printed, told, code) = lock(&manifest, &["--check"]);
    assert_eq!((printed.as_str(), code), ("not accepted: follow now also allows write:media\n", 1));
    assert!(told.contains("error: the lock is not current"), "{told}");
    assert_eq!(fs::read_to_string(&file).unwrap(), written, "a check writes nothing");

    let (printed, _, code) = lock(&manifest, &[]);
    assert_eq!((printed.as_str(), code), ("accepted: follow now also allows write:media\n", 0));
    assert_eq!(Lock::parse(&fs::read_to_string(&file).unwrap()).unwrap().gains(&Catalog::parse(&wider).unwrap()), []);

    fs::write(&manifest, format!("{MANIFEST}\"added\" = \"Added.\"\n")).unwrap();
    let (printed, _, _) = lock(&manifest, &[]);
    assert_eq!(printed, "narrowed: follow no longer allows write:media\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left behind");
}

#[test]
fn a_broken_lock_is_an_error_of_the_check_and_is_written_anew() {
    let folder = tempfile::tempdir().unwrap();
    let [manifest, file] = ["scopes.toml", "scopes.lock"].map(|name| folder.path().join(name));
    fs::write(&manifest, MANIFEST).unwrap();
    fs::write(&file, "version = 7\n").unwrap();
    let (_, told, code) = lock(&manifest, &["--check"]);
    assert_eq!(code, 2);
    assert!(told.contains("scopes.lock:1:11: this lock is not of version 1"), "{told}");
    let (_, told, code) = lock(&manifest, &[]);
    assert_eq!(code, 0);
    assert!(told.contains("warning:") && told.contains("wrote"), "{told}");
    assert_eq!(lock(&manifest, &["--check"]).2, 0);

    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    let (_, told, code) = lock(&manifest, &[]);
    assert_eq!(code, 2);
    assert!(told.contains("it is a folder"), "{told}");
}
