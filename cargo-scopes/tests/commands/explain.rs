//! The pages of `explain`: each code and lint has one, what it shows is what reading its examples really says, and what
//! it advises is accepted.

use std::collections::BTreeSet;
use std::path::Path;

use cargo_scopes::Coloring;
use cargo_scopes::explanation::{Explanation, Kind};
use scopes_manifest::{Catalog, Code, Diagnostic, Lock};

/// A fenced block: what stands after the fence, and its text.
struct Block {
    info: String,
    text: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(info) if !is_open => {
                is_open = true;
                blocks.push(Block { info: info.to_owned(), text: String::new() });
            }
            Some(info) => {
                assert_eq!(info, "", "a fence is closed by a bare one");
                is_open = false;
            }
            None if is_open => {
                let block = blocks.last_mut().unwrap();
                block.text.push_str(line);
                block.text.push('\n');
            }
            None => {}
        }
    }
    assert!(!is_open, "a fence is not closed");
    blocks
}

/// The names of the lints, as a catalogue lists them.
fn lints() -> Vec<&'static str> {
    let text = "format = 1\n[system]\nname = \"calendar\"\n[scopes]\n\"events:read\" = \"Read events.\"\n";
    Catalog::parse(text).unwrap().lints().map(|lint| lint.name()).collect()
}

fn is_about(finding: &Diagnostic, explanation: Explanation) -> bool {
    finding.lint().filter(|_| explanation.kind() == Kind::Lint).unwrap_or(finding.code().as_str()) == explanation.name()
}

/// What the program prints, what it tells, and its exit code.
fn explain(arguments: &[&str], colored: bool) -> (String, String, u8) {
    let words = ["explain"].iter().chain(arguments).copied();
    crate::program::run_colored(words, Coloring { documents: colored, messages: false }).into_parts()
}

#[test]
fn each_code_and_lint_has_a_page_and_each_page_one_of_them() {
    let mut wanted: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    wanted.extend(lints());
    wanted.push("WIDENED");
    let pages: Vec<&str> = Explanation::ALL.iter().map(|explanation| explanation.name()).collect();
    assert_eq!(pages, wanted);
    let file = |explanation: &Explanation| {
        format!("{}{}.md", if explanation.kind() == Kind::Lint { "lint-" } else { "" }, explanation.name())
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("codes");
    let files: BTreeSet<String> =
        folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(files, Explanation::ALL.iter().map(file).collect());
    let lint = Explanation::of("lint").unwrap();
    for page in Explanation::ALL.iter().filter(|explanation| explanation.kind() == Kind::Lint) {
        assert!(lint.page().contains(&format!("[{}]({})", page.name(), file(page))), "{}", page.name());
    }
}

#[test]
fn a_page_begins_with_its_name_and_one_sentence() {
    for explanation in Explanation::ALL {
        let (name, summary) = (explanation.name(), explanation.summary());
        assert!(explanation.page().starts_with(&format!("# {name}\n\n{summary}\n\n")), "{name}");
        assert!(summary.ends_with('.') && !summary.contains('\n'), "{name}: {summary}");
    }
}

#[test]
fn refused_examples_give_their_code_and_the_message_that_is_shown() {
    for explanation in Explanation::ALL.iter().filter(|explanation| explanation.kind() != Kind::Lock) {
        let name = explanation.name();
        let blocks = blocks(explanation.page());
        let refused: Vec<usize> = (0..blocks.len()).filter(|place| blocks[*place].info == "toml refused").collect();
        assert!(!refused.is_empty(), "{name} has no refused example");
        for place in refused {
            let manifest = &blocks[place].text;
            let faults = Catalog::parse(manifest).expect_err(manifest);
            for fault in &faults {
                assert!(is_about(fault, *explanation), "{name} has an example of another fault:\n{faults}");
            }
            let shown = blocks.get(place + 1).filter(|block| block.info == "text").map(|block| block.text.trim_end());
            let printed = faults.iter().map(|fault| fault.render("scopes.toml")).collect::<Vec<_>>().join("\n\n");
            assert_eq!(shown, Some(printed.as_str()), "{name}: the message is\n{printed}");
        }
    }
}

#[test]
fn what_the_lock_of_one_example_refuses_of_the_other_is_shown() {
    let blocks = blocks(Explanation::of("WIDENED").unwrap().page());
    let block = |info: &str| &blocks.iter().find(|block| block.info == info).unwrap().text;
    let [accepted, widened] = ["toml accepted", "toml widened"].map(|info| Catalog::parse(block(info)).unwrap());
    let gains = Lock::of(&accepted).unwrap().gains(&widened);
    let errors: Vec<String> =
        gains.iter().map(|gain| format!("WIDENED: {gain}; run cargo scopes lock to accept\n")).collect();
    assert_eq!(errors.concat(), *block("text"));
}

#[test]
fn accepted_examples_are_accepted() {
    for explanation in Explanation::ALL {
        let name = explanation.name();
        let blocks = blocks(explanation.page());
        let accepted: Vec<&Block> = blocks.iter().filter(|block| block.info == "toml accepted").collect();
        assert!(!accepted.is_empty(), "{name} has no mend");
        for block in accepted {
            let catalog = Catalog::parse(&block.text).unwrap_or_else(|faults| panic!("{name}: {faults}"));
            let warnings = catalog.warnings();
            let still =
                warnings.iter().find(|warning| explanation.kind() == Kind::Lint && is_about(warning, *explanation));
            assert!(still.is_none(), "{name}: {}", still.unwrap().render("scopes.toml"));
        }
    }
}

#[test]
fn a_page_has_no_other_blocks() {
    for explanation in Explanation::ALL {
        for block in blocks(explanation.page()) {
            let is_widened = block.info == "toml widened" && explanation.kind() == Kind::Lock;
            assert!(
                is_widened || ["toml refused", "text", "toml accepted"].contains(&block.info.as_str()),
                "{}: ```{}",
                explanation.name(),
                block.info
            );
        }
    }
}

#[test]
fn the_page_is_printed_as_it_is_written() {
    for explanation in Explanation::ALL {
        let printed = explain(&[explanation.name()], false);
        assert_eq!(printed, (explanation.page().to_owned(), String::new(), 0));
    }
}

#[test]
fn on_a_terminal_headings_are_bold_and_examples_indented() {
    let (page, _, code) = explain(&["cycle"], true);
    assert_eq!(code, 0);
    assert!(page.starts_with("\u{1b}[1mcycle\u{1b}[0m\n\nScopes include each other"), "{page}");
    assert!(page.contains("\n    [system]\n    name = \"calendar\"\n\n    [scopes]\n"), "{page}");
    assert!(page.contains("\n\u{1b}[1mMend\u{1b}[0m\n") && !page.contains("```"), "{page}");
}

#[test]
fn without_a_code_all_are_listed() {
    let (list, told, code) = explain(&[], false);
    assert_eq!((told.as_str(), code), ("", 0));
    let lines: Vec<(&str, &str)> = list.lines().map(|line| line.split_once(' ').unwrap()).collect();
    let wanted: Vec<(&str, &str)> = Explanation::ALL.iter().map(|page| (page.name(), page.summary())).collect();
    assert_eq!(lines.into_iter().map(|(name, rest)| (name, rest.trim_start())).collect::<Vec<_>>(), wanted);
}

#[test]
fn an_unknown_code_is_told_its_nearest_spelling() {
    for (word, wanted) in [("smugled", "smuggled"), ("near-duplicate", "near_duplicate"), ("Cycle", "cycle")] {
        let (printed, told, code) = explain(&[word], false);
        assert_eq!((printed.as_str(), code), ("", 2));
        assert!(told.starts_with(&format!("error: no code is called `{word}`; did you mean `{wanted}`?\n")), "{told}");
        assert!(told.contains("`cargo scopes explain` lists all codes"), "{told}");
    }
    assert!(!explain(&["weather"], false).1.contains("did you mean"));
}

#[test]
fn programs_get_json() {
    let (printed, _, code) = explain(&["near_duplicate", "--format", "json"], true);
    let page: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let wanted = Explanation::of("near_duplicate").unwrap();
    assert_eq!((code, page["name"].as_str(), page["kind"].as_str()), (0, Some("near_duplicate"), Some("lint")));
    assert_eq!((page["summary"].as_str(), page["page"].as_str()), (Some(wanted.summary()), Some(wanted.page())));
    let list: serde_json::Value = serde_json::from_str(&explain(&["--format", "json"], false).0).unwrap();
    let entries = list["explanations"].as_array().unwrap();
    let names: Vec<&str> = entries.iter().map(|entry| entry["name"].as_str().unwrap()).collect();
    assert_eq!(names, Explanation::ALL.iter().map(|page| page.name()).collect::<Vec<_>>());
    assert!(entries.iter().all(|entry| entry.get("page").is_none()));
}
