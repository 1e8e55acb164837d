//! The subcommand `table` as a user runs it.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    table().args(arguments).output().unwrap()
}

fn table() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sipgate-api"));
    command.arg("table");
    command
}

/// The routes under `[endpoints]`, read as text, so that the table is not compared with its own source.
fn routes() -> Vec<(String, String)> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scopes.toml");
    let text = std::fs::read_to_string(manifest).unwrap();
    let section = text.split("\n[endpoints]\n").nth(1).unwrap().split("\n[").next().unwrap();
    let keys = section.lines().filter_map(|line| line.strip_prefix('"')?.split('"').next());
    keys.map(|key| key.split_once(' ').unwrap()).map(|(method, path)| (method.to_owned(), path.to_owned())).collect()
}

#[test]
fn the_default_token_is_explained() {
    let output = run(&[]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(text.contains("unknown, grants nothing: legacy:history"), "{text}");
    assert!(output.stderr.is_empty());
}

#[test]
fn every_endpoint_of_the_manifest_is_listed() {
    let text = String::from_utf8(run(&[]).stdout).unwrap();
    let routes = routes();
    assert!(!routes.is_empty());
    for (method, path) in routes {
        let is_line = |line: &str| line.split_whitespace().take(2).eq([method.as_str(), path.as_str()]);
        assert!(text.lines().any(is_line), "{method} {path} is not in\n{text}");
    }
}

#[test]
fn unknown_names_are_shown_in_their_order() {
    let text = String::from_utf8(run(&["zz:read openid it's"]).stdout).unwrap();
    let unknown: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("unknown, grants nothing: ")).collect();
    assert_eq!(unknown, ["zz:read", r"it\'s"]);
}

#[test]
fn a_malformed_string_is_refused_with_its_place() {
    let output = run(&["contacts:read  history:read"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("byte 14"));
}

#[test]
fn scopes_without_quotes_are_refused_and_not_dropped() {
    let output = run(&["contacts:read", "history:read"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("usage: "));
}

#[cfg(unix)]
#[test]
fn what_is_not_utf8_is_refused_with_its_place() {
    use std::os::unix::ffi::OsStrExt as _;

    let text = std::ffi::OsStr::from_bytes(b"openid \xff");
    let output = table().arg(text).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("byte 7"));
}

#[test]
fn an_empty_token_may_do_nothing_with_scopes() {
    let output = run(&[""]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    let allowed = text.lines().filter(|line| line.ends_with(" yes")).count();
    assert_eq!((allowed, text.contains("contacts:read")), (2, true), "{text}");
}
