//! Documents and places that are made to do harm: a clear error, soon, and no file is left half written.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use cargo_scopes::import::Format;

use crate::program::{Folder, Run, run};

/// A second is what users get. Where the program is not optimised, and tests share the machine, five are allowed.
const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 5 } else { 1 });

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

/// Every format, so that a new one is fed as well.
fn formats() -> impl Iterator<Item = &'static str> {
    Format::ALL.iter().map(|format| format.as_str())
}

/// What is said of a text in which a format finds nothing of its own.
fn nothing_of(from: &str) -> &'static str {
    match from {
        "markdown" => "the page has no table",
        "openapi" => "this is no OpenAPI document",
        "discovery" => "this is no discovery document",
        "metadata" => "this is no metadata with scopes",
        "json" => "invalid type",
        "html" => "the document has no element `",
        "typescript" => "the document has no comment with the manifest",
        // No format says this, so that the test fails until the new one stands above.
        _ => "a format that this test does not know",
    }
}

/// A text in the place where a format has its manifest.
fn carried(from: &str, manifest: &str) -> String {
    match from {
        "html" => format!("<script id=\"scopes-manifest\">{manifest}</script>"),
        "typescript" => format!("// scopes-manifest: {manifest}\n"),
        _ => manifest.to_owned(),
    }
}

#[test]
fn nesting_ends_at_a_hundred_levels() {
    let deep = 500_000;
    let too_deep = "nested more than 100 levels deep";
    for from in formats().filter(|from| !matches!(*from, "markdown" | "list")) {
        refused(from, carried(from, &"[".repeat(deep)), too_deep);
        refused(from, carried(from, &"{\"a\":".repeat(deep)), too_deep);
    }
    refused("openapi", "- ".repeat(deep), too_deep);
    // The scanner looks further ahead than the reader has come.
    refused("openapi", format!("a: {}", "[".repeat(deep)), "this is no YAML: recursion limit exceeded");
    let steps = (0..2000).map(|level| format!("{}a:\n", " ".repeat(level)));
    refused("openapi", steps.collect::<Vec<_>>().concat(), too_deep);
    refused("markdown", "> ".repeat(deep / 100), too_deep);
    refused("markdown", "+ ".repeat(deep / 100), too_deep);
    for inline in ["*a _".repeat(deep / 100), "[".repeat(deep), "`a".repeat(deep / 10), "~~a ~".repeat(deep / 100)] {
        refused("markdown", inline, nothing_of("markdown"));
    }
    for tags in ["<script id=\"scopes-manifest\"", "<script id=\"scopes-manifest\">"] {
        refused("html", tags.repeat(deep / 10), nothing_of("html"));
    }
}

#[test]
fn a_line_of_a_mebibyte_is_read_or_refused() {
    let long = "a".repeat(1 << 20);
    let texts = [
        (long.clone(), "expected value"),
        (format!("\"{long}\""), "invalid type"),
        (format!("{{\"{long}\": 1}}"), "unknown field"),
    ];
    for (text, of_json) in texts {
        for from in formats().filter(|from| *from != "list") {
            refused(from, &text, if from == "json" { of_json } else { nothing_of(from) });
        }
        for from in ["html", "typescript"] {
            refused(from, carried(from, &text), of_json);
        }
    }
    let folder = Folder::new();
    let run = import(&folder, &folder.file("list.txt", &long), "list");
    assert_eq!(run.code, 1);
    assert!(run.told.contains("is left out: it is 1048576 bytes long"), "{}", run.told);
}

#[test]
fn a_document_of_faults_alone_is_refused_as_a_whole() {
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
    let (many, place) = ("1,".repeat(2_000_001), "the document has more than 2000000 values up to here");
    for from in ["metadata", "json"] {
        refused(from, format!("{{\"x\": [{many}1]}}"), place);
    }
    let items = (0..1 << 14).map(|number| format!("- `a:{number}`\n")).collect::<Vec<_>>().concat();
    refused("markdown", format!("| Scope | Text |\n|---|---|\n| a | A. |\n\n{items}"), "10000 places are not");
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
    for from in formats() {
        refused(from, b"ab\ncd \xff\xfe", "document:2:4: the document is not UTF-8");
        refused(from, b"\xff\xfe{\0}\0", "document:1:1: the document is not UTF-8");
    }
    for from in formats().filter(|from| *from != "list") {
        let is_structured = matches!(from, "openapi" | "discovery" | "metadata" | "json");
        refused(from, "", if is_structured { "the document is empty" } else { nothing_of(from) });
        refused(from, "\0", if is_structured { "found unprintable character" } else { nothing_of(from) });
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

const MANIFEST: &str = "format = 1\n[system]\nname = \"a\"\n[scopes]\na = \"A.\"\n";

#[test]
fn a_folder_that_cannot_be_written_to_leaves_all_as_it_was() {
    let folder = Folder::new();
    let (list, manifest) = (folder.file("list.txt", "a: A.\nb: B.\n"), folder.file("scopes.toml", MANIFEST));
    // Nobody can write there, not even the superuser.
    let run = run(["import", "--from", "list", "-o", "/proc/scopes.toml", list.to_str().unwrap()]);
    assert_eq!(run.code, 2);
    assert!(run.told.contains("cannot write `/proc/scopes.toml`"), "{}", run.told);

    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let is_superuser = fs::write(folder.path().join("probe"), "").is_ok();
    let merged = self::run(["import", "--from", "list", "--merge", manifest.to_str().unwrap(), list.to_str().unwrap()]);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    // The superuser may write there all the same: for them the next test is the one that counts.
    if is_superuser {
        assert_eq!(merged.code, 0, "{}", merged.told);
    } else {
        assert_eq!(merged.code, 2, "{}", merged.told);
        assert_eq!(fs::read_to_string(&manifest).unwrap(), MANIFEST);
        assert_eq!(folder.names(), ["list.txt", "scopes.toml"]);
    }
}

/// Through its descriptor the manifest can still be read, and nobody can put another in its place.
#[cfg(target_os = "linux")]
#[test]
fn a_manifest_that_has_vanished_is_not_written_anew() {
    use std::io::Read;
    use std::os::fd::AsRawFd;

    let folder = Folder::new();
    let (list, manifest) = (folder.file("list.txt", "a: A.\nb: B.\n"), folder.file("scopes.toml", MANIFEST));
    let mut open = fs::File::open(&manifest).unwrap();
    fs::remove_file(&manifest).unwrap();
    let path = format!("/proc/self/fd/{}", open.as_raw_fd());
    let merged = run(["import", "--from", "list", "--merge", &path, list.to_str().unwrap()]);
    assert_eq!(merged.code, 2, "{}", merged.told);
    assert!(merged.told.contains(&format!("cannot write `{path}`")), "{}", merged.told);
    let mut text = String::new();
    open.read_to_string(&mut text).unwrap();
    assert_eq!((text.as_str(), folder.names()), (MANIFEST, vec!["list.txt".to_owned()]));
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
