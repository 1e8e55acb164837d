//! `check`: what it finds, in each form, and how it exits.

use std::io::{self, Write};

use cargo_scopes::{Coloring, Console};
use serde_json::Value;

use crate::program::{Folder, repository, run};

const FAULTY: &str = "\
format = 1
[system]
name = \"phone\"
[scopes]
\"contacts:read\" = { text = \"Read contacts.\", includes = [\"contcts:write\"] }
\"contacts:write\" = \"Change\u{202e} contacts.\"
\"contacts_read\" = \"Read contacts.\"
";

const DOUBTFUL: &str = "\
format = 1
[system]
name = \"phone\"
[scopes]
\"contacts:read\" = { text = \"Read contacts.\", consent = \"See your contacts\" }
\"contracts:read\" = { text = \"Read contracts.\", consent = \"See your contracts\" }
[endpoints]
\"GET /contacts\" = \"contacts:read\"
[lints]
consent = { level = \"allow\" }
";

#[test]
fn faults_as_rustc_prints_them() {
    let folder = Folder::new();
    let file = folder.file("scopes.toml", FAULTY).display().to_string();
    let found = run(["check", &file]);
    assert_eq!((found.code, found.printed.as_str()), (1, ""));
    let expected = format!(
        "\
error[unknown-scope]: unknown scope `contcts:write`; did you mean `contacts:write`?
 --> {file}:5:60
  |
5 | \"contacts:read\" = {{ text = \"Read contacts.\", includes = [\"contcts:write\"] }}
  |                                                          ^^^^^^^^^^^^^^^
  |
help: declare it under `[scopes]`, or correct the name
"
    );
    let column = FAULTY.lines().nth(4).unwrap().find("\"contcts").unwrap() + 1;
    let expected = expected.replace(":5:60", &format!(":5:{column}"));
    assert!(found.told.starts_with(&expected), "{}", found.told);
    // What does not show is spelt out, and the second of two names is shown beside the first.
    assert!(found.told.contains(r"Change\u{202e} contacts."), "{}", found.told);
    let clash = found.told.split("\n\n").find(|one| one.starts_with("error[ident-clash]")).unwrap();
    assert!(clash.contains("5 | ") && clash.contains("7 | "), "{clash}");
    assert!(found.told.ends_with(&format!(
        "error: `{file}` has 3 errors\nFor more about `unknown-scope`, try `cargo scopes explain unknown-scope`.\n"
    )));
}

#[test]
fn lints_warn_and_are_denied_when_asked() {
    let folder = Folder::new();
    let file = folder.file("scopes.toml", DOUBTFUL).display().to_string();
    let found = run(["check", &file]);
    assert_eq!(found.code, 0);
    assert!(found.told.contains("warning[near_duplicate]: `contracts:read` is one letter away from `contacts:read`"));
    assert!(found.told.contains("warning[unused]: no endpoint needs `contracts:read`"), "{}", found.told);
    assert!(found.told.contains("has 2 warnings\n"));
    assert_eq!(run(["check", "--deny-warnings", &file]).code, 1);
    let sound = DOUBTFUL.replace(
        "allow\" }",
        "allow\" }\nunused = { level = \"allow\" }\nnear_duplicate = { except = [\"contracts:read\"] }",
    );
    let sound = folder.file("sound.toml", sound).display().to_string();
    let found = run(["check", "--deny-warnings", &sound]);
    assert_eq!((found.code, found.told.as_str()), (0, ""));
}

#[test]
fn what_one_lint_finds_often_is_shown_in_part() {
    let sipgate = repository("scopes.toml").display().to_string();
    let short = run(["check", &sipgate]);
    assert_eq!(short.code, 0);
    assert_eq!(short.told.matches("warning[consent]").count(), 5);
    assert!(short.told.contains("note: 97 more of `consent`; `--all` shows them"), "{}", short.told);
    assert_eq!(run(["check", "--all", &sipgate]).told.matches("warning[consent]").count(), 102);
}

#[test]
fn for_programs() {
    let folder = Folder::new();
    let file = folder.file("scopes, of: phone.toml", FAULTY).display().to_string();
    let found = run(["check", "--format", "json", &file]);
    assert_eq!((found.code, found.told.as_str()), (1, ""));
    let document: Value = serde_json::from_str(&found.printed).unwrap();
    let finding = &document["files"][0]["findings"][0];
    assert_eq!(finding["code"], "unknown-scope");
    assert_eq!(finding["severity"], "error");
    let span = |at: usize| usize::try_from(finding["span"][at].as_u64().unwrap()).unwrap();
    assert_eq!(&FAULTY[span(0)..span(1)], "\"contcts:write\"");

    let document: Value = serde_json::from_str(&run(["check", "--format", "sarif", &file]).printed).unwrap();
    assert_eq!(document["version"], "2.1.0");
    let run_of_tool = &document["runs"][0];
    let result = &run_of_tool["results"][0];
    assert_eq!(result["ruleId"], "unknown-scope");
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 5);
    let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
    assert!(uri.ends_with("scopes%2C%20of%3A%20phone.toml"), "{uri}");
    let rules = run_of_tool["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 3);
    assert!(rules.iter().all(|rule| rule["help"]["markdown"].as_str().unwrap().starts_with("# ")));

    let github = run(["check", "--format", "github", &file]).printed;
    let first = github.lines().next().unwrap();
    assert!(first.starts_with("::error file=") && first.contains("scopes%2C of%3A phone.toml,line=5,col="), "{first}");
    assert!(first.contains("title=unknown-scope::unknown scope `contcts:write`; did you mean"), "{first}");
    assert_eq!(github.lines().count(), 3);
}

#[test]
fn every_file_is_checked_though_one_cannot_be_read() {
    let folder = Folder::new();
    let file = folder.file("scopes.toml", FAULTY).display().to_string();
    let missing = folder.path().join("missing.toml").display().to_string();
    let found = run(["check", &missing, &file]);
    assert_eq!(found.code, 2);
    assert!(found.told.contains("error[unknown-scope]"));
    assert!(found.told.contains(&format!("error: cannot read `{missing}`: ")), "{}", found.told);
}

/// A stream whose reader has gone.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
}

#[test]
fn the_exit_code_is_the_answer_though_nobody_reads() {
    let folder = Folder::new();
    let file = folder.file("scopes.toml", FAULTY).display().to_string();
    for format in ["human", "json", "sarif", "github"] {
        let words = ["cargo-scopes", "check", "--format", format, &file].map(Into::into);
        assert_eq!(
            cargo_scopes::run(words, &mut Console::new(&mut Closed, &mut Closed, Coloring::default())),
            1,
            "{format}"
        );
    }
}

#[test]
fn usage_is_told_with_an_example() {
    let found = run(["chekc"]);
    assert_eq!(found.code, 2);
    assert!(found.told.contains("unrecognized subcommand 'chekc'") && found.told.contains("check"), "{}", found.told);
    let help = run(["check", "--help"]);
    assert_eq!((help.code, help.told.as_str()), (0, ""));
    assert!(help.printed.contains("cargo scopes check --format sarif"), "{}", help.printed);
    let commands = run(["help"]).printed;
    let listed = commands.split("Commands:\n").nth(1).unwrap().lines().take_while(|line| !line.is_empty());
    let names: Vec<&str> = listed.filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next()).collect();
    assert_eq!(
        names,
        ["init", "check", "explain", "import", "export", "diff", "lock", "why", "who", "graph", "schema", "help"]
    );
    for command in names.iter().filter(|command| **command != "help") {
        assert!(run([command, "--help"]).printed.contains("Example"), "{command} shows no example");
    }
}

#[test]
fn the_catalogues_of_the_repository_have_no_fault() {
    let folder = repository("tests/manifests");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.extend([repository("scopes.toml"), repository("tests/demo/scopes.toml")]);
    assert!(files.len() > 10);
    let found = run(["check".into(), "--format".into(), "github".into()].into_iter().chain(files));
    assert_eq!(found.code, 0, "{}", found.printed);
    // The demo's build is held to its lock.
    let demo = repository("tests/demo/scopes.toml");
    let lock = run(["lock".into(), "--check".into(), "-m".into(), demo]);
    assert_eq!(lock.code, 0, "{}", lock.told);
}
