//! `export` as a command, and the documents that are text: where they go, and that they show what the manifest says.

use cargo_scopes::draft::Draft;
use cargo_scopes::export;
use cargo_scopes::graph::Graph;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scopes_manifest::{Catalog, Endpoint};
use serde_json::Value;

use crate::program::{Folder, run};

const KONTOR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/exported/kontor.toml");

fn kontor() -> Catalog {
    Catalog::parse(include_str!("../exported/kontor.toml")).unwrap()
}

fn parsed(draft: &Draft) -> Catalog {
    Catalog::parse(&draft.to_toml()).unwrap()
}

#[test]
fn documents_are_printed_or_take_the_place_of_a_file() {
    let catalog = kontor();
    let formats = [
        ("markdown", export::markdown(&catalog)),
        ("html", export::html(&catalog)),
        ("json", export::json(&catalog)),
        ("typescript", export::typescript(&catalog)),
    ];
    for (format, wanted) in formats {
        let printed = run(["export", format, "-m", KONTOR]);
        assert_eq!((printed.code, printed.told.as_str()), (0, ""), "{format}");
        assert_eq!(printed.printed, wanted, "{format}");

        let folder = Folder::new();
        let file = folder.file("document", "what was there before");
        let written = run(["export", format, "-m", KONTOR, "-o", file.to_str().unwrap()]);
        assert_eq!((written.code, written.printed.as_str()), (0, ""), "{format}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), wanted, "{format}");
        assert_eq!(folder.names(), ["document"], "nothing is left beside it");
    }
}

#[test]
fn nothing_is_written_where_there_is_no_document() {
    let folder = Folder::new();
    let file = folder.file("document", "what was there before");
    let bad = folder.file("bad.toml", "format = 2");
    let runs = [
        (run(["export", "html", "-m", bad.to_str().unwrap(), "-o", file.to_str().unwrap()]), "format"),
        (run(["export", "openapi", "-m", KONTOR, "-o", file.to_str().unwrap()]), "--token-url"),
        (run(["export", "html", "-m", KONTOR, "-o", folder.path().to_str().unwrap()]), "it is no regular file"),
        (run(["export", "pdf", "-m", KONTOR]), "pdf"),
    ];
    for (run, told) in runs {
        assert_eq!((run.code, run.printed.as_str()), (2, ""));
        assert!(run.told.contains(told), "{}", run.told);
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "what was there before");
    assert_eq!(folder.names(), ["bad.toml", "document"]);
}

/// The cells of all tables, as a reader sees them; the kinds of elements that are in the page.
fn rendered(page: &str) -> (Vec<Vec<String>>, Vec<String>) {
    let (mut rows, mut kinds, mut is_in_table) = (Vec::<Vec<String>>::new(), Vec::new(), false);
    for event in Parser::new_ext(page, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => rows.last_mut().unwrap().push(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()).filter(|_| is_in_table) {
                    cell.push_str(&text);
                }
            }
            Event::Start(Tag::Table(_)) => is_in_table = true,
            Event::End(TagEnd::Table) => is_in_table = false,
            Event::Start(Tag::Heading { .. }) | Event::End(_) => {}
            other => kinds.push(format!("{other:?}")),
        }
    }
    (rows, kinds)
}

/// The values between two lines of a module, by their names: each stands on a line, and both are JSON.
fn members(module: &str, from: &str, to: &str) -> Vec<(String, Value)> {
    let lines = module.lines().skip_while(|line| *line != from).skip(1).take_while(|line| *line != to);
    let mut is_comment = false;
    let mut members = Vec::new();
    for line in lines.map(str::trim) {
        if line.starts_with("/**") || is_comment {
            let end = line.find("*/");
            assert!(end.is_none_or(|end| end + 2 == line.len()), "a comment ends before its line: {line}");
            is_comment = end.is_none();
            continue;
        }
        let line = line.strip_suffix(',').unwrap().replacen("[\"__proto__\"]", "\"__proto__\"", 1);
        let object: serde_json::Map<String, Value> = serde_json::from_str(&format!("{{{line}}}")).unwrap();
        members.extend(object);
    }
    members
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_markdown_page_shows_names_and_texts_as_they_are(draft in crate::generator::manifest()) {
        let catalog = parsed(&draft);
        let (rows, others) = rendered(&export::markdown(&catalog));
        prop_assert_eq!(others, [""; 0]);
        let (scopes, endpoints) = rows.split_at(1 + catalog.scopes().len());
        for (row, scope) in scopes[1..].iter().zip(catalog.scopes()) {
            prop_assert_eq!((row[0].as_str(), row[1].as_str()), (scope.name(), scope.text()));
            prop_assert_eq!(row.len(), scopes[0].len());
        }
        let routes: Vec<&str> = endpoints.iter().skip(1).map(|row| row[0].as_str()).collect();
        prop_assert_eq!(routes, catalog.endpoints().iter().map(Endpoint::route).collect::<Vec<_>>());
    }

    #[test]
    fn a_module_is_values_and_comments_whatever_the_texts_are(draft in crate::generator::manifest()) {
        let catalog = parsed(&draft);
        let module = export::typescript(&catalog);
        let scopes = members(&module, "export const scopes = {", "} as const;");
        let told: Vec<(&str, &str)> =
            scopes.iter().map(|(name, said)| (name.as_str(), said["description"].as_str().unwrap())).collect();
        prop_assert_eq!(told, catalog.scopes().iter().map(|scope| (scope.name(), scope.text())).collect::<Vec<_>>());
        let endpoints = members(&module, "export const endpoints = {", "} as const satisfies Record<string, Access>;");
        let routes: Vec<&str> = endpoints.iter().map(|(route, _)| route.as_str()).collect();
        prop_assert_eq!(routes, catalog.endpoints().iter().map(Endpoint::route).collect::<Vec<_>>());
    }
}

#[test]
fn a_name_that_sets_a_prototype_is_a_key_like_any_other() {
    let text = "format = 1\n[system]\nname = \"T\"\n[scopes]\n\"__proto__\" = { text = \"P.\", rust = \"Proto\" }\n";
    let module = export::typescript(&Catalog::parse(text).unwrap());
    assert!(module.contains("\n  [\"__proto__\"]: { \"description\": \"P.\" },\n"), "{module}");
}

#[test]
fn a_label_of_a_graph_is_text_and_no_entity() {
    let text = "format = 1\n[system]\nname = \"T\"\n[scopes]\n\"a&lt;b\" = { text = 'Q&A \"&amp;\" \\N', group = \"R&D\", rust = \"Ab\" }\n";
    let dot = Graph::of(&Catalog::parse(text).unwrap(), None, false).to_dot();
    let scope = r#"s0 [label = "a&amp;lt;b", tooltip = "Q&amp;A \"&amp;amp;\" \\N"];"#;
    assert!(dot.contains(scope) && dot.contains(r#"label = "R&amp;D";"#), "{dot}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_graph_around_a_scope_shows_what_reaches_it_and_what_it_reaches(draft in crate::generator::manifest()) {
        let catalog = parsed(&draft);
        for around in catalog.scopes() {
            let graph = Graph::of(&catalog, Some(around.id()), false).to_dot();
            for scope in catalog.scopes() {
                let is_near = scope.id() == around.id()
                    || catalog.closure(scope.id()).contains(&around.id())
                    || catalog.closure(around.id()).contains(&scope.id());
                let is_shown = graph.contains(&format!("\n  s{} [label", scope.id().index()));
                prop_assert_eq!(is_shown, is_near, "{} around {}", scope.name(), around.name());
            }
        }
    }
}
