//! `cargo scopes import` of the smaller formats: discovery, metadata, lists, JSON; and what the command does with files.

use std::fs;

use cargo_scopes::import::Format;

use crate::program::{Folder, Run, run};

fn import(name: &str, text: &str, arguments: &[&str]) -> Run {
    let folder = Folder::new();
    run([&["import"], arguments, &[folder.file(name, text).to_str().unwrap()]].concat())
}

const DISCOVERY: &str = r#"{
  "kind": "discovery#restDescription",
  "name": "Lamps",
  "servicePath": "lamps/v1/",
  "auth": { "oauth2": { "scopes": {
    "https://auth.example.com/scope/lamps": { "description": "See and switch lamps" },
    "https://auth.example.com/scope/lamps.readonly": { "description": "See lamps" }
  } } },
  "methods": { "ping": { "httpMethod": "GET", "path": "ping" } },
  "resources": { "rooms": {
    "methods": { "list": {
      "httpMethod": "GET", "path": "{+house}/rooms", "flatPath": "houses/{houseId}/rooms",
      "scopes": ["https://auth.example.com/scope/lamps", "https://auth.example.com/scope/lamps.readonly"]
    } },
    "resources": { "lamps": { "methods": { "switch": {
      "httpMethod": "POST", "path": "lamps/{lamp}:switch", "scopes": ["https://auth.example.com/scope/lamps", "other"],
      "mediaUpload": { "protocols": {
        "simple": { "path": "/upload/lamps/v1/lamps/{lamp}:switch" }, "resumable": { "path": "/upload/lamps/v1/lamps/{lamp}:switch" },
        "other": {}
      } }
    } } } }
  } }
}"#;

#[test]
fn a_discovery_document_gives_scopes_and_methods() {
    let imported = import("lamps.json", DISCOVERY, &[]);
    assert_eq!(imported.code, 1);
    assert_eq!(
        imported.printed,
        r#"format = 1

[system]
name = "lamps"
strip_prefix = "https://auth.example.com/scope/"

[scopes]
"https://auth.example.com/scope/lamps" = "See and switch lamps"
"https://auth.example.com/scope/lamps.readonly" = "See lamps"

[endpoints]
"GET /lamps/v1/houses/{houseId}/rooms" = { any = ["https://auth.example.com/scope/lamps", "https://auth.example.com/scope/lamps.readonly"] }
"POST /upload/lamps/v1/lamps/{lamp}:switch" = "https://auth.example.com/scope/lamps"
"POST /lamps/v1/lamps/{lamp}:switch" = "https://auth.example.com/scope/lamps"
"#
    );
    assert!(imported.told.contains("lamps.json:9: `GET /lamps/v1/ping` is left out"), "{}", imported.told);
    assert!(
        imported.told.contains("lamps.json:16: `POST /lamps/v1/lamps/{lamp}:switch`: the text `other` is no scope"),
        "{}",
        imported.told
    );
    assert!(imported.told.contains("lamps.json:19: the upload `other` of `switch` has no `path`"), "{}", imported.told);
}

#[test]
fn metadata_gives_names_and_what_goes_with_them() {
    let text = r#"{ "resource": "https://api.example.com", "resource_name": "Lamp API", "scopes_supported": ["a", "b"], "grant_types_supported": ["authorization_code"] }"#;
    let imported = import("x.json", text, &["--describe-by-name"]);
    assert_eq!(imported.code, 0, "{}", imported.told);
    let expected = "format = 1\n\n[system]\nname = \"lamp-api\"\naudience_uri = \"https://api.example.com\"\n\n\
                    [kinds]\ngrants = [\"authorization_code\"]\n\n[scopes]\n\"a\" = \"a\"\n\"b\" = \"b\"\n";
    assert_eq!(imported.printed, expected);
}

#[test]
fn a_list_has_names_and_where_it_says_so_texts() {
    let list = "# Ours\na:read\tRead a.\nb:read  Read b. # so\n\n- c:read - Read c.\nd:read: Read: d.\ne:read, f.read\ng:read h:read\nopenid profile\nbad\\name: Text.\n";
    let imported = import("list.txt", list, &["--from", "list"]);
    assert_eq!(imported.code, 1);
    for line in [
        "\"a:read\" = \"Read a.\"",
        "\"b:read\" = \"Read b.\"",
        "\"c:read\" = \"Read c.\"",
        "\"d:read\" = \"Read: d.\"",
        "\"e:read\" = \"\"",
        "\"f.read\" = \"\"",
        "\"h:read\" = \"\"",
    ] {
        assert!(imported.printed.contains(line), "{line}\n{}", imported.printed);
    }
    assert!(imported.told.contains("list.txt:9: `openid profile` may be several scopes"), "{}", imported.told);
    assert!(
        imported.told.contains("list.txt:10: `bad\\name` is left out: a scope's name cannot contain"),
        "{}",
        imported.told
    );
    assert!(imported.told.ends_with("8 scopes, 0 endpoints; 2 lines could not be read\n"), "{}", imported.told);
}

#[test]
fn a_line_that_can_be_meant_in_two_ways_is_told_and_not_taken() {
    let doubtful = [
        ("user.read  user.write", "may be several scopes"),
        ("user.read\tuser.write", "may be several scopes"),
        ("openid  profile", "may be several scopes"),
        ("user:del,Read users", "may be several scopes"),
        ("user:del,Read", "may be several scopes"),
        ("a:x,b:y\tBoth.", "may be several scopes"),
        ("user:del -", "may be several scopes"),
        ("1. user:read", "begins with a number"),
        ("2) user:read: Read.", "begins with a number"),
        ("`x:y`", "has marks around a name"),
        ("- `x:y` - Text.", "has marks around a name"),
        ("'q:r'", "has marks around a name"),
        ("\"q:r\", \"s:t\"", "has marks around a name"),
        ("[q:r]", "has marks around a name"),
        ("q:r;", "has marks around a name"),
        ("q:", "has marks around a name"),
    ];
    let lines: Vec<&str> = doubtful.iter().map(|(line, _)| *line).chain(["+ kept:this: Kept."]).collect();
    let imported = import("list.txt", &lines.join("\n"), &["--from", "list"]);
    assert_eq!(imported.code, 1);
    assert!(imported.printed.ends_with("[scopes]\n\"kept:this\" = \"Kept.\"\n"), "{}", imported.printed);
    for (index, (line, reason)) in doubtful.iter().enumerate() {
        let sentence = format!("list.txt:{}: `{}` {reason}", index + 1, line.trim_start_matches("- "));
        assert!(imported.told.contains(&sentence), "{sentence}\n{}", imported.told);
    }
}

#[test]
fn json_is_the_manifest_and_says_where_it_is_not() {
    let json = r#"{"format":1,"system":{"name":"a"},"scopes":{"a":"A."},"endpoints":{"GET /a":"a"}}"#;
    let imported = import("a.json", json, &[]);
    assert_eq!((imported.code, imported.told.as_str()), (0, "1 scope, 1 endpoint\n"));

    let wrong =
        import("a.json", r#"{"format":1,"system":{"name":"a"},"scopes":{"a":"A."},"endpoints":{"GET a":"a"}}"#, &[]);
    assert_eq!(wrong.code, 1);
    assert!(
        wrong.printed.contains("\"GET a\" = \"a\"") && wrong.told.contains("error[bad-endpoint]"),
        "{}",
        wrong.told
    );

    let unknown = import(
        "a.json",
        "{\"format\":1,\"system\":{\"name\":\"a\"},\"scopes\":{},\n\"presets\":{\"p\":{\"scops\":[]}}}",
        &[],
    );
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.told.contains("a.json:2:") && unknown.told.contains("`presets.p.scops`: unknown field"),
        "{}",
        unknown.told
    );

    let twice =
        import("a.json", "{\"format\":1,\"system\":{\"name\":\"a\"},\"scopes\":{\"a\":\"A.\",\n\"a\":\"B.\"}}", &[]);
    assert!(twice.told.contains("a.json:2:1: the key `a` stands in line 1 already"), "{}", twice.told);
}

#[test]
fn an_option_that_the_format_does_not_have_is_an_error() {
    for (name, text) in [("a.json", r#"{"openapi":"3.0.0"}"#), ("a.yaml", "openapi: 3.0.0\n")] {
        for option in ["--prose", "--headings"] {
            let refused = import(name, text, &[option]);
            assert_eq!((refused.code, refused.printed.as_str()), (2, ""));
            let sentence =
                format!("`{option}` is for markdown, and the document is openapi\nhelp: leave `{option}` out");
            assert!(refused.told.contains(&sentence), "{}", refused.told);
        }
    }
}

#[test]
fn a_scope_is_described_by_its_name_in_every_format() {
    let json = r#"{"format":1,"system":{"name":"a"},"scopes":{"a":"","b":{"text":" ","group":"G"},"c":"C."}}"#;
    let catalog = import("a.json", json, &["--describe-by-name"]);
    assert_eq!(catalog.code, 0, "{}", catalog.told);
    for line in ["\"a\" = \"a\"\n", "\"b\" = { text = \"b\", group = \"G\" }\n", "\"c\" = \"C.\"\n"] {
        assert!(catalog.printed.contains(line), "{line}{}", catalog.printed);
    }
    let openapi =
        "openapi: 3.0.0\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {implicit: {scopes: {a: ''}}}}}}\n";
    let described = import("a.yaml", openapi, &["--describe-by-name"]);
    assert!(described.printed.contains("\"a\" = \"a\"\n"), "{}", described.printed);
}

#[test]
fn help_and_errors_name_every_format() {
    let help = run(["import", "--help"]).printed;
    let unknown = import("a.txt", "a", &["--from", "postman"]);
    let untold = import("a.txt", "a b", &[]);
    assert_eq!((unknown.code, untold.code), (2, 2));
    for format in Format::ALL {
        for text in [&help, &unknown.told, &untold.told] {
            assert!(text.contains(format.as_str()), "{format}: {text}");
        }
        assert_eq!(format.as_str().parse(), Ok(*format));
    }
    assert!("postman".parse::<Format>().unwrap_err().to_string().contains("`postman` is no format"));
}

#[test]
fn a_document_that_does_not_say_what_it_is_has_to_be_named() {
    for (name, text) in [("a.txt", "a b"), ("a.json", "{}"), ("a.yaml", "a: 1")] {
        let unknown = import(name, text, &[]);
        assert_eq!(unknown.code, 2);
        assert!(unknown.told.contains(&format!("{name}: the document does not tell")), "{}", unknown.told);
        assert!(unknown.told.contains("help: name it: `--from` with markdown, openapi,"), "{}", unknown.told);
    }
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let folder = Folder::new();
    let (list, output) = (folder.file("list.txt", "a: A.\n"), folder.path().join("scopes.toml"));
    let words = ["import", "--from", "list", "-o", output.to_str().unwrap(), list.to_str().unwrap()];
    assert_eq!(run(words).code, 0);
    let written = fs::read_to_string(&output).unwrap();
    assert!(written.contains("name = \"list\"") && written.contains("\"a\" = \"A.\""), "{written}");
    fs::write(&list, "b: B.\n").unwrap();
    let refused = run(words);
    assert_eq!(refused.code, 2);
    assert!(refused.told.contains("is there already"), "{}", refused.told);
    assert_eq!(fs::read_to_string(&output).unwrap(), written);
    assert_eq!(folder.names(), ["list.txt", "scopes.toml"]);
}

#[test]
fn notes_are_a_document_for_programs() {
    let imported = import("list.txt", "a\n", &["--from", "list", "--format", "json"]);
    assert_eq!(imported.code, 1);
    let told: serde_json::Value = serde_json::from_str(&imported.told).unwrap();
    assert_eq!(
        (&told["scopes"], &told["notes"][0]["line"], &told["notes"][0]["is_lost"]),
        (&1.into(), &1.into(), &false.into())
    );
    assert_eq!(told["faults"][0]["code"], "text-missing");
}

#[test]
fn what_a_document_says_is_no_command_to_a_terminal() {
    let escape = "\u{1b}]0;title\u{7}\u{1b}[31m\u{202e}";
    let list = import("list.txt", &format!("a{escape}: A.\nb: B.\n"), &["--from", "list"]);
    let json = import("a.json", &format!("{{\"openapi\": \"{}\"}}", "\\u001b[31m"), &[]);
    let folder = Folder::new();
    let (document, manifest) =
        (folder.file("list.txt", "a: A.\n"), folder.file("scopes.toml", format!("a = {escape}\n")));
    let merged = run(["import", "--from", "list", "--merge", manifest.to_str().unwrap(), document.to_str().unwrap()]);
    for told in [list.told, json.told, merged.told] {
        assert!(told.contains("\\u{1b}"), "{told}");
        assert!(
            !told.contains(|character: char| character.is_control() && character != '\n' || character == '\u{202e}')
        );
    }
}

#[test]
fn a_dash_is_no_file_to_write() {
    for option in ["-o", "--merge"] {
        let refused = import("list.txt", "a: A.\n", &["--from", "list", option, "-"]);
        assert_eq!((refused.code, refused.printed.as_str()), (2, ""));
        assert!(refused.told.contains("-` names no file\nhelp: name one"), "{}", refused.told);
    }
}
