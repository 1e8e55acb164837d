//! `cargo scopes import --merge` of a document that does not fit into the manifest as it is: the rest is added, and no scope
//! may be held by others than the document says.

use std::fs;

use cargo_scopes::draft::{Draft, Scope};
use proptest::prelude::*;
use scopes_manifest::{Axis, Catalog};

use crate::program::{Folder, Run, run};

/// Merges a document; what came of it, and the manifest as it then is.
fn merge(manifest: &str, name: &str, document: &str) -> (Run, String) {
    let folder = Folder::new();
    let (file, document) = (folder.file("scopes.toml", manifest), folder.file(name, document));
    let merged = run(["import", "--merge", file.to_str().unwrap(), document.to_str().unwrap()]);
    (merged, fs::read_to_string(file).unwrap())
}

/// An OpenAPI document with scopes of two flows.
fn openapi(code: &str, client: &str, paths: &str) -> String {
    format!(
        "openapi: 3.1.0\nsecurity: [{{o: [a]}}]\ncomponents: {{securitySchemes: {{o: {{type: oauth2, flows: {{authorizationCode: \
         {{scopes: {{{code}}}}}, clientCredentials: {{scopes: {{{client}}}}}}}}}}}}}\npaths: {{{paths}}}\n"
    )
}

#[test]
fn a_new_scope_is_held_by_nobody_that_the_document_does_not_name() {
    let manifest = |kinds: &str| format!("format = 1\n[system]\nname = \"a\"\n{kinds}[scopes]\na = \"A.\"\n");
    let document = openapi("a: A., admin: Admin., both: Both.", "a: A., both: Both.", "");

    let (merged, text) = merge(&manifest("[kinds]\ngrants = [\"client_credentials\"]\n"), "a.yaml", &document);
    assert_eq!(merged.code, 1);
    assert!(!text.contains("admin") && !text.contains("both"), "{text}");
    for name in ["admin", "both"] {
        let sentence =
            format!("`{name}` is not added: it is for `authorization_code`, which `[kinds] grants` of the manifest");
        assert!(merged.told.contains(&sentence), "{}", merged.told);
    }

    let all = "[kinds]\ngrants = [\"client_credentials\", \"authorization_code\", \"password\"]\n";
    let (merged, text) = merge(&manifest(all), "a.yaml", &document);
    assert_eq!(merged.code, 0, "{}", merged.told);
    let catalog = Catalog::parse(&text).unwrap();
    let grants = |name| catalog.find(name).unwrap().allowed(Axis::Grants).unwrap();
    assert_eq!(grants("admin"), ["authorization_code"]);
    assert_eq!(grants("both"), ["authorization_code", "client_credentials"]);

    let (merged, text) = merge(&manifest(""), "a.yaml", &document);
    assert_eq!(merged.code, 1);
    assert!(!text.contains("[kinds]") && text.contains("\"both\" = \"Both.\"") && !text.contains("admin"), "{text}");
    let sentence =
        "`admin` is not added: it is for `authorization_code` alone, and the manifest has no `[kinds] grants`\n";
    assert!(merged.told.contains(sentence), "{}", merged.told);
}

#[test]
fn what_does_not_fit_is_left_out_and_the_rest_is_added() {
    let manifest = "format = 1\n[system]\nname = \"a\"\n[scopes]\na = { text = \"A.\", aliases = [\"old\"] }\n[removed]\ngone = {}\n\
                    [endpoints]\n\"GET /a/{id}\" = \"a\"\n\"GET /b/{id}\" = \"a\"\n";
    let document = r#"{ "format": 1, "system": { "name": "a" },
        "scopes": {
            "a": "A.", "old": "Old.", "gone": "Gone.", "A": "Upper case.", "new": { "text": "New.", "includes": ["old"] },
            "user": { "text": "User.", "requires": ["gone"] }, "user2": { "text": "User.", "includes": ["user"] },
            "alias": { "text": "Alias.", "aliases": ["gone"] }, "alias2": { "text": "Alias.", "aliases": ["a"] }
        },
        "removed": { "a": {} },
        "presets": { "fine": { "scopes": ["old", "new", "a"] }, "bad": { "scopes": ["gone"] } },
        "endpoints": {
            "GET /a/{name}": "old", "GET /b/{name}": { "public": true }, "GET /c": { "any": ["old", "a", ["a", "old"]] }, "GET /d": "gone", "GET /e": { "any": ["new", "user2"] }
        } }"#;
    let (merged, text) = merge(manifest, "a.json", document);
    assert_eq!(merged.code, 1);
    let expected = manifest.replace("[removed]\n", "\"new\" = { text = \"New.\", includes = [\"a\"] }\n[removed]\n")
        + "\"GET /c\" = \"a\"\n\n[presets]\n\"fine\" = { scopes = [\"a\", \"new\"] }\n";
    assert_eq!(text, expected, "{}", merged.told);
    for sentence in [
        "`old` is not added: it is an alias of `a`\n",
        "`gone` is not added: `[removed]` says",
        "`A` is not added: `A` differs from `a` of the manifest by case alone\n",
        "`alias2` is not added: its alias `a` is a name in the manifest already\n",
        "`user` is not added: the manifest has no scope `gone`\n",
        "`user2` is not added: the manifest has no scope `user`\n",
        "`alias` is not added: `[removed]` says that `gone` is never to be used again\n",
        "`a` is not added to `[removed]`: the manifest has a scope of this name\n",
        "`bad` is not added: the manifest has no scope `gone`\n",
        "`GET /d` is not added: the manifest has no scope `gone`\n",
        "`GET /e` is not added: the manifest has no scope `user2`\n",
        "scopes.toml:10: `GET /b/{id}` is another in the document: { public = true }\n",
    ] {
        assert!(merged.told.contains(sentence), "{sentence}\n{}", merged.told);
    }
    assert!(!merged.told.contains("GET /a/"), "{}", merged.told);
}

/// Who may hold a scope: its own list, or all that the axis has; `None` where that is anybody.
fn holders(draft: &Draft, axis: &str, scope: &Scope) -> Option<Vec<String>> {
    let own = match axis {
        "client" => &scope.client,
        "audience" => &scope.audience,
        "subject" => &scope.subject,
        _ => &scope.grants,
    };
    own.as_ref().or_else(|| draft.kinds.get(axis)).cloned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Where both have an axis, nobody holds a new scope who may not in the document; a list of its own is never lost.
    #[test]
    fn merging_lets_nobody_hold_more(there in crate::generator::manifest(), new in crate::generator::manifest()) {
        let merged = new.merge_into(&there.to_toml(), false).unwrap();
        let merged: Draft = toml::from_str(&merged.text).unwrap();
        prop_assert_eq!(&merged.kinds, &there.kinds);
        for (name, scope) in merged.scopes.iter().filter(|(name, _)| !there.scopes.contains_key(*name)) {
            let wanted = &new.scopes[name];
            for axis in ["client", "audience", "subject", "grants"] {
                let (may, should) = (holders(&merged, axis, scope), holders(&new, axis, wanted));
                match (may, should) {
                    (Some(may), Some(should)) => prop_assert!(may.iter().all(|one| should.contains(one)), "{name} {axis}"),
                    (None, Some(_)) => {
                        // Nobody is told apart there, nor does the document limit this scope more than others.
                        let is_own = holders(&Draft::default(), axis, wanted).is_some();
                        prop_assert!(!is_own && !there.kinds.contains_key(axis), "{name} {axis}");
                    }
                    (_, None) => {}
                }
            }
        }
    }
}
