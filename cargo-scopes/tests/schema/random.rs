//! Whole manifests: none that the reader accepts is refused.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::TestRunner;
use scopes_manifest::Catalog;

use super::Schema;

/// What may follow `[system]` and its name; each line stands alone.
const SYSTEM: &[&str] = &[
    "naming = \"resource:verb\"",
    "unknown = \"ignore\"",
    "delimiters = [\"comma\"]",
    "default = []",
    "default = \"p-1\"",
    "locale = \"de-1996\"",
    "locales = [\"en\", \"de-1996\"]",
    "strip_prefix = \"\"",
    "audience_uri = \"urn:x\"",
    "bound_to = [\"\", \"ws\"]",
    "max_bytes = 0xFFFF_FFFF",
];

/// What a scope may say beside its text.
const SCOPE: &[&str] = &[
    "consent = \"\\u3000a\"",
    "detail = \"\\U0001F600\"",
    "includes = [\"leaf\", \"x/*\"]",
    "extends = \"leaf\"",
    "requires = [\"other\"]",
    "claims = [\"c\", \"d\"]",
    "issues = [\"id_token\"]",
    "client = [\"web\"]",
    "approval = \"review\"",
    "sensitivity = \"restricted\"",
    "optional = true",
    "kind = \"restriction\"",
    "kind = \"grant\"",
    "bound_to = \"ws\"",
    "deprecated = true",
    "deprecated = {}",
    "deprecated = { since = \"\", use = \"leaf\", note = \"n\", remove_after = \"2030\" }",
    "since = \"\"",
    "group = \" \"",
    "docs = \"d\"",
    "aliases = []",
];

const TABLES: &[&str] = &[
    "[[rules]]\nwhen = \"{anything at all}\"\nincludes = \"x/{anything at all}\"\nmissing = \"skip\"",
    "[removed]\ngone = {}\n\"a,b\" = { in = \"\", note = \" \" }",
    "[presets]\np-1 = { text = \"t\", scopes = [\"leaf\"] }\n\"ä2\" = { scopes = [\"leaf\"] }\nALL = { scopes = [\"leaf\"] }",
    "[endpoints]\n\"GET /\" = \"leaf\"\n\"QUERY /%20/{a}b{c-d}/{*rest}\" = { any = [\"leaf\", [\"other\", \"leaf\"]] }",
    "[endpoints]\n\"GET /~'()/\" = { authenticated = true, under = [] }\n\"PUT /a\" = { public = true }",
    "[text.de-1996]\nleaf = \"ä\"\nother = \"o\"\n\"x/y\" = \"z\"",
    "[lints]\nunused = {}\nnaming = { level = \"allow\", except = [\"leaf\"] }",
    "[lints.consent]\nlevel = \"warn\"",
];

fn manifest() -> impl Strategy<Value = String> {
    let name =
        prop_oneof![select(&["a", "a.b", "a,b", "a:*", "[x]", "'", "~"][..]).prop_map(str::to_owned), "[b-z]{1,3}"];
    let scopes = vec((name, subsequence(SCOPE, 0..4)), 0..3);
    let parts = (subsequence(SYSTEM, 0..3), scopes, subsequence(TABLES, 0..3), any::<(bool, bool)>());
    parts.prop_map(|(system, scopes, tables, (uses_bundle, has_kinds))| {
        let bundle = if uses_bundle { "use = [\"oidc\"]\n" } else { "" };
        let kinds = if has_kinds { "[kinds]\nclient = [\"web\", \"a b\"]\n" } else { "" };
        let mut text = format!("format = 0b1\n{bundle}[system]\nname = \"T\"\n{}\n{kinds}", system.join("\n"));
        text.push_str("[scopes]\nleaf = \"l\"\nother = \"o\"\n\"x/y\" = \"y\"\n");
        for (place, (name, keys)) in scopes.iter().enumerate() {
            let keys: Vec<String> = keys.iter().map(|key| format!(", {key}")).collect();
            writeln!(text, "{name:?} = {{ text = \"x\", rust = \"S{place}\"{} }}", keys.concat()).unwrap();
        }
        text + &tables.join("\n") + "\n"
    })
}

#[test]
fn what_the_reader_accepts_is_accepted() {
    let schema = Schema::new();
    let (accepted, cases) = (std::cell::Cell::new(0), 1500);
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) };
    let result = TestRunner::new(config).run(&manifest(), |text| {
        if Catalog::parse(&text).is_ok() {
            accepted.set(accepted.get() + 1);
            let faults = schema.faults(&text);
            prop_assert!(faults.is_empty(), "{:?}\n{}", faults, text);
        }
        Ok(())
    });
    if let Err(difference) = result {
        panic!("{difference}");
    }
    assert!(accepted.get() > cases / 8, "of {cases} manifests only {} were accepted", accepted.get());
}
