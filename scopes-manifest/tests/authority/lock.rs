//! The text of a lock, and what is wrong with one.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use scopes_manifest::{Catalog, Lock, LockTooLarge};

const MANIFEST: &str = r#"
format = 1
[system]
name = "t"
bound_to = ["team"]
[kinds]
client = ["web", "desktop"]
[scopes]
"write" = { text = "W.", includes = ["read"], client = ["web"], approval = "admin", aliases = ["put"] }
"read" = { text = "R.", bound_to = "team", client = ["web"], claims = ["a\"b\\ß"], issues = ["id_token"] }
"only" = { text = "O.", kind = "restriction", sensitivity = "sensitive" }
"list" = { text = "L.", requires = ["read"] }
[endpoints]
"GET /x" = { any = ["write", ["read", "list"]], under = ["only"] }
"GET /me" = { authenticated = true }
"GET /health" = { public = true }
"#;

const TEXT: &str = r#"# What every scope and endpoint of the manifest beside this file allows, as it was accepted last. Commit it.
# A build is refused that lets tokens which are out do more. `cargo scopes lock` accepts that and writes this file.
version = 1
system = "t"
max_bytes = 65536

[scopes]
"list" = { requires = ["read"] }
"only" = { kind = "restriction", sensitivity = "sensitive" }
"read" = { client = ["web"], bound_to = "team", issues = ["id_token"], claims = ["a\"b\\ß"] }
"write" = { includes = ["read"], client = ["web"], approval = "admin", aliases = ["put"] }

[endpoints]
"GET /health" = { public = true }
"GET /me" = { authenticated = true }
"GET /x" = { any = [["list", "read"], ["write"]], under = ["only"] }

[end]
"#;

#[test]
fn a_line_a_scope() {
    let lock = Lock::of(&Catalog::parse(MANIFEST).unwrap()).unwrap();
    assert_eq!(lock.to_string(), TEXT);
    assert_eq!(Lock::parse(TEXT).unwrap(), lock);
    assert_eq!(Lock::parse(&TEXT.replace('\n', "\r\n")).unwrap(), lock, "as git may check it out");
}

/// A lock with one thing changed is refused there.
#[track_caller]
fn assert_refused(from: &str, to: &str, place: (usize, usize), message: &str) {
    assert!(TEXT.contains(from), "{from}");
    let fault = Lock::parse(&TEXT.replacen(from, to, 1)).unwrap_err();
    assert_eq!((fault.line(), fault.column()), place, "{fault}");
    assert!(fault.message().contains(message), "{fault}");
}

#[test]
fn nothing_is_passed_over() {
    assert_refused("version = 1", "version = 2", (3, 11), "not of version 1");
    assert_refused("version = 1\n", "", (1, 1), "the lock has no `version`");
    assert_refused("max_bytes = 65536", "max_bytes = -1", (5, 13), "a number of bytes");
    assert_refused("max_bytes", "max_byte", (5, 1), "unknown key `max_byte`; did you mean `max_bytes`?");
    assert_refused("requires", "require", (8, 12), "unknown key `require`; did you mean `requires`?");
    assert_refused("[\"read\"] }\n\"only", "[\"raed\"] }\n\"only", (8, 24), "no scope `raed`");
    assert_refused("requires = [\"read\"]", "requires = \"read\"", (8, 23), "`requires` is a list of strings");
    assert_refused("\"restriction\"", "\"grand\"", (9, 19), "`kind` cannot be `grand`");
    assert_refused("\"put\"", "\"read\"", (11, 83), "`read` stands for two scopes");
    assert_refused("{ public = true }", "{}", (14, 1), "an endpoint has one of");
    assert_refused("public = true", "public = true, under = [\"only\"]", (14, 1), "an endpoint has one of");
    assert_refused("public = true", "public = false", (14, 1), "an endpoint has one of");
    assert_refused("any = [[\"list\", \"read\"], [\"write\"]]", "any = []", (16, 20), "none of them empty");
    assert_refused("[\"list\", \"read\"]", "[]", (16, 21), "none of them empty");
    assert_refused("[endpoints]", "[endpoint]", (13, 2), "unknown key `endpoint`");
    assert_refused("\"list\" =", "<<<<<<< HEAD\n\"list\" =", (8, 1), "a conflict of a merge");
    assert_refused("\"list\" =", "\"list\" = {}\n\"list\" =", (9, 1), "this is not TOML");
    assert_refused("system = \"t\"", "system = 7", (4, 10), "`system` has a string here");
    assert_refused("[end]", "[end]\nmore = 1", (19, 1), "unknown key `more`");
    // Wherever the file was cut short, at the end of a line or within one.
    for length in (0..TEXT.len() - "[end]\n".len()).filter(|length| TEXT.is_char_boundary(*length)) {
        assert!(Lock::parse(&TEXT[..length]).is_err(), "{}", &TEXT[..length]);
    }
    let cut = TEXT.split("[end]").next().unwrap();
    assert!(Lock::parse(cut).unwrap_err().message().contains("the lock has no `end`"));
    assert!(Lock::parse("").unwrap_err().message().contains("the lock has no `version`"));
    let fault = Lock::from_bytes(b"version = 1\n\xFF").unwrap_err();
    assert_eq!((fault.line(), fault.column()), (2, 1));
}

#[test]
fn hostile_locks_end_in_a_fault_at_once() {
    let begin = Instant::now();
    let nested = format!("version = {}", "[".repeat(100_000));
    assert!(Lock::parse(&nested).is_err());
    let huge = "#".repeat(40 << 20);
    assert!(Lock::parse(&huge).unwrap_err().message().contains("at most"));
    assert!(begin.elapsed() < Duration::from_secs(10), "{:?}", begin.elapsed());
}

/// Scopes of which each includes the next.
fn chain(length: usize) -> Catalog {
    let mut text = "format = 1\n[system]\nname = \"t\"\n[scopes]\n".to_owned();
    for place in 0..length - 1 {
        let _ = writeln!(text, "s{place:05} = {{ text = \"T.\", includes = [\"s{:05}\"] }}", place + 1);
    }
    let _ = writeln!(text, "s{:05} = \"T.\"", length - 1);
    Catalog::parse(&text).unwrap()
}

#[test]
fn a_lock_that_would_be_too_large_is_refused() {
    let lock = Lock::of(&chain(500)).unwrap();
    assert_eq!(Lock::parse(&lock.to_string()).unwrap(), lock);
    assert_eq!(Lock::of(&chain(5_000)).unwrap_err(), LockTooLarge);
}

#[test]
fn a_cycle_in_an_edited_lock_ends() {
    let edited = TEXT.replacen("\"read\" = { ", "\"read\" = { includes = [\"write\"], ", 1);
    let lock = Lock::parse(&edited).unwrap();
    assert!(lock.gains(&Catalog::parse(MANIFEST).unwrap()).is_empty());
}
