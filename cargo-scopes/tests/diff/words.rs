//! What people read, and what is asked for in their place: texts, lints, notes, the default.

use cargo_scopes::change::{Class, between};
use scopes_manifest::Catalog;

use super::kinds::{OLD, assert_changes};

use Class::{Documentation, Widening};

#[test]
fn a_default_that_was_not_there_widens() {
    let changes = |default: &str| {
        let [old, new] = [OLD.replace("default = [\"read\"]\n", ""), OLD.replace("[\"read\"]\nlocales", default)];
        let [old, new] = [old, new].map(|text| Catalog::parse(&text).map_err(|faults| faults.to_string()).unwrap());
        between(&old, &new).iter().map(|one| (one.class(), one.message().to_owned())).collect::<Vec<_>>()
    };
    let asks = |name: &str| (Widening, format!("requests without a scope are now accepted and ask for {name}"));
    assert_eq!(changes("[\"read\", \"list\"]\nlocales"), [asks("list"), asks("read")]);
    assert_eq!(changes("[]\nlocales"), [(Widening, "requests without a scope are now accepted".to_owned())]);
}

#[test]
fn lints_and_deprecations() {
    assert_changes(
        &[("[presets]", "[lints]\nnaming = { level = \"deny\" }\n[presets]")],
        &[(Documentation, "lint", "the level of the lint naming is now deny and was warn")],
    );
    assert_changes(
        &[("[presets]", "[lints]\nunused = { except = [\"list\"] }\n[presets]")],
        &[(Documentation, "lint", "the lint unused makes other exceptions")],
    );
    assert_changes(
        &[("optional = true", "optional = true, deprecated = { use = \"read\" }")],
        &[(Documentation, "deprecation", "list is now deprecated")],
    );
}

#[test]
fn what_replaces_a_deprecated_scope_is_told() {
    let manifest = |deprecated: &str| {
        let text = format!(
            "format = 1\n[system]\nname = \"t\"\n[scopes]\na = {{ text = \"A.\", deprecated = {deprecated} }}\n\
             b = \"B.\"\nc = \"C.\"\n"
        );
        Catalog::parse(&text).unwrap()
    };
    let changes = between(&manifest("{ use = \"b\" }"), &manifest("{ use = \"c\" }"));
    let told: Vec<_> = changes.iter().map(|one| (one.class(), one.message())).collect();
    assert_eq!(told, [(Documentation, "the deprecation of a says something else")]);
}

/// Also where `locales` does not list the language.
#[test]
fn texts_of_every_language_are_told() {
    let manifest = |text: &str| {
        let head = "format = 1\n[system]\nname = \"t\"\n[scopes]\na = \"A.\"\n[text.de]\n";
        Catalog::parse(&format!("{head}a = \"{text}\"\n")).unwrap()
    };
    let changes = between(&manifest("Eins."), &manifest("Zwei."));
    let told: Vec<_> = changes.iter().map(|one| (one.class(), one.message())).collect();
    assert_eq!(told, [(Documentation, "the consent (de) of a changed")]);
}

#[test]
fn texts() {
    assert_changes(&[("\"Read.\"", "\"Read all.\"")], &[(Documentation, "text", "the text of read changed")]);
    assert_changes(
        &[("\"Lesen.\"", "\"Alles lesen.\"")],
        &[(Documentation, "text", "the consent (de) of read changed")],
    );
    assert_changes(
        &[("\"Read.\"", "{ text = \"Read.\", detail = \"D.\", docs = \"https://a.example\", group = \"G\" }")],
        &[
            (Documentation, "text", "the detail of read changed"),
            (Documentation, "text", "the group of read changed"),
            (Documentation, "text", "the documentation of read changed"),
        ],
    );
}
