//! Revisions of git in the place of files.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::compared::run;

const MANIFEST: &str = "format = 1\n[system]\nname = \"t\"\n[scopes]\na = \"A.\"\n";

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").arg("-C").arg(folder).args(identity).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_revision_is_read_without_being_checked_out() {
    let folder = tempfile::tempdir().unwrap();
    let api = folder.path().join("api");
    fs::create_dir(&api).unwrap();
    let manifest = api.join("scopes.toml");
    git(folder.path(), &["init", "--quiet", "--initial-branch", "main"]);
    fs::write(&manifest, MANIFEST).unwrap();
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "--message", "One"]);
    fs::write(&manifest, format!("{MANIFEST}b = \"B.\"\n")).unwrap();
    git(folder.path(), &["commit", "--quiet", "--all", "--message", "Two"]);
    fs::write(&manifest, format!("{MANIFEST}c = \"C.\"\n")).unwrap();
    let path = manifest.to_str().unwrap();
    let diff = |revisions: &[&str]| run(&[revisions, &["--manifest", path]].concat());

    let (printed, told, code) = diff(&["HEAD~1", "main"]);
    assert_eq!((printed.as_str(), code), ("addition\n  b is new: B.\n1 addition\n", 0), "{told}");
    let (printed, _, _) = diff(&["HEAD~1"]);
    assert_eq!(printed, "addition\n  c is new: C.\n1 addition\n", "against the file as it lies there");

    for (revision, said) in [
        ("nowhere", "git cannot read `nowhere:./scopes.toml`"),
        ("HEAD:./gone.toml", "git cannot read `HEAD:./gone.toml`"),
    ] {
        let (_, told, code) = diff(&[revision]);
        assert_eq!(code, 2);
        assert!(told.contains(said) && told.contains("help:"), "{told}");
    }
    let (_, told, code) = diff(&["--", "--output=x"]);
    assert_eq!(code, 2, "{told}");
}

#[test]
fn what_begins_with_a_hyphen_is_no_option_of_git() {
    let (_, told, code) = run(&["--", "-x:y"]);
    assert_eq!(code, 2);
    assert!(told.contains("none begins with `-`"), "{told}");
}

#[test]
fn a_revision_that_is_empty_is_not_the_index() {
    for named in ["", ":scopes.toml"] {
        let (printed, told, code) = run(&[named, "--deny", "widening"]);
        assert_eq!((code, printed.as_str()), (2, ""), "{named}");
        assert!(told.contains("names no revision"), "{told}");
    }
}
