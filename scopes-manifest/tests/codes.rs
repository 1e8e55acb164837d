//! Every code has a manifest that gives it, and nothing else, at the right place.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod cases;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use cases::{CASES, HEAD};
use scopes_manifest::{Catalog, Code};

/// The codes of a manifest with this text after the head.
fn codes(rest: &str) -> Vec<&'static str> {
    faults(&format!("{HEAD}{rest}")).into_iter().map(|(code, _)| code).collect()
}

/// Codes and lines.
fn faults(text: &str) -> Vec<(&'static str, usize)> {
    match Catalog::parse(text) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(|fault| (fault.code().as_str(), fault.line())).collect(),
    }
}

#[test]
fn each_code() {
    for (code, text) in CASES {
        assert_eq!(codes(text), [*code], "{text}");
    }
    let long = |length| format!("[scopes]\n\"{}\" = \"x\"\n", "a".repeat(length));
    assert_eq!(codes(&long(257)), ["name-too-long"]);
    assert!(codes(&long(256)).is_empty());
    assert_eq!(codes(&format!("[scopes]\na = \"{}\"\n", "é".repeat(501))), ["text-too-long"]);
    assert_eq!(faults("format = \"1\"\n[system]\nname = \"T\"\n[scopes]\na = \"x\"\n"), [("format-version", 1)]);
    let mut covered: BTreeSet<&str> = CASES.iter().map(|(code, _)| *code).collect();
    covered.extend(["name-too-long", "text-too-long", "format-version"]);
    assert_eq!(covered, Code::ALL.iter().map(|code| code.as_str()).collect());
}

#[test]
fn five_faults_are_five_diagnostics() {
    let text = format!(
        "{HEAD}colour = \"red\"\n[scopes]\n\"a:read\" = \" \"\n\"a:write\" = {{ text = \"x\", includes = [\"a:raed\"] }}\n\
         \"b c\" = \"x\"\n[endpoints]\n\"GET a\" = \"a:read\"\n"
    );
    let wanted =
        [("unknown-key", 4), ("text-missing", 6), ("unknown-scope", 7), ("name-charset", 8), ("bad-endpoint", 10)];
    assert_eq!(faults(&text), wanted);
}

#[test]
fn bytes_that_are_no_text() {
    let faults = Catalog::from_bytes(b"format = 1\n\xFF").unwrap_err();
    let fault = faults.iter().next().unwrap();
    assert_eq!((faults.len(), fault.code(), fault.line(), fault.column()), (1, Code::Syntax, 2, 1));
    assert_eq!(Catalog::from_bytes(&vec![b' '; (1 << 20) + 1]).unwrap_err().len(), 1);
}

#[test]
fn an_empty_manifest_is_one_fault() {
    assert_eq!(faults(""), [("wrong-type", 1)]);
    assert_eq!(faults("# nothing but words\n"), [("wrong-type", 1)]);
}

#[test]
fn a_broken_line_makes_no_further_errors() {
    let text = format!("{HEAD}[scopes]\na = {{ text = \"x\", includes = [\"b\"] }}\nb = \"y\n");
    assert_eq!(faults(&text), [("syntax", 6)]);
}

#[test]
fn large_manifests_are_read_whole() {
    let chain = (0..10_000).map(|place| format!("s{place} = {{ text = \"x\", includes = [\"s{}\"] }}", place + 1));
    let mut text = format!("{HEAD}[scopes]\n{}\n", chain.collect::<Vec<_>>().join("\n"));
    text.push_str("s10000 = \"x\"\n");
    let catalog = Catalog::parse(&text).unwrap();
    assert_eq!(catalog.closure(catalog.scopes()[0].id()).len(), 10_001);
    let cycle = text.replace("s10000 = \"x\"", "s10000 = { text = \"x\", includes = [\"s0\"] }");
    assert_eq!(faults(&cycle), [("cycle", 10_005)]);
}

#[test]
fn a_misspelt_key_is_not_missing_as_well() {
    for text in [
        "[scopes]\na = { txet = \"x\" }\n",
        "[scope]\na = \"x\"\n[endpoints]\n\"GET /\" = \"a\"\n",
        "[scopes]\na = { text = \"x\", inlcudes = [\"b\"] }\nb = \"y\"\n",
    ] {
        assert_eq!(codes(text), ["unknown-key"], "{text}");
    }
    assert_eq!(faults("fromat = 1\n[system]\nname = \"T\"\n[scopes]\na = \"x\"\n"), [("unknown-key", 1)]);
    assert_eq!(faults("format = 1\n[system]\nnmae = \"T\"\n[scopes]\na = \"x\"\n"), [("unknown-key", 3)]);
}

/// Reads a manifest, and before it one of a quarter of the size: in proportion it takes four times as
/// long, and quadratic time would be sixteen times. By ratio, since machines are shared and tests are not optimised.
fn is_read_soon(count: usize, manifest: &dyn Fn(usize) -> String) -> usize {
    let read = |count: usize| {
        let text = manifest(count);
        let start = Instant::now();
        let faults = Catalog::parse(&text).err().map_or(0, |faults| faults.len());
        (start.elapsed(), faults)
    };
    let (quarter, _) = read(count / 4);
    let (whole, faults) = read(count);
    assert!(whole < quarter * 10 + Duration::from_millis(500), "{quarter:?} for a quarter, {whole:?} for the whole");
    faults
}

#[test]
fn reading_takes_time_in_proportion_to_the_file() {
    let scopes = |count: usize, line: &dyn Fn(usize) -> String| {
        let lines: Vec<String> = (0..count).map(line).collect();
        format!("{HEAD}[scopes]\n{}\n", lines.join("\n"))
    };
    // Three letters, so that it fits into 1 MiB.
    let letter = |place: usize| char::from(b"abcdefghijklmnopqrstuvwxyz"[place % 26]);
    let name = |place: usize| String::from_iter([letter(place / 676), letter(place / 26), letter(place)]);
    let edges = |place: usize| {
        let targets: Vec<String> = (1..=10).map(|step| format!("\"{}\"", name(place + step * 7))).collect();
        format!("{}={{text=\"x\",includes=[{}]}}", name(place), targets.join(","))
    };
    let graph = |count: usize| {
        let mut text = scopes(count, &edges);
        text.extend((count..count + 70).map(|place| format!("{}=\"x\"\n", name(place))));
        text
    };
    assert_eq!(is_read_soon(10_000, &graph), 0, "10,000 scopes with 100,000 inclusions");

    let link =
        |place: usize| format!("s{place} = {{ text = \"x\", includes = [\"s{}\"], requires = [\"t\"] }}", place + 1);
    let chain = |count: usize| {
        let text = scopes(count, &link) + &format!("s{count} = \"x\"\nt = \"x\"\n");
        let names: Vec<String> = (0..count).map(|place| format!("\"s{place}\"")).collect();
        text.replace("[scopes]", &format!("default = [{}]\n[scopes]", names.join(",")))
    };
    assert_eq!(is_read_soon(8_000, &chain), 0, "a chain, all of it required and given by default");

    let pattern = |place: usize| format!("\"a:{place}\" = {{ text = \"x\", includes = [\"b{place}:*\"] }}");
    assert_eq!(is_read_soon(4_000, &|count| scopes(count, &pattern)), 4_000, "patterns that match nothing");
    assert_eq!(is_read_soon(8_000, &|count| scopes(count, &|_| "x".to_owned())), 8_000, "lines that are no TOML");
    let back = |place: usize| format!("s{place} = {{ text = \"x\", includes = [\"s{}\", \"s0\"] }}", place + 1);
    let cycles = |count: usize| scopes(count, &back) + &format!("s{count} = \"x\"\n");
    assert!(is_read_soon(4_000, &cycles) > 0, "an edge back from everywhere");
}

#[test]
fn the_base_language_has_one_text() {
    let text = "format = 1\nuse = [\"oidc\"]\n[system]\nname = \"T\"\nlocale = \"de\"\n[scopes]\na = \"A lesen\"\n[text.de]\n\
                openid = \"Anmelden\"\nprofile = \"Profil\"\nemail = \"Post\"\naddress = \"Ort\"\nphone = \"Telefon\"\n\
                offline_access = \"Dauernd\"\na = \"Dein A sehen\"\n";
    let catalog = Catalog::parse(text).unwrap();
    for (name, wanted) in [("openid", "Anmelden"), ("a", "Dein A sehen")] {
        let scope = catalog.find(name).unwrap();
        assert_eq!((scope.consent(), catalog.consent(scope.id(), "de")), (wanted, Some(wanted)));
    }
}

#[test]
fn the_documentation_lists_every_code_with_its_page() {
    let documentation = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
    let text = std::fs::read_to_string(documentation.join("MANIFEST.md")).unwrap();
    let table = text.split_once("## What a manifest may not say").unwrap().1;
    let cells = table.lines().filter_map(|line| line.strip_prefix("| [`")?.split_once(") | "));
    let mut listed = BTreeSet::new();
    for (code, page) in cells.flat_map(|(links, _)| links.split(") [`")).map(|link| link.split_once("`](").unwrap()) {
        assert!(documentation.join(page).is_file() && page.ends_with(&format!("/{code}.md")), "{code}: {page}");
        listed.insert(code);
    }
    assert_eq!(listed, Code::ALL.iter().map(|code| code.as_str()).collect());
}
