//! The manifest is the one place: a line of it that changes, changes the check, the challenge and the document of a
//! program that is not touched; and a scope that is taken out of it breaks the build of the handler that needs it.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod scratch;

use scratch::Workspace;
use serde_json::{Value, json};

const MANIFEST: &str = r#"
format = 1
[system]
name = "api"
[scopes]
"notes:read" = "Read notes."
"notes:write" = "Change notes."
"notes:admin" = "Look after everybody's notes."
[endpoints]
"GET /notes" = "notes:read"
"#;

const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"scopes\", \"program\"]\n"),
    (
        "scopes/Cargo.toml",
        "[package]\nname = \"scopes\"\nversion = \"0.1.1\"\nedition = \"2024\"\n\
         [dependencies]\nscopes-runtime = { path = '{runtime}', features = [\"http\", \"serde\"] }\n",
    ),
    (
        "scopes/src/lib.rs",
        "//! Scopes.\n\npub use scopes_runtime::*;\n\n/// The marker.\n#[derive(scopes_runtime::Scopes)]\n\
         #[scopes(manifest = \"scopes.toml\")]\npub struct Api;\n",
    ),
    (
        "program/Cargo.toml",
        "[package]\nname = \"program\"\nversion = \"0.1.1\"\nedition = \"2024\"\n\
         [dependencies]\nscopes = { path = \"../scopes\" }\nserde_json = \"1\"\n",
    ),
    ("program/src/main.rs", PROGRAM),
];

/// Says as JSON what three tokens come to at two handlers, and what its document says.
const PROGRAM: &str = r#"//! Two handlers behind permits.

use scopes::{Api, Challenge, Granted, OAuth2, Permit, Requires, Scope};
use serde_json::{Value, json};

#[derive(Requires)]
#[requires(Api: endpoint "GET /notes")]
struct ListNotes;

#[derive(Requires)]
#[requires(Api: "notes:admin")]
struct Purge;

fn list_notes(_: Permit<ListNotes>) -> &'static str {
    "listed"
}

fn purge(_: Permit<Purge>) -> &'static str {
    "purged"
}

fn answer<R: Requires<Scope = Scope>>(granted: &Granted<Scope>, handler: fn(Permit<R>) -> &'static str) -> Value {
    match granted.authorize::<R>() {
        Ok(permit) => handler(permit).into(),
        Err(denied) => Challenge::insufficient_scope(&denied).to_string().into(),
    }
}

fn main() {
    let tokens = ["notes:read", "notes:write", "notes:admin"].map(|token| {
        let granted = Granted::<Scope>::parse(token).unwrap();
        json!({ "list": answer(&granted, list_notes), "purge": answer(&granted, purge) })
    });
    let scheme = OAuth2::<Api>::new("api").unwrap().client_credentials("https://example.com/token");
    let document = json!({
        "components": scheme.components(),
        "paths": { "/notes": { "get": { "security": scheme.security::<ListNotes>() } } },
    });
    println!("{}", json!({ "tokens": tokens, "document": document }));
}
"#;

/// What the program says after the manifest has been written anew.
fn run(workspace: &Workspace, manifest: &str) -> Value {
    workspace.write("scopes/scopes.toml", manifest);
    let (output, text) = workspace.cargo(&["run", "--quiet"]);
    assert!(output.status.success(), "{text}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What the three tokens come to at the handler of `GET /notes`.
fn listed(said: &Value) -> Vec<&str> {
    said["tokens"].as_array().unwrap().iter().map(|token| token["list"].as_str().unwrap()).collect()
}

fn missing(scope: &str) -> String {
    format!("Bearer error=\"insufficient_scope\", error_description=\"missing: {scope}\", scope=\"{scope}\"")
}

fn security(said: &Value) -> &Value {
    &said["document"]["paths"]["/notes"]["get"]["security"]
}

fn scopes(said: &Value) -> &Value {
    &said["document"]["components"]["securitySchemes"]["api"]["flows"]["clientCredentials"]["scopes"]
}

#[test]
fn one_line_of_the_manifest_changes_the_check_the_challenge_and_the_document() {
    let workspace = Workspace::new("one_change", FILES);
    let before = run(&workspace, MANIFEST);
    assert_eq!(listed(&before), ["listed", &missing("notes:read"), &missing("notes:read")]);
    assert_eq!(before["tokens"][2]["purge"], "purged");
    assert_eq!(security(&before), &json!([{ "api": ["notes:read"] }]));
    let texts = ["Read notes.", "Change notes.", "Look after everybody's notes."];
    assert_eq!(scopes(&before), &json!({ "notes:read": texts[0], "notes:write": texts[1], "notes:admin": texts[2] }));

    // The endpoint takes another scope.
    let after = run(&workspace, &MANIFEST.replace("/notes\" = \"notes:read\"", "/notes\" = \"notes:write\""));
    assert_eq!(listed(&after), [&missing("notes:write"), "listed", &missing("notes:write")]);
    assert_eq!(security(&after), &json!([{ "api": ["notes:write"] }]));
    assert_eq!(scopes(&after), scopes(&before));

    // One of two scopes will do, and one comes with another.
    let changed = MANIFEST
        .replace("/notes\" = \"notes:read\"", "/notes\" = { any = [\"notes:admin\", \"notes:read\"] }")
        .replace("\"Change notes.\"", "{ text = \"Change and read notes.\", includes = [\"notes:read\"] }");
    let after = run(&workspace, &changed);
    assert_eq!(listed(&after), ["listed"; 3]);
    assert_eq!(security(&after), &json!([{ "api": ["notes:admin"] }, { "api": ["notes:read"] }]));
    assert_eq!(scopes(&after)["notes:write"], "Change and read notes.");
    assert_eq!(after["tokens"][1]["purge"], missing("notes:admin"));

    // A scope that is gone breaks the handler that needs it, and only that one.
    let removed: String =
        MANIFEST.lines().filter(|line| !line.contains("notes:admin")).map(|line| line.to_owned() + "\n").collect();
    workspace.write("scopes/scopes.toml", &removed);
    let (output, text) = workspace.cargo(&["build"]);
    assert!(!output.status.success());
    let place = 1 + PROGRAM.lines().position(|line| line.contains("Api: \"notes:admin\"")).unwrap();
    assert!(text.contains("error: unknown scope `notes:admin`"), "{text}");
    assert!(text.contains(&format!("program/src/main.rs:{place}:17")), "{text}");
    assert_eq!(text.matches("error: ").count(), 2, "one for the scope, and cargo's own: {text}");
}
