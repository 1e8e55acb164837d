//! One fault is one diagnostic, whatever else depends on what is wrong. The cases stand in `faults.txt`; those with
//! characters that do not show stand here.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use scopes_manifest::Catalog;

const HEAD: &str = "format = 1\n[system]\nname = \"T\"\n";

fn codes(text: &str) -> String {
    match Catalog::parse(text) {
        Ok(_) => "ok".to_owned(),
        Err(faults) => faults.iter().map(|fault| fault.code().as_str()).collect::<Vec<_>>().join(" "),
    }
}

#[test]
fn every_case() {
    let mut failures = Vec::new();
    let mut count = 0;
    for case in include_str!("faults.txt").split("\n=== ").skip(1) {
        let (title, body) = case.split_once('\n').unwrap();
        let (wanted, label) = title.split_once(" (").unwrap();
        let text = body
            .strip_prefix('+')
            .map(|rest| rest.trim_start_matches('\n'))
            .map_or_else(|| body.to_owned(), |rest| format!("{HEAD}{rest}"));
        let found = codes(&text);
        if found != wanted {
            failures.push(format!("{label} wanted {wanted}, found {found}\n{text}"));
        }
        count += 1;
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    assert!(count > 200, "only {count} cases were found");
}

#[test]
fn characters_that_do_not_show() {
    for invisible in
        ["\u{200c}", "\u{fe0f}", "\u{e0041}", "\u{3164}", "\u{202e}", "\u{ad}", "\u{2028}", "\\u0007", "\\u0085"]
    {
        for text in [
            format!("[scopes]\na = \"x{invisible}\"\n"),
            format!("[scopes]\na = {{ text = \"x\", docs = \"x{invisible}\" }}\n"),
            format!("[scopes]\na = \"x\"\n[removed]\nb = {{ note = \"x{invisible}\" }}\n"),
            format!("[scopes]\na = \"x\"\n[text.de]\na = \"x{invisible}\"\n"),
        ] {
            assert_eq!(codes(&format!("{HEAD}{text}")), "text-unsafe", "{text:?}");
        }
    }
    assert_eq!(codes(&format!("{HEAD}[scopes]\na = \"\u{a0}\"\n")), "text-missing");
    assert_eq!(codes(&format!("{HEAD}[scopes]\na = \"x\"\rb = \"y\"\n")), "syntax");
    assert_eq!(codes(&format!("{HEAD}[scopes]\na = \"x\0\"\n")), "syntax");
    assert_eq!(codes(&format!("{HEAD}[scopes]\n\"ä\" = \"x\"\n")), "name-charset");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let text = format!("\u{feff}{HEAD}[scopes]\na = \"x\"\n").replace('\n', "\r\n");
    assert_eq!(codes(&text), "ok");
    let faults =
        Catalog::parse("\u{feff}fromat = 1\r\n[system]\r\nname = \"T\"\r\n[scopes]\r\na = \"x\"\r\n").unwrap_err();
    let fault = faults.iter().next().unwrap();
    assert_eq!((fault.line(), fault.column(), fault.source_line()), (1, 1, "fromat = 1"));
}

#[test]
fn nesting_without_end_is_refused() {
    assert_eq!(codes(&format!("{HEAD}[scopes]\na = {}1{}\n", "[".repeat(5000), "]".repeat(5000))), "syntax");
    assert_eq!(codes(&format!("{HEAD}[scopes]\n{}a = 1\n", "a.".repeat(5000))), "syntax");
}
