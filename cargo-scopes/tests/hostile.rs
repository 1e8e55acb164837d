//! Documents and places that are made to do harm: a clear error, soon, and no file is left half written.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod program;

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use program::{Folder, Run, run};

/// Generous: the program is not optimised here, and tests share the machine. A second is what users get.
const SOON: Duration = Duration::from_secs(5);

/// Imports a document into a file that is not to be there afterwards, unless the document could be read.
fn import(folder: &Folder, document: &Path, from: &str) -> Run {
    let before = Instant::now();
    let output = folder.path().join("made.toml");
    let words = ["import", "--from", from, "--name", "a", "-o", output.to_str().unwrap(), document.to_str().unwrap()];
    let run = run(words);
    assert!(before.elapsed() < SOON, "{from} took {:?}", before.elapsed());
    let left: Vec<String> = folder.names().into_iter().filter(|name| name.starts_with('.')).collect();
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(output.exists(), run.code < 2, "{}", run.told);
    run
}

/// That this text is refused, and how it is said.
fn refused(from: &str, text: impl AsRef<[u8]>, sentence: &str) {
    let folder = Folder::new();
    let run = import(&folder, &folder.file("document", text), from);
    assert_eq!(run.code, 2, "{from}: {}", run.told);
    assert!(run.told.contains(sentence), "{sentence}: {}", run.told.chars().take(500).collect::<String>());
    assert!(run.told.len() < 2000, "the error of {from} has {} bytes", run.told.len());
}

const FORMATS: [&str; 6] = ["markdown", "openapi", "discovery", "metadata", "list", "json"];

#[test]
fn nesting_ends_at_a_hundred_levels() {
    let deep = 500_000;
    for from in ["openapi", "json"] {
        refused(from, "[".repeat(deep), "nested more than 100 levels deep");
        refused(from, "{\"a\":".repeat(deep), "nested more than 100 levels deep");
    }
    refused("openapi", "- ".repeat(deep), "nested more than 100 levels deep");
    refused("openapi", format!("a: {}", "[".repeat(deep)), "");
    let steps = (0..2000).map(|level| format!("{}a:\n", " ".repeat(level)));
    refused("openapi", steps.collect::<Vec<_>>().concat(), "nested more than 100 levels deep");
    refused("markdown", "> ".repeat(deep / 100), "nested more than 100 levels deep");
    refused("markdown", "+ ".repeat(deep / 100), "nested more than 100 levels deep");
    refused("markdown", "*a _".repeat(deep / 100), "the page has no table");
    refused("markdown", "[".repeat(deep), "the page has no table");
    refused("markdown", "`a".repeat(deep / 10), "the page has no table");
}

#[test]
fn a_line_of_a_mebibyte_is_read_or_refused() {
    let long = "a".repeat(1 << 20);
    for from in ["openapi", "json", "markdown"] {
        refused(from, &long, "");
        refused(from, format!("\"{long}\""), "");
        refused(from, format!("{{\"{long}\": 1}}"), "");
    }
    let folder = Folder::new();
    let run = import(&folder, &folder.file("list.txt", &long), "list");
    assert_eq!(run.code, 1);
    assert!(run.told.contains("is left out: it is 1048576 bytes long"), "{}", run.told);

    refused("list", "a:b,".repeat(1 << 14), "10000 places are not");
    let texts = (0..300).map(|number| format!("a{number}: {}\n", "a".repeat(4000)));
    refused("list", texts.collect::<Vec<_>>().concat(), "a manifest can hold");
    refused("list", "a\\ b\n".repeat(1 << 14), "10000 places are not");
    refused(
        "metadata",
        format!("{{\"scopes_supported\": [{}]}}", vec!["\"a b\""; 2_000].join(",")),
        "1000 names are none",
    );
    let rows = "| a b | c |\n".repeat(1 << 11);
    refused("markdown", format!("| Scope | Text |\n|---|---|\n{rows}"), "1000 names are none");
}

#[test]
fn aliases_of_yaml_do_not_explode() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..60 {
        let list = vec![format!("*a{}", level - 1); 9].join(", ");
        text.extend([format!("a{level}: &a{level} [{list}]\n")]);
    }
    refused("openapi", text, "the aliases up to here stand for more than 1000000 values");
    refused("openapi", "a: &a [*a]", "this alias stands inside of what it stands for");
    refused("openapi", "a: *b", "this is no YAML");
    refused("openapi", "a: &a {b: 1}\nc:\n  <<: *a\n", "`<<` is no part of YAML 1.2");
    refused("openapi", "a: 1\n---\na: 2\n", "a second document begins here");
    refused("openapi", "a: 1\nb: 2\na: 3\n", "3:1: the key `a` stands in line 1 already");
    refused("openapi", "? [a]\n: b\n", "a key is a text");
}

#[test]
fn what_is_no_text_is_told_with_its_place() {
    for from in FORMATS {
        refused(from, b"ab\ncd \xff\xfe", "document:2:4: the document is not UTF-8");
        refused(from, b"\xff\xfe{\0}\0", "document:1:1: the document is not UTF-8");
    }
    for from in ["openapi", "discovery", "metadata", "json"] {
        refused(from, "", "");
        refused(from, "\0", "");
    }
}

#[test]
fn only_files_are_read() {
    let folder = Folder::new();
    let at = |name: &str| folder.path().join(name);
    let pipe = at("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    symlink(at("loop"), at("loop")).unwrap();
    symlink(&pipe, at("link")).unwrap();
    let places: [(PathBuf, &str); 6] = [
        (folder.path().to_owned(), "it is a folder"),
        (pipe, "it is a pipe"),
        (at("link"), "it is a pipe"),
        (at("loop"), "cannot read"),
        (at("missing"), "cannot read"),
        ("/dev/zero".into(), "it is a device"),
    ];
    for (place, sentence) in places {
        let run = import(&folder, &place, "list");
        assert_eq!(run.code, 2);
        assert!(run.told.contains(sentence), "{}", run.told);

        let list = folder.file("list.txt", "a: A.");
        let merged =
            self::run(["import", "--from", "list", "--merge", place.to_str().unwrap(), list.to_str().unwrap()]);
        assert_eq!(merged.code, 2);
        assert!(merged.told.contains(sentence), "{}", merged.told);
    }
}

#[test]
fn a_document_larger_than_any_is_not_read_to_its_end() {
    let folder = Folder::new();
    let path = folder.file("large", "");
    fs::File::options().write(true).open(&path).unwrap().set_len(1 << 40).unwrap();
    let run = import(&folder, &path, "list");
    assert_eq!(run.code, 2);
    assert!(run.told.contains("it has more than 64 MiB"), "{}", run.told);
}

#[test]
fn a_folder_that_cannot_be_written_to_leaves_all_as_it_was() {
    let folder = Folder::new();
    let (list, manifest) = (
        folder.file("list.txt", "a: A.\nb: B.\n"),
        folder.file("scopes.toml", "format = 1\n[system]\nname = \"a\"\n[scopes]\na = \"A.\"\n"),
    );
    let before = fs::read(&manifest).unwrap();
    // Nobody can write there, not even the superuser.
    let run = run(["import", "--from", "list", "-o", "/proc/scopes.toml", list.to_str().unwrap()]);
    assert_eq!(run.code, 2);
    assert!(run.told.contains("cannot write `/proc/scopes.toml`"), "{}", run.told);

    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let is_superuser = fs::write(folder.path().join("probe"), "").is_ok();
    let merged = self::run(["import", "--from", "list", "--merge", manifest.to_str().unwrap(), list.to_str().unwrap()]);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    if !is_superuser {
        assert_eq!(merged.code, 2, "{}", merged.told);
        assert_eq!(fs::read(&manifest).unwrap(), before);
        assert_eq!(folder.names(), ["list.txt", "scopes.toml"]);
    }
}

#[test]
fn a_manifest_that_is_made_to_do_harm_is_not_merged_into() {
    let folder = Folder::new();
    let list = folder.file("list.txt", "a: A.\n");
    let long = "a".repeat(1 << 20);
    let texts = [
        "a = ".to_owned() + &"[".repeat(500_000),
        "a = ".to_owned() + &"{ a = ".repeat(100_000),
        "a.".repeat(100_000) + "a = 1",
        format!("[{}a]", "a.".repeat(100_000)),
        format!("a = \"{long}\""),
        long.clone(),
    ];
    for text in texts {
        let manifest = folder.file("scopes.toml", &text);
        let before = Instant::now();
        let merged = run(["import", "--from", "list", "--merge", manifest.to_str().unwrap(), list.to_str().unwrap()]);
        assert!(before.elapsed() < SOON, "took {:?}", before.elapsed());
        assert_ne!(merged.code, 0);
        assert!(!merged.told.is_empty());
        assert_eq!(fs::read_to_string(&manifest).unwrap(), text);
        assert_eq!(folder.names(), ["list.txt", "scopes.toml"]);
    }
}
