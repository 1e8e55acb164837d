//! A change of the manifest alone rebuilds the crate of the scopes and those downstream, and a name that is gone is an
//! error at the literal that uses it.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const MANIFEST: &str = "format = 1\n[system]\nname = \"api\"\n[scopes]\n\"notes:read\" = \"Read notes.\"\n";

const DOWNSTREAM: &str =
    "//! Uses a scope.\n\n/// The scope.\npub const READ: scopes::Scope = scopes::Api!(\"notes:read\");\n";

/// Writes a workspace of two crates and gives its folder.
fn workspace() -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rebuild");
    let _ = fs::remove_dir_all(&root);
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("scopes-runtime");
    let package = |name: &str, dependency: String| {
        format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[dependencies]\n{dependency}\n")
    };
    let files = [
        ("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"scopes\", \"downstream\"]\n".to_owned()),
        ("scopes/Cargo.toml", package("scopes", format!("scopes-runtime = {{ path = '{}' }}", runtime.display()))),
        ("scopes/scopes.toml", MANIFEST.to_owned()),
        (
            "scopes/src/lib.rs",
            "//! Scopes.\n\n/// The marker.\n#[derive(scopes_runtime::Scopes)]\n\
             #[scopes(manifest = \"scopes.toml\")]\npub struct Api;\n"
                .to_owned(),
        ),
        ("downstream/Cargo.toml", package("downstream", "scopes = { path = \"../scopes\" }".to_owned())),
        ("downstream/src/lib.rs", DOWNSTREAM.to_owned()),
    ];
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("Cargo.lock");
    fs::copy(lock, root.join("Cargo.lock")).unwrap();
    root
}

/// Checks the workspace after the manifest has been written anew.
fn check(root: &Path, manifest: &str) -> (Output, String) {
    fs::write(root.join("scopes/scopes.toml"), manifest).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--color", "never"])
        .env("CARGO_TARGET_DIR", root.join("target"))
        .current_dir(root)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    (output, text)
}

#[test]
fn the_manifest_alone_rebuilds() {
    let root = workspace();
    let (output, text) = check(&root, MANIFEST);
    assert!(output.status.success(), "{text}");

    let (output, text) = check(&root, &MANIFEST.replace("notes:read", "note:read"));
    assert!(!output.status.success());
    assert!(text.contains("unknown scope `notes:read`; did you mean `note:read`?"), "{text}");
    assert!(text.contains("downstream/src/lib.rs:4:46"), "{text}");

    let (output, text) = check(&root, MANIFEST);
    assert!(output.status.success(), "{text}");

    let (output, text) = check(&root, &MANIFEST.replace("Read notes.", "Read all notes."));
    assert!(output.status.success(), "{text}");
    assert!(text.contains("Checking scopes v0.1.0") && text.contains("Checking downstream v0.1.0"), "{text}");
}
