//! Every kind of change by an example, with its class.

use cargo_scopes::change::{Class, between};
use scopes_manifest::Catalog;

use super::compared;

/// The manifest that the examples change.
pub(crate) const OLD: &str = r#"
format = 1
[system]
name = "t"
default = ["read"]
locales = ["en", "de"]
bound_to = ["team"]
[kinds]
client = ["web", "desktop"]
[scopes]
"write" = { text = "Write.", includes = ["read"], aliases = ["put"] }
"read" = "Read."
"list" = { text = "List.", client = ["web"], optional = true }
"only" = { text = "Only.", kind = "restriction" }
[presets]
all = { text = "All.", scopes = ["read", "write"] }
[endpoints]
"GET /x/{id}" = "read"
"PUT /x" = { any = ["write", ["read", "list"]] }
[text.de]
"write" = "Schreiben."
"read" = "Lesen."
"list" = "Auflisten."
"only" = "Nur."
"#;

/// The classes with the kinds of changes and what they say, after parts of the manifest were replaced.
fn changes(replaced: &[(&str, &str)]) -> Vec<(Class, String, String)> {
    let new = replaced.iter().fold(OLD.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    let [old, new] = [OLD, &new].map(|text| Catalog::parse(text).map_err(|faults| faults.to_string()).unwrap());
    let change = |change: &cargo_scopes::change::Change| {
        (change.class(), change.kind().as_str().to_owned(), change.message().to_owned())
    };
    between(&old, &new).iter().map(change).collect()
}

#[track_caller]
pub(crate) fn assert_changes(replaced: &[(&str, &str)], expected: &[(Class, &str, &str)]) {
    let found = changes(replaced);
    let found: Vec<_> = found.iter().map(|(class, kind, message)| (*class, kind.as_str(), message.as_str())).collect();
    assert_eq!(found, expected);
}

use Class::{Addition, Breaking, Documentation, Narrowing, Widening};

#[test]
fn names() {
    assert_changes(
        &[("[scopes]", "[scopes]\nnew = \"New.\""), ("[text.de]", "[text.de]\nnew = \"Neu.\"")],
        &[(Addition, "scope-added", "new is new: New.")],
    );
    let gone = [
        ("\"list\" = { text = \"List.\", client = [\"web\"], optional = true }\n", ""),
        ("[\"write\", [\"read\", \"list\"]]", "[\"write\"]"),
        ("\"list\" = \"Auflisten.\"\n", ""),
    ];
    assert_eq!(
        changes(&gone)[0].2,
        "list is gone, and not listed in [removed], so that its name may come to mean something else"
    );
    let listed = [gone.as_slice(), &[("[presets]", "[removed]\nlist = { in = \"2\" }\n[presets]")]].concat();
    assert_eq!(changes(&listed)[0].2, "list is gone, and listed in [removed]");
    let renamed = changes(&[
        ("\"list\" = { text = \"List.\",", "\"index\" = { text = \"List.\", aliases = [\"list\"],"),
        ("\"read\", \"list\"", "\"read\", \"index\""),
        ("\"list\" = \"Auflisten.\"", "\"index\" = \"Auflisten.\""),
    ]);
    let kinds: Vec<_> = renamed.iter().map(|(class, kind, _)| (*class, kind.as_str())).collect();
    assert_eq!(kinds, [(Breaking, "scope-renamed"), (Breaking, "identifier")], "{renamed:?}");
    assert_changes(
        &[(", aliases = [\"put\"]", "")],
        &[(Breaking, "alias-removed", "put is no longer accepted for write")],
    );
    assert_changes(
        &[("aliases = [\"put\"]", "aliases = [\"put\", \"set\"]")],
        &[(Addition, "alias-added", "set is now accepted for write")],
    );
    let moved = [
        (", aliases = [\"put\"]", ""),
        ("\"read\" = \"Read.\"", "\"read\" = { text = \"Read.\", aliases = [\"put\"] }"),
    ];
    assert_changes(
        &moved,
        &[
            (Breaking, "alias-moved", "put stood for write and stands for read"),
            (Narrowing, "authority", "put no longer allows write"),
            (Narrowing, "calls", "PUT /x can no longer be called with put"),
        ],
    );
    assert_changes(
        &[("optional = true", "optional = true, deprecated = true")],
        &[(Documentation, "deprecation", "list is now deprecated")],
    );
    assert_changes(
        &[(", optional = true", "")],
        &[(Breaking, "optional", "list can no longer be unticked by the user")],
    );
    assert_changes(
        &[("[presets]", "[removed]\nold = { in = \"1\" }\n[presets]")],
        &[(Documentation, "removed-list", "old is now listed in [removed]")],
    );
    assert_changes(
        &[("text = \"List.\"", "text = \"List.\", rust = \"Index\"")],
        &[(Breaking, "identifier", "list is `Index` in Rust and was `List`")],
    );
}

#[test]
fn authority() {
    assert_changes(
        &[(", includes = [\"read\"]", "")],
        &[
            (Narrowing, "authority", "write no longer allows read"),
            (Narrowing, "calls", "GET /x/{id} can no longer be called with write"),
        ],
    );
    assert_changes(
        &[("client = [\"web\"], ", "")],
        &[(Widening, "authority", "list may now be held by every kind of client")],
    );
    assert_changes(
        &[("\"read\" = \"Read.\"", "\"read\" = { text = \"Read.\", bound_to = \"team\" }")],
        &[
            (Narrowing, "authority", "read is now bound to a team"),
            (Narrowing, "calls", "GET /x/{id} can no longer be called with read, or with write"),
            (Narrowing, "calls", "PUT /x can no longer be called with list and read"),
        ],
    );
}

#[test]
fn endpoints() {
    assert_changes(
        &[("\"PUT /x\" = { any = [\"write\", [\"read\", \"list\"]] }\n", "")],
        &[(Breaking, "endpoint-removed", "PUT /x is gone")],
    );
    assert_changes(
        &[("\"PUT /x\"", "\"GET /y\" = \"list\"\n\"PUT /x\"")],
        &[(Widening, "calls-new", "GET /y can now be called with list; it is new")],
    );
    let new =
        [("[scopes]", "[scopes]\nnew = \"New.\""), ("[text.de]", "\"GET /y\" = \"new\"\n[text.de]\nnew = \"Neu.\"")];
    assert_changes(
        &new,
        &[(Addition, "scope-added", "new is new: New."), (Addition, "endpoint-added", "GET /y is new")],
    );
    assert_changes(
        &[("/{id}\" = \"read\"", "/{id}\" = \"list\"")],
        &[
            (Widening, "calls", "GET /x/{id} can now be called with list"),
            (Narrowing, "calls", "GET /x/{id} can no longer be called with read, or with write"),
        ],
    );
    assert_changes(
        &[("/{id}", "/{name}")],
        &[(Breaking, "endpoint-renamed", "GET /x/{id} is now written GET /x/{name}")],
    );
    assert_changes(
        &[("/{id}\" = \"read\"", "/{id}\" = { any = [\"read\", \"write\"] }")],
        &[(Documentation, "endpoint-restated", "GET /x/{id} takes the same in other words")],
    );
}

#[test]
fn presets_and_system() {
    assert_changes(
        &[("[presets]\nall = { text = \"All.\", scopes = [\"read\", \"write\"] }\n", "")],
        &[(Breaking, "preset-removed", "the preset all is gone")],
    );
    assert_changes(
        &[("scopes = [\"read\", \"write\"]", "scopes = [\"read\"]")],
        &[(Breaking, "preset-changed", "the preset all stands for other scopes")],
    );
    assert_changes(
        &[("[presets]", "[presets]\nsome = { scopes = [\"read\"] }")],
        &[(Addition, "preset-added", "the preset some is new")],
    );
    assert_changes(
        &[("\"All.\"", "\"Everything.\"")],
        &[(Documentation, "text", "the text of the preset all changed")],
    );
    assert_changes(
        &[("default = [\"read\"]\n", "")],
        &[(Breaking, "default", "requests without a scope are now refused")],
    );
    assert_changes(
        &[("default = [\"read\"]", "default = [\"read\", \"list\"]")],
        &[(Widening, "default", "requests without a scope now also ask for list")],
    );
    assert_changes(
        &[("default = [\"read\"]", "default = [\"list\"]")],
        &[
            (Widening, "default", "requests without a scope now also ask for list"),
            (Narrowing, "default", "requests without a scope no longer ask for read"),
        ],
    );
    let key = |line: &'static str| [("default =", line)];
    assert_changes(
        &key("unknown = \"ignore\"\ndefault ="),
        &[(Widening, "unknown", "requests with an unknown scope are now accepted without the unknown scope")],
    );
    assert_changes(
        &key("delimiters = [\"comma\"]\ndefault ="),
        &[
            (Breaking, "value-removed", "`delimiters` no longer has space"),
            (Addition, "value-added", "`delimiters` now has comma"),
        ],
    );
    assert_changes(
        &key("audience_uri = \"https://a.example\"\ndefault ="),
        &[(Addition, "audience_uri", "the resource server is now identified by https://a.example")],
    );
    assert_changes(
        &key("max_bytes = 100000\ndefault ="),
        &[(Widening, "authority", "scope strings of up to 100000 bytes are now read instead of 65536")],
    );
    assert_changes(&[("bound_to = [\"team\"]\n", "")], &[(Breaking, "value-removed", "`bound_to` no longer has team")]);
    assert_changes(
        &[("[\"web\", \"desktop\"]", "[\"web\"]")],
        &[(Breaking, "value-removed", "`client` no longer has desktop")],
    );
    assert_changes(
        &[("name = \"t\"", "name = \"u\"")],
        &[(Documentation, "system", "`name` is now \"u\" and was \"t\"")],
    );
}

#[test]
fn forms() {
    let new = OLD.replace("client = [\"web\"], ", "").replace("\"Read.\"", "\"Read `all`.\"");
    let folder = tempfile::tempdir().unwrap();
    let (printed, _, code) = compared::diff(folder.path(), OLD, &new, &["--deny", "breaking"]);
    let expected = "widening\n  list may now be held by every kind of client\ndocumentation\n  \
                    the text of read changed\n1 widening, 1 documentation\n";
    assert_eq!((printed.as_str(), code), (expected, 0));
    let (printed, _, code) =
        compared::diff(folder.path(), OLD, &new, &["--deny", "breaking,widening", "--format", "markdown"]);
    assert!(printed.contains("### widening\n\n- `list may now be held by every kind of client`\n"), "{printed}");
    assert_eq!(code, 1);
    let (printed, _, _) = compared::diff(folder.path(), OLD, &new, &["--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(document["summary"]["widening"], 1);
    assert_eq!(document["changes"][0]["subject"], "list");
}
