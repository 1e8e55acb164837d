//! What the program tells.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use std::process::Command;

#[test]
fn both_stories() {
    let output = Command::new(env!("CARGO_BIN_EXE_grant-life")).output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), include_str!("story.txt"));
}
