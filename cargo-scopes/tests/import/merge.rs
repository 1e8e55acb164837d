//! `cargo scopes import --merge`: what is new is added in its place, and nothing else of the file changes.

use std::fs;
use std::time::{Duration, Instant};

use cargo_scopes::draft::Draft;
use proptest::prelude::*;
use scopes_manifest::Catalog;
use scopes_manifest::route::shape;

use crate::program::{Folder, Run, run};

const HEAD: &str = "format = 1\n[system]\nname = \"a\"\n";

/// Merges a list of scopes; what came of it, and the file as it then is.
fn merge(manifest: &str, list: &str, arguments: &[&str]) -> (Run, String) {
    let folder = Folder::new();
    let (file, list) = (folder.file("scopes.toml", manifest), folder.file("list.txt", list));
    let words = ["import", "--from", "list", list.to_str().unwrap(), "--merge", file.to_str().unwrap()];
    let merged = run([&words, arguments].concat());
    (merged, fs::read_to_string(file).unwrap())
}

fn added(manifest: &str, list: &str, expected: &str) {
    let (merged, text) = merge(manifest, list, &[]);
    assert_eq!(merged.code, 0, "{}", merged.told);
    assert_eq!(text, expected);
}

#[test]
fn a_new_scope_stands_after_its_neighbour_in_the_document() {
    let manifest = format!(
        "{HEAD}# Ours.\n[scopes]\n  a = 'A.' # first\n  # Before c.\n  \"c\" = {{ text = \"C.\" }}\n\n[lints]\n"
    );
    let expected = manifest
        .replace("# first\n", "# first\n  \"b\" = \"B.\"\n")
        .replace("\"C.\" }\n", "\"C.\" }\n  \"d\" = \"D.\"\n");
    added(&manifest, "a: A.\nb: B.\nc: C.\nd: D.\n", &expected);
}

#[test]
fn a_scope_without_a_neighbour_goes_to_the_end() {
    let manifest = format!("{HEAD}[scopes]\nz = \"Z.\"\n[removed]\ny = {{}}\n");
    let expected = manifest.replace("\"Z.\"\n", "\"Z.\"\n\"b\" = \"B.\"\n");
    let (merged, text) = merge(&manifest, "b: B.\n", &[]);
    assert_eq!((merged.code, text), (0, expected));
    assert!(merged.told.contains("scopes.toml:5: `z` is not in the document\n"), "{}", merged.told);
}

#[test]
fn a_section_is_followed_by_a_section() {
    let manifest = format!(
        "{HEAD}[scopes.\"a\"]\ntext = \"A.\"\n[scopes.\"a\".deprecated]\nnote = \"N.\"\n\n# Below.\n[scopes.c]\ntext = \"C.\""
    );
    let expected =
        manifest.replace("\"N.\"\n", "\"N.\"\n\n[scopes.\"b\"]\ntext = \"B.\"\n") + "\n\n[scopes.\"d\"]\ntext = \"D.\"";
    added(&manifest, "a: A.\nb: B.\nc: C.\nd: D.\n", &expected);
}

#[test]
fn dotted_and_inline_tables_are_added_to_in_their_form() {
    let manifest = "format = 1\nsystem.name = \"a\"\nscopes.\"a\".text = \"A.\"\nscopes.\"a\".group = \"G\"\n# Last.\n";
    let expected = manifest.replace("\"G\"\n", "\"G\"\nscopes.\"b\" = \"B.\"\n");
    added(manifest, "a: A.\nb: B.\n", &expected);

    let manifest = "format = 1\nscopes = { a = \"A.\", c = \"C.\" } # All.\nsystem.name = \"a\"\n";
    added(manifest, "a: A.\nb: B.\nc: C.\n", &manifest.replace("\"A.\"", "\"A.\", \"b\" = \"B.\""));

    for empty in ["{}", "{ }"] {
        let manifest = format!("format = 1\nscopes = {empty} # None.\nsystem.name = \"a\"\n");
        let expected = manifest.replace(empty, "{ \"a\" = \"A.\", \"b\" = \"B.\" }");
        added(&manifest, "a: A.\nb: B.\n", &expected);
    }
}

#[test]
fn a_manifest_without_scopes_gets_a_table() {
    added(HEAD, "a: A.\nb: B.\n", &format!("{HEAD}\n[scopes]\n\"a\" = \"A.\"\n\"b\" = \"B.\"\n"));
    let manifest =
        format!("[scopes] # None yet.\n\n{}", "[system]\nname = \"a\"\n").replace("[scopes]", "format = 1\n[scopes]");
    added(&manifest, "a: A.\nb: B.\n", &manifest.replace("yet.\n", "yet.\n\"a\" = \"A.\"\n\"b\" = \"B.\"\n"));
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let manifest = format!("\u{feff}{HEAD}[scopes]\na = \"A.\"").replace('\n', "\r\n");
    added(&manifest, "a: A.\nb: B.\n", &format!("{manifest}\r\n\"b\" = \"B.\""));
}

#[test]
fn aliases_retired_names_and_bundles_are_known() {
    let manifest = format!(
        "use = [\"oidc\"]\n{HEAD}[scopes]\n\"mail:read\" = {{ text = \"M.\", aliases = [\"old\"] }}\n[removed]\ngone = {{}}\n"
    );
    let (merged, text) = merge(&manifest, "old: O.\ngone: G.\nopenid: I.\nmail:read: M.\n", &[]);
    assert_eq!((merged.code, text), (0, manifest));
    for sentence in [
        "`old` is not added: it is an alias of `mail:read`",
        "`gone` is not added: `[removed]`",
        "`openid` is not added: it comes with",
    ] {
        assert!(merged.told.contains(sentence), "{sentence}: {}", merged.told);
    }
}

#[test]
fn another_text_is_told_and_taken_only_where_that_is_asked_for() {
    let manifest = format!("{HEAD}[scopes]\na = \"Ours.\" # so\n[scopes.b]\ngroup = \"G\"\ntext = '''Ours.'''\n");
    let list = "a: Theirs.\nb: Theirs, too.\n";
    let (merged, text) = merge(&manifest, list, &[]);
    assert_eq!((merged.code, &text), (0, &manifest));
    assert!(
        merged.told.contains("scopes.toml:5: `a` has another text in the document: \"Theirs.\"\n"),
        "{}",
        merged.told
    );

    let (merged, text) = merge(&manifest, list, &["--take-texts"]);
    assert_eq!(merged.code, 0);
    assert_eq!(text, manifest.replace("\"Ours.\"", "\"Theirs.\"").replace("'''Ours.'''", "\"Theirs, too.\""));
}

#[test]
fn what_would_not_be_valid_is_not_written() {
    let manifest = format!("{HEAD}[scopes]\na = \"A.\"\n");
    let (merged, text) = merge(&manifest, "a: A.\nb\n", &[]);
    assert_eq!((merged.code, &text), (1, &manifest));
    assert!(merged.told.contains("error[text-missing]") && merged.told.contains("is left as it is"), "{}", merged.told);

    // Which of the two is at fault is told apart.
    let manifest = format!("{HEAD}[scopes]\na = \"A.\"\nb = \"\"\n");
    let (merged, text) = merge(&manifest, "a: A.\nc: C.\n", &[]);
    assert_eq!((merged.code, &text), (1, &manifest));
    assert!(merged.told.contains("scopes.toml:6:") && merged.told.contains("[text-missing]"), "{}", merged.told);
    assert!(merged.told.contains("left as it is: it was not valid before, either"), "{}", merged.told);
    assert!(!merged.told.contains("with the document"), "{}", merged.told);

    let (merged, text) = merge("format = [1", "a: A.\n", &[]);
    assert_eq!((merged.code, text.as_str()), (2, "format = [1"));
    assert!(merged.told.contains("cannot add to"), "{}", merged.told);
}

#[test]
fn endpoints_are_added_and_differences_are_told() {
    let folder = Folder::new();
    let manifest = folder.file(
        "scopes.toml",
        format!("{HEAD}[scopes]\na = \"A.\"\n[endpoints]\n# One.\n\"GET /a\" = {{ authenticated = true }}\n"),
    );
    let document = folder.file(
        "a.json",
        r#"{"openapi":"3.0.0","security":[{"o":["a"]}],"components":{"securitySchemes":{"o":{"type":"oauth2","flows":{"implicit":{"scopes":{"a":"A."}}}}}},"paths":{"/a":{"get":{}},"/b":{"get":{}}}}"#,
    );
    let merged = run(["import".as_ref(), "--merge".as_ref(), manifest.as_os_str(), document.as_os_str()]);
    assert_eq!(merged.code, 0, "{}", merged.told);
    assert!(merged.told.contains("scopes.toml:8: `GET /a` is another in the document: \"a\"\n"), "{}", merged.told);
    let sentence = "scopes.toml:1: `grants = [\"implicit\"]` of `[kinds]` is not added: it would limit what is there\n";
    assert!(merged.told.contains(sentence), "{}", merged.told);
    let text = fs::read_to_string(&manifest).unwrap();
    assert_eq!(
        text,
        format!(
            "{HEAD}[scopes]\na = \"A.\"\n[endpoints]\n# One.\n\"GET /a\" = {{ authenticated = true }}\n\"GET /b\" = \"a\"\n"
        )
    );
}

/// A manifest with comments between all lines, and at the end of each.
fn commented(draft: &Draft) -> String {
    let lines = draft.to_toml();
    let lines = lines.lines().enumerate().map(|(number, line)| format!("# {number}\n{line} # {number}\n"));
    lines.collect::<Vec<_>>().concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is merged, the file is still there in its order, and the result is TOML.
    #[test]
    fn nothing_of_a_file_is_lost(there in crate::generator::manifest(), new in crate::generator::manifest()) {
        let before = commented(&there);
        let merged = new.merge_into(&before, false).unwrap();
        let mut rest = merged.text.lines();
        for line in before.lines() {
            prop_assert!(rest.any(|kept| kept == line), "lost {line:?} of\n{before}\nin\n{}", merged.text);
        }
        let table: toml::Table = merged.text.parse().unwrap();
        let added = serde_json::to_value(&new).unwrap();
        let is_told = |name: &str| merged.notes.iter().any(|note| note.sentence.starts_with(&format!("`{name}` is not added")));
        for kind in ["endpoints", "presets", "removed"] {
            for name in added.get(kind).and_then(|table| table.as_object()).into_iter().flat_map(|table| table.keys()) {
                let is_there = table.get(kind).and_then(toml::Value::as_table).is_some_and(|table| table.keys().any(|key| shape(key) == shape(name)));
                prop_assert!(is_there || is_told(name), "{name}\n{}", merged.text);
            }
        }
        for name in new.scopes.keys() {
            let is_there = table["scopes"].as_table().unwrap().contains_key(name);
            prop_assert!(is_there || is_told(name));
        }
        // A second time there is nothing to add.
        prop_assert_eq!(&new.merge_into(&merged.text, false).unwrap().text, &merged.text);
    }

    /// A manifest has all of itself, however it is written.
    #[test]
    fn a_manifest_adds_nothing_to_itself(draft in crate::generator::manifest()) {
        let text = commented(&draft);
        let merged = draft.merge_into(&text, true).unwrap();
        prop_assert_eq!(merged.text, text.clone());
        prop_assert!(Catalog::parse(&text).is_ok());
    }
}

#[test]
fn two_manifests_as_large_as_any_are_merged_soon() {
    let list = |letter: char| {
        (0..15_000).map(|number| format!("\"{letter}{number}\" = \"T.\"\n")).collect::<Vec<_>>().concat()
    };
    let there = format!("{HEAD}[scopes]\n{}", list('a'));
    let new: Draft = toml::from_str(&format!("{HEAD}[scopes]\n{}{}", list('a'), list('b'))).unwrap();
    let before = Instant::now();
    let merged = new.merge_into(&there, false).unwrap();
    assert!(before.elapsed() < Duration::from_secs(5), "{:?}", before.elapsed());
    assert_eq!(merged.text, there + &list('b'));
}
