//! A change of the manifest alone rebuilds the crate of the scopes and those downstream, and a name that is gone is an
//! error at the literal that uses it.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod scratch;

use std::process::Output;

use scratch::Workspace;

const MANIFEST: &str = "format = 1\n[system]\nname = \"api\"\n[scopes]\n\"notes:read\" = \"Read notes.\"\n";

const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"scopes\", \"downstream\"]\n"),
    (
        "scopes/Cargo.toml",
        "[package]\nname = \"scopes\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         [dependencies]\nscopes-runtime = { path = '{runtime}' }\n",
    ),
    (
        "scopes/src/lib.rs",
        "//! Scopes.\n\n/// The marker.\n#[derive(scopes_runtime::Scopes)]\n\
         #[scopes(manifest = \"scopes.toml\")]\npub struct Api;\n",
    ),
    (
        "downstream/Cargo.toml",
        "[package]\nname = \"downstream\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         [dependencies]\nscopes = { path = \"../scopes\" }\n",
    ),
    (
        "downstream/src/lib.rs",
        "//! Uses a scope.\n\n/// The scope.\npub const READ: scopes::Scope = scopes::Api!(\"notes:read\");\n",
    ),
];

/// Checks the workspace after the manifest has been written anew.
fn check(workspace: &Workspace, manifest: &str) -> (Output, String) {
    workspace.write("scopes/scopes.toml", manifest);
    workspace.cargo(&["check"])
}

#[test]
fn the_manifest_alone_rebuilds() {
    let workspace = Workspace::new("rebuild", FILES);
    let (output, text) = check(&workspace, MANIFEST);
    assert!(output.status.success(), "{text}");

    let (output, text) = check(&workspace, &MANIFEST.replace("notes:read", "note:read"));
    assert!(!output.status.success());
    assert!(text.contains("unknown scope `notes:read`; did you mean `note:read`?"), "{text}");
    assert!(text.contains("downstream/src/lib.rs:4:46"), "{text}");

    let (output, text) = check(&workspace, MANIFEST);
    assert!(output.status.success(), "{text}");

    let (output, text) = check(&workspace, &MANIFEST.replace("Read notes.", "Read all notes."));
    assert!(output.status.success(), "{text}");
    assert!(text.contains("Checking scopes v0.1.0") && text.contains("Checking downstream v0.1.0"), "{text}");

    // Here, since cargo takes a second workspace with crates of these names for this one.
    let faults: Vec<String> = (0..1_000).map(|place| format!("\"s{place}\" = 7\n")).collect();
    let (output, text) = check(&workspace, &format!("{MANIFEST}{}", faults.concat()));
    assert!(!output.status.success());
    assert!(text.contains("scopes.toml: 800 more faults like these are not shown"), "{text}");
    assert_eq!(text.matches("wrong-type").count(), 200, "{text}");
}
