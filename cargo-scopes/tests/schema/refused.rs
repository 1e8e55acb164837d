//! Everything that the reader's tests say is refused: in the vectors, in `faults.txt`, and a text for each code.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Schema;
use super::cases::{CASES, HEAD};

/// What depends on another place of the file, whatever it is about.
const UNSEEN: &[&str] = &[
    "name-has-delimiter",
    "case-clash",
    "unknown-scope",
    "cycle",
    "self-reference",
    "matches-nothing",
    "ident-clash",
    "smuggled",
    "bad-default",
    "duplicate-endpoint",
    "unsatisfiable",
    "bad-replacement",
    "removed-name",
    "restriction-misuse",
    "missing-translation",
    "requires-own-closure",
    "lint",
];

/// Codes of which most is seen, with what stands in the manifests where it is not.
const UNSEEN_HERE: &[(&str, &str)] = &[
    // A name that is an alias of another scope, or its own.
    ("duplicate", "aliases=[\"a\"]"),
    ("duplicate", "b={text=\"x\",aliases=[\"c\"]}"),
    ("duplicate", "a={text=\"x\", aliases=[\"b\"]}\nb=\"y\""),
    // One alternative in two orders.
    ("duplicate", "any=[[\"a\",\"b\"],[\"b\",\"a\"]]"),
    // Which identifier a name gives depends on `strip_prefix`.
    ("bad-ident", "self=\"x\""),
    ("bad-ident", "self = \"x\""),
    ("bad-ident", "ALL=\"x\""),
    ("bad-ident", "\"!!!\"=\"x\""),
    ("bad-ident", "\"2fa:read\"=\"x\""),
    // What an axis lists, and who may hold what.
    ("bad-kind", "client = [\"web\"]\n[scopes]\na = { text = \"x\", client = [\"wbe\"] }"),
    ("bad-kind", "client=[\"web\",\"desktop\"]\n[scopes]\na={text=\"x\",client=[\"wbe\"]}"),
    ("bad-kind", "b={text=\"y\",client=[\"wbe\"]}"),
    ("bad-kind", "subject=[\"application\"]"),
    ("bad-kind", "subject=[\"application\",\"delegated\"]"),
    ("bad-kind", "bound_to=\"wz\""),
    ("bad-preset", "p={scopes=[\"a\",\"b\"]}"),
    // What a rule brings.
    ("bad-pattern", "\"w:x*\" = \"x\""),
    // The name of a parameter twice.
    ("bad-endpoint", "\"GET /{a}/{a}\""),
    // One placeholder in `when` and another in `includes`.
    ("bad-pattern", "includes=\"read_{y}\""),
    // Whether `locales` lists a language, and a text for an unknown scope.
    ("bad-locale", "locales=[\"de\"]\n[scopes]"),
    ("bad-locale", "locales=[\"en\"]\n[scopes]"),
    ("bad-locale", "[text.de]\nq=\"y\""),
    ("bad-locale", "a=\"y\"\nb=\"z\""),
    ("bad-locale", "\"b:raed\"=\"z\""),
    ("bad-locale", "[text.de]\nb = \"y\""),
];

/// A manifest with its codes; none where it is accepted.
struct Case {
    text: String,
    codes: Vec<String>,
}

fn every_case() -> Vec<Case> {
    let mut all = Vec::new();
    let vectors: Value = serde_json::from_str(include_str!("../../../tests/vectors/manifests.json")).unwrap();
    for case in vectors["cases"].as_array().unwrap() {
        let text = case["manifest"].as_str().unwrap().to_owned();
        all.push(Case { text, codes: vec![case["code"].as_str().unwrap().to_owned()] });
    }
    for case in include_str!("../../../scopes-manifest/tests/faults.txt").split("\n=== ").skip(1) {
        let (title, body) = case.split_once('\n').unwrap();
        let (codes, _) = title.split_once(" (").unwrap();
        let text = body.strip_prefix('+').map_or_else(|| body.to_owned(), |rest| format!("{HEAD}{rest}"));
        all.push(Case { text, codes: codes.split(' ').filter(|code| *code != "ok").map(str::to_owned).collect() });
    }
    for (code, text) in CASES {
        all.push(Case { text: format!("{HEAD}{text}"), codes: vec![(*code).to_owned()] });
    }
    all
}

#[test]
fn what_is_refused_and_can_be_seen() {
    let schema = Schema::new();
    let (mut wrong, mut used, mut codes) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    let cases = every_case();
    for case in &cases {
        let exception = |code: &str| UNSEEN_HERE.iter().position(|(of, text)| *of == code && case.text.contains(text));
        used.extend(case.codes.iter().filter_map(|code| exception(code)));
        let is_seen = |code: &&String| !UNSEEN.contains(&code.as_str()) && exception(code).is_none();
        let is_refusal_wanted = case.codes.iter().any(|code| is_seen(&code));
        let faults = schema.faults(&case.text);
        if faults.is_empty() == is_refusal_wanted {
            wrong.push(format!("{:?}, but the schema says {faults:?}:\n{}", case.codes, case.text));
        }
        codes.extend(case.codes.iter().map(String::as_str));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(cases.len() > 270, "only {} cases were found", cases.len());
    assert!(UNSEEN.iter().all(|code| codes.contains(code)));
    let unused: Vec<_> = UNSEEN_HERE.iter().enumerate().filter(|(place, _)| !used.contains(place)).collect();
    assert!(unused.is_empty(), "exceptions without a case: {unused:?}");
}
