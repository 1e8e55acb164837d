//! Every key of the format comes into a draft and out of it: one that is new cannot be forgotten by what says to carry the
//! whole manifest.

use std::collections::BTreeSet;

use cargo_scopes::draft::Draft;
use scopes_manifest::Catalog;
use scopes_manifest::format::{
    DEPRECATION, ENDPOINT, KINDS, LINT, LINTS, MANIFEST, PRESET, REMOVED_SCOPE, SCOPE, SYSTEM, Table,
};
use serde_json::Value;

/// Each key of each table at least once, but for what is written out in a catalogue: `use` and `rules`, and what the
/// format takes anyhow.
const EVERYTHING: &str = r#"
format = 1
use = ["oidc"]
[system]
name = "everything"
naming = "resource:verb"
unknown = "ignore"
delimiters = ["space", "comma"]
default = ["a:read"]
locale = "de"
locales = ["de", "en"]
strip_prefix = "https://example.com/"
audience_uri = "https://api.example.com"
bound_to = ["team"]
max_bytes = 100
[kinds]
client = ["web"]
audience = ["public"]
subject = ["user"]
grants = ["authorization_code"]
[scopes]
"a:read" = "Read."
"a:only" = { text = "Only.", kind = "restriction" }
"a:write" = { text = "Write.", consent = "Write", detail = "All.", includes = ["a:read"], extends = "a:read", requires = ["b:read"], claims = ["sub"], issues = ["id_token"], client = ["web"], audience = ["public"], subject = ["user"], grants = ["authorization_code"], approval = "admin", sensitivity = "restricted", optional = true, bound_to = "team", aliases = ["a:put"], deprecated = { since = "1", use = "b:read", note = "Old.", remove_after = "2" }, since = "0", group = "A", docs = "https://example.com", rust = "Writing" }
"b:read" = "Read others."
"m:all" = "More."
"n:all" = "Less."
[[rules]]
when = "m:{x}"
includes = "n:{x}"
missing = "skip"
[removed]
"c:read" = { in = "1", note = "Gone." }
[presets]
readers = { text = "Who reads.", scopes = ["a:read"] }
[endpoints]
"GET /a" = { all = ["a:read", "b:read"], under = ["a:only"] }
"GET /b" = { any = ["a:read", "b:read"] }
"GET /c" = { public = true }
"GET /d" = { authenticated = true }
[text.en]
"a:read" = "Read"
"a:only" = "Only"
"a:write" = "Write"
"b:read" = "Read others"
"m:all" = "More"
"n:all" = "Less"
"openid" = "Sign in"
"profile" = "Profile"
"email" = "Email"
"address" = "Address"
"phone" = "Phone"
"offline_access" = "Offline"
[text.de]
"openid" = "Anmelden"
"profile" = "Profil"
"email" = "E-Mail"
"address" = "Adresse"
"phone" = "Telefon"
"offline_access" = "Offline"
[lints]
naming = { level = "allow", except = ["openid"] }
near_duplicate = { level = "allow" }
unused = { level = "allow" }
consent = { level = "allow" }
redundant = { level = "allow" }
"#;

fn described(table: &Table) -> BTreeSet<String> {
    table.keys.iter().map(|key| key.name.to_owned()).collect()
}

/// The keys of all tables that stand at a path; `*` is any name.
fn found(document: &Value, path: &[&str]) -> BTreeSet<String> {
    let mut places = vec![document];
    for step in path {
        places = places
            .into_iter()
            .flat_map(|place| match *step {
                "*" => place.as_object().into_iter().flatten().map(|(_, value)| value).collect::<Vec<_>>(),
                key => place.get(key).into_iter().collect(),
            })
            .collect();
    }
    places.into_iter().filter_map(Value::as_object).flat_map(|table| table.keys().cloned()).collect()
}

#[test]
fn each_key_comes_through() {
    let catalog = Catalog::parse(EVERYTHING).map_err(|faults| faults.to_string()).unwrap();
    let draft = Draft::of(&catalog);
    let document = serde_json::to_value(&draft).unwrap();
    let tables: [(&Table, &[&str], &[&str]); 10] = [
        (&MANIFEST, &[], &["use", "rules"]),
        (&SYSTEM, &["system"], &[]),
        (&KINDS, &["kinds"], &[]),
        (&SCOPE, &["scopes", "*"], &[]),
        (&DEPRECATION, &["scopes", "*", "deprecated"], &[]),
        (&REMOVED_SCOPE, &["removed", "*"], &[]),
        (&PRESET, &["presets", "*"], &[]),
        (&ENDPOINT, &["endpoints", "*"], &[]),
        (&LINTS, &["lints"], &[]),
        (&LINT, &["lints", "*"], &[]),
    ];
    for (table, path, written_out) in tables {
        let mut wanted = described(table);
        wanted.retain(|key| !written_out.contains(&key.as_str()));
        assert_eq!(found(&document, path), wanted, "{path:?}");
    }
    let again = Catalog::parse(&draft.to_toml()).map_err(|faults| faults.to_string()).unwrap();
    assert_eq!(Draft::of(&again), draft);
}

/// A manifest as it stands is a draft too, with `use` and `rules`.
#[test]
fn each_key_is_read_from_json() {
    let document: toml_edit::DocumentMut = EVERYTHING.parse().unwrap();
    let draft: Draft = toml_edit::de::from_document(document).unwrap();
    assert_eq!((draft.bundles.len(), draft.rules.len()), (1, 1));
    let again = Catalog::parse(&draft.to_toml()).map_err(|faults| faults.to_string()).unwrap();
    assert_eq!(Draft::of(&again), Draft::of(&Catalog::parse(EVERYTHING).unwrap()));
}
