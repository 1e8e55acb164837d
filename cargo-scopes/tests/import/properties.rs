//! What holds for every document that is imported: no reader panics, no row is lost, no operation becomes easier to call.

use cargo_scopes::draft::Access;
use cargo_scopes::import::{self, Format, Options};
use proptest::prelude::*;

/// Pieces of which documents of every format are made, in any order.
fn soup() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "|",
        "---",
        "\n",
        "# ",
        "### a {#b}\n",
        "`a:b`",
        "Scope",
        "Description",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "a",
        "é",
        "\\",
        "&a ",
        "*a",
        "openapi: 3.0.0\n",
        "paths:\n",
        "  ",
        "security: ",
        "\t",
        "```\n",
        "<br>",
        "&amp;",
        ",",
        "/a/{b}",
        "get:",
        "null",
        "\r\n",
        "scopes: ",
        "\u{feff}",
    ];
    proptest::collection::vec(proptest::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_text_makes_a_reader_panic(text in soup(), headings: bool) {
        for from in Format::ALL {
            let mut options = Options::of(*from);
            let is_page = *from == Format::Markdown;
            (options.headings, options.prose) = (headings && is_page, is_page);
            if let Ok(imported) = import::read(text.as_bytes(), "a.b".as_ref(), &options) {
                let lines = text.split('\n').count();
                for note in imported.notes {
                    prop_assert!((1..=lines).contains(&note.place.line) && note.place.column > 0, "{note}");
                }
                let written: toml::Table = imported.draft.to_toml().parse().unwrap();
                prop_assert_eq!(written["scopes"].as_table().unwrap().len(), imported.draft.scopes.len());
            }
        }
    }

    /// A table row by row, against what stands in it.
    #[test]
    fn every_row_of_a_table_is_a_scope_or_a_note(names in proptest::collection::vec("[a-c:\" ]{0,4}", 0..12)) {
        let rows = names.iter().map(|name| format!("| {name} | Text. |\n")).collect::<Vec<_>>().concat();
        let page = format!("| Scope | Description |\n|---|---|\n| first | Text. |\n{rows}");
        let imported = import::read(page.as_bytes(), "a.md".as_ref(), &Options::default()).unwrap();
        prop_assert_eq!(imported.draft.scopes.len() + imported.notes.len(), 1 + names.len());
    }

    /// An operation is never easier to call than its document says.
    #[test]
    fn alternatives_of_an_operation_are_the_lists_of_its_document(
        lists in proptest::collection::vec(proptest::sample::subsequence(vec!["a", "b", "key", "c"], 0..=4), 1..4)
    ) {
        let object = |list: &Vec<&str>| {
            let scopes: Vec<&&str> = list.iter().filter(|name| **name != "key").collect();
            let key = if list.contains(&"key") { ",\"key\":[]" } else { "" };
            format!("{{\"o\":{}{key}}}", serde_json::to_string(&scopes).unwrap())
        };
        let security = lists.iter().map(object).collect::<Vec<_>>().join(",");
        let text = format!(r#"{{"openapi":"3.1.0","components":{{"securitySchemes":{{"key":{{"type":"apiKey"}},"o":{{"type":"oauth2",
            "flows":{{"password":{{"scopes":{{"a":"A.","b":"B.","c":"C."}}}}}}}}}}}},"paths":{{"/x":{{"get":{{"security":[{security}]}}}}}}}}"#);
        let imported = import::read(text.as_bytes(), "a.json".as_ref(), &Options::default()).unwrap();
        let mut said: Vec<Vec<String>> = Vec::new();
        for list in lists.iter().filter(|list| !list.contains(&"key")) {
            let list = list.iter().map(|name| (*name).to_owned()).collect();
            if !said.contains(&list) {
                said.push(list);
            }
        }
        let expected = match said {
            said if said.is_empty() => None,
            said if said.iter().any(Vec::is_empty) => Some(Access::Authenticated { under: Vec::new() }),
            alternatives => Some(Access::Scopes { alternatives, under: Vec::new() }),
        };
        prop_assert_eq!(imported.draft.endpoints.get("GET /x"), expected.as_ref());
    }

    #[test]
    fn json_of_a_manifest_is_that_manifest(draft in crate::generator::shorthands()) {
        let json = serde_json::to_string_pretty(&draft).unwrap();
        let imported = import::read(json.as_bytes(), "a.json".as_ref(), &Options::default()).unwrap();
        prop_assert_eq!(&imported.draft, &draft);
        prop_assert!(imported.notes.is_empty());
    }
}
