//! The command as a user runs it.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sipgate-api")).args(arguments).output().unwrap()
}

#[test]
fn the_default_token_is_explained() {
    let output = run(&[]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(text.contains("/sessions/sms") && text.contains("unknown, grants nothing: legacy:history"), "{text}");
    assert!(text.contains("would send a message"), "{text}");
}

#[test]
fn a_malformed_string_is_refused_with_its_place() {
    let output = run(&["contacts:read  history:read"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("byte 14"));
}

#[test]
fn an_empty_token_may_do_nothing_with_scopes() {
    let text = String::from_utf8(run(&[""]).stdout).unwrap();
    assert!(!text.contains("would"), "{text}");
}
