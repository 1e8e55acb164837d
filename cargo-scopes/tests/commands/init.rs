//! `init`: the manifest that it makes is without fault, and nothing that is there is touched.

use std::fs;

use scopes_manifest::Catalog;

use crate::program::{Folder, run};

#[test]
fn a_manifest_without_fault() {
    let folder = Folder::new();
    folder.file("Cargo.toml", "[package]\nname = \"address-book\"\n");
    let path = folder.path().display().to_string();
    let made = run(["init", &path]);
    assert_eq!(made.code, 0, "{}", made.told);
    assert!(made.printed.contains("pub struct AddressBook;"), "{}", made.printed);
    let text = fs::read_to_string(folder.path().join("scopes.toml")).unwrap();
    let catalog = Catalog::parse(&text).unwrap();
    assert_eq!(catalog.name(), "address-book");
    assert!(catalog.warnings().is_empty());
    assert_eq!(folder.names(), ["Cargo.toml", "scopes.toml"]);

    let again = run(["init", &path]);
    assert_eq!((again.code, again.printed.as_str()), (2, ""));
    assert!(again.told.contains("scopes.toml` is there already"), "{}", again.told);
    assert_eq!(fs::read_to_string(folder.path().join("scopes.toml")).unwrap(), text);
}

#[test]
fn each_comment_of_the_template_that_is_a_key_can_be_taken_in() {
    let folder = Folder::new();
    assert_eq!(run(["init", "--name", "it's \"ours\"", &folder.path().display().to_string()]).code, 0);
    let text = fs::read_to_string(folder.path().join("scopes.toml")).unwrap();
    let is_key = |line: &str| {
        let key = line.split_once(" = ").map(|(key, _)| key);
        line.starts_with('[') || key.is_some_and(|key| !key.contains(' '))
    };
    let whole: Vec<&str> =
        text.lines().map(|line| line.strip_prefix("# ").filter(|rest| is_key(rest)).unwrap_or(line)).collect();
    let catalog = Catalog::parse(&whole.join("\n")).unwrap();
    assert_eq!(catalog.name(), "it's \"ours\"");
    assert_eq!((catalog.presets().len(), catalog.removed().len()), (1, 1));
    assert!(catalog.default_scopes().is_some() && catalog.audience_uri().is_some());
}

#[test]
fn a_name_that_cannot_be_one_is_told() {
    let folder = Folder::new();
    let made = run(["init", "--name", "a\u{202e}b", &folder.path().display().to_string()]);
    assert_eq!(made.code, 2);
    assert!(made.told.contains("U+202E") && made.told.contains("--name"), "{}", made.told);
    assert!(folder.names().is_empty());
}
