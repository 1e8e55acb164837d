//! What is generated passes the lints of the strictest user: crates outside this workspace, with and without a
//! standard library, the runtime under another name, and a program that depends on the crate of the scopes alone.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod scratch;

use scratch::Workspace;

const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"strict\", \"program\"]\n"),
    (
        "strict/Cargo.toml",
        "[package]\nname = \"strict\"\nversion = \"0.1.2\"\nedition = \"2024\"\n\
         [dependencies]\nrenamed = { package = \"scopes-runtime\", path = '{runtime}' }\n",
    ),
    ("strict/scopes.toml", include_str!("../strict/scopes.toml")),
    ("strict/src/lib.rs", include_str!("../strict/scopes.rs")),
    (
        "program/Cargo.toml",
        "[package]\nname = \"program\"\nversion = \"0.1.2\"\nedition = \"2024\"\n\
         [dependencies]\nstrict = { path = \"../strict\" }\n",
    ),
    ("program/src/main.rs", include_str!("../strict/downstream.rs")),
];

#[test]
fn no_lint_finds_fault_with_what_is_generated() {
    let workspace = Workspace::new("strict", FILES);
    let has_clippy = workspace.cargo(&["clippy", "--version"]).0.status.success();
    // Where clippy is not installed the compiler's own lints are what can be looked at.
    let (output, text) = workspace.cargo(&[if has_clippy { "clippy" } else { "check" }, "--workspace"]);
    assert!(output.status.success(), "{text}");
    assert!(!text.contains("warning"), "{text}");

    let (output, text) = workspace.cargo(&["run", "-p", "program"]);
    assert!(output.status.success(), "{text}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "notes:write 3\n");

    // The lints do look at the crate: the same without its documentation is refused.
    workspace.write("strict/src/lib.rs", &include_str!("../strict/scopes.rs").replace("/// Reading.\n", ""));
    let (output, text) = workspace.cargo(&["check", "-p", "strict"]);
    assert!(!output.status.success() && text.contains("missing documentation for a struct"), "{text}");
}
