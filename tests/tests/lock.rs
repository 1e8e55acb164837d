//! A lock beside the manifest: what it refuses, what it says nothing of, and that the build sees it change.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod scratch;

use scopes_manifest::{Catalog, Lock};
use scratch::Workspace;

const MANIFEST: &str = "format = 1\n[system]\nname = \"social\"\n[scopes]\n\
                        \"follow\" = \"Follow others.\"\n\"write:media\" = \"Post media.\"\n";

const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"scopes\"]\n"),
    (
        "scopes/Cargo.toml",
        "[package]\nname = \"scopes\"\nversion = \"0.1.2\"\nedition = \"2024\"\n\
         [dependencies]\nscopes-runtime = { path = '{runtime}' }\n",
    ),
    (
        "scopes/src/lib.rs",
        "//! Scopes.\n\n/// The marker.\n#[derive(scopes_runtime::Scopes)]\n\
         #[scopes(manifest = \"social.toml\")]\npub struct Social;\n\n/// A use.\npub const FOLLOW: Scope = Social!(\"follow\");\n",
    ),
];

/// The error for the one gain of these tests.
const WIDENED: &str = "error: WIDENED: follow now also allows write:media; run cargo scopes lock to accept";

/// Checks the workspace; what was said where it failed.
fn check(workspace: &Workspace) -> Result<(), String> {
    let (output, text) = workspace.cargo(&["check"]);
    if output.status.success() { Ok(()) } else { Err(text) }
}

fn lock(manifest: &str) -> String {
    Lock::of(&Catalog::parse(manifest).unwrap()).unwrap().to_string()
}

#[test]
fn a_lock_refuses_what_was_not_accepted() {
    let workspace = Workspace::new("lock", FILES);
    let wider = MANIFEST.replace("\"Follow others.\"", "{ text = \"Follow others.\", includes = [\"write:media\"] }");

    // Without a lock everything may change; with one what is accepted may stay, and scopes may be added.
    workspace.write("scopes/social.toml", &wider);
    check(&workspace).unwrap();
    workspace.write("scopes/social.lock", &lock(MANIFEST));
    workspace.write("scopes/social.toml", &format!("{MANIFEST}\"added\" = \"Added.\"\n"));
    check(&workspace).unwrap();

    workspace.write("scopes/social.toml", &wider);
    let text = check(&workspace).unwrap_err();
    assert!(text.contains(WIDENED), "{text}");
    assert!(text.contains("scopes/src/lib.rs:5:21"), "{text}");
    assert_eq!(text.matches("error: ").count(), 2, "one for the gain, and cargo's own: {text}");

    // The lock alone changes.
    workspace.write("scopes/social.lock", &lock(&wider));
    check(&workspace).unwrap();
    workspace.write("scopes/social.lock", &lock(&wider).replace("version = 1", "version = 1\nextra = 1"));
    let text = check(&workspace).unwrap_err();
    assert!(text.contains("error: social.lock:4:1: unknown key `extra`"), "{text}");
    assert_eq!(text.matches("error: ").count(), 2, "{text}");

    workspace.write("scopes/social.lock", &lock(&MANIFEST.replace("\"social\"", "\"other\"")));
    let text = check(&workspace).unwrap_err();
    assert!(text.contains("social.lock is the lock of the system `other`; run cargo scopes lock to accept"), "{text}");
    assert_eq!(text.matches("error: ").count(), 2, "{text}");

    workspace.write("scopes/social.lock", &lock(MANIFEST));
    assert!(check(&workspace).unwrap_err().contains(WIDENED));
    std::fs::remove_file(workspace.path("scopes/social.lock")).unwrap();
    check(&workspace).unwrap();

    // What is there and cannot be read is not taken for no lock.
    workspace.write("scopes/social.lock/file", "");
    workspace.write("scopes/social.toml", &format!("{wider}# Edited.\n"));
    let text = check(&workspace).unwrap_err();
    assert!(text.contains("error: cannot read the lock `social.lock`: it is no regular file"), "{text}");
}
