//! Where a string stands alone, reader and schema agree on every one.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use scopes_manifest::Catalog;
use scopes_manifest::format::UNSAFE_CHARACTERS;
use serde_json::Value;

use super::Schema;

/// A manifest with a gap, and strings (as a regular expression) that fit it or hardly do not.
const GAPS: &[(&str, &str)] = &[
    ("[scopes]\na = { text = \"x\", consent = GAP }\n", TEXTS),
    ("[scopes]\na = { text = \"x\", docs = GAP }\n", TEXTS),
    ("[scopes]\nGAP = { text = \"x\", rust = \"Unlike\" }\n", NAMES),
    ("[scopes]\na = { text = \"x\", aliases = [GAP] }\n[removed]\nunlike = {}\n", "[!-~\u{7f}\u{e4} b]{0,4}"),
    (
        "[scopes]\na = { text = \"x\", rust = GAP }\n",
        "(_?_|Self|ALL|type|[A-Z0-9_][a-z0-9_:]{0,2}|[A-Z][a-z]?|_[a-z]{1,2}|[a-c]{1,3})",
    ),
    (
        "[kinds]\nclient = [GAP]\n[scopes]\na = \"x\"\n",
        "([:_0-9]?[Ss][eE:]?[lL]?:?f:?|[:9]?[aA]:?[lL]:?[lL].?|[a-z0-9:]{0,5})",
    ),
    (
        "[scopes]\na = \"x\"\n[presets]\nGAP = { scopes = [\"a\"] }\n",
        "([-_]?[nN][aA]-?[mM][eE]-?|max[-_ ]{0,2}bytes|max-by-tes|[-a-z0-9]{0,3})",
    ),
    ("locale = GAP\n[scopes]\na = \"x\"\n", "[a-zA-Z]{1,9}(-[a-z0-9]{0,9}){0,2}"),
    ("audience_uri = GAP\n[scopes]\na = \"x\"\n", "[ -~\u{e4}]{0,5}:?[ -~]{0,3}"),
    (
        "[scopes]\na = \"x\"\n[endpoints]\nGAP = \"a\"\n",
        "(GET|PUT|QUERY|GETs?) (/[a.%2{}?é ]{0,2}|/[a-c]?\\{[abc1*][a_-]?\\}|/%?[a-f2-5.]{1,3}){0,2}/?",
    ),
    (
        "[scopes]\na = { text = \"x\", includes = [GAP] }\n\"b:c\" = \"y\"\n\"b.d\" = \"y\"\n\"b/e\" = \"y\"\n",
        "b[:./_][cde*]\\*?",
    ),
];

const TEXTS: &str =
    "([ \u{a0}\u{3000}\u{2003}x\u{1f600}\u{200d}\u{feff}\u{85}\u{0}-\u{3}]{0,4}|\\PC{0,4}|[ä ]{498,502})";
const NAMES: &str = "([!-~]{1,6}|[ -\u{a0}]{0,3}|a{254,258})";

/// What the reader knows from elsewhere in the manifest: the same parameter twice, a reference to no scope.
fn is_seen(manifest: &str) -> bool {
    let Err(faults) = Catalog::parse(manifest) else { return false };
    faults.iter().any(|fault| {
        !matches!(
            fault.code().as_str(),
            "unknown-scope" | "matches-nothing" | "duplicate" | "case-clash" | "self-reference"
        ) && !fault.message().ends_with("has a parameter twice")
    })
}

fn is_unsafe_beyond_16_bits(character: char) -> bool {
    character > '\u{ffff}' && UNSAFE_CHARACTERS.iter().any(|range| range.contains(&character))
}

#[test]
fn one_string_is_judged_alike() {
    let schema = Schema::new();
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) };
    for (manifest, strings) in GAPS {
        let refused = Cell::new(0);
        let result = TestRunner::new(config.clone()).run(strings, |string| {
            // The schema cannot speak of these.
            prop_assume!(!string.contains(is_unsafe_beyond_16_bits));
            let literal = Value::String(string).to_string().replace('\u{7f}', "\\u007F");
            let text = format!("format = 1\n[system]\nname = \"T\"\n{}", manifest.replace("GAP", &literal));
            let is_refused = is_seen(&text);
            refused.set(refused.get() + u32::from(is_refused));
            let faults = schema.faults(&text);
            prop_assert_eq!(!faults.is_empty(), is_refused, "{}\n{:?}", text, faults);
            Ok(())
        });
        if let Err(difference) = result {
            panic!("{manifest}: {difference}");
        }
        let refused = refused.get();
        assert!((10..=390).contains(&refused), "{manifest}: {refused} of 400 are refused, which tells little");
    }
}
