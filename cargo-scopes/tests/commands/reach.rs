//! `why`, `who` and `graph`: by which path one scope allows another, or a call.

use serde_json::{Value, json};

use crate::program::{Folder, Run, run};

const FORUM: &str = r#"
format = 1
[system]
name = "forum"
bound_to = ["board"]
[scopes]
"follow" = { text = "Follow and block.", includes = ["write:follows", "write:blocks"], aliases = ["following"], group = "old" }
"write:follows" = { text = "Follow.", includes = ["read:follows"] }
"write:blocks" = "Block."
"read:follows" = { text = "See who is followed.", group = "read \"er\"" }
"moderate" = { text = "Moderate.", requires = ["write:blocks"] }
"pin" = { text = "Pin posts.", bound_to = "board" }
"sandbox" = { text = "Nothing real.", kind = "restriction" }
[endpoints]
"GET /follows" = "read:follows"
"GET /follows/{id}" = { any = ["moderate", ["read:follows", "write:blocks"]] }
"GET /follows/mine" = { authenticated = true }
"POST /pins" = "pin"
"GET /pins" = { any = ["pin", "write:blocks"] }
"POST /drafts" = { all = ["write:follows"], under = ["sandbox"] }
"POST /reports" = "moderate"
"GET /health" = { public = true }
"#;

/// Runs a command over the forum.
fn forum(arguments: &[&str]) -> Run {
    let folder = Folder::new();
    let manifest = folder.file("scopes.toml", FORUM).display().to_string();
    run(arguments.iter().copied().chain(["--manifest", &manifest]))
}

#[test]
fn why_shows_the_path() {
    let answer = forum(&["why", "follow", "GET /follows"]);
    assert_eq!(answer.code, 0);
    assert_eq!(
        answer.printed,
        "yes: `follow` allows `GET /follows`\n  follow includes write:follows includes read:follows\n"
    );
    // By an alias, and by a path that a client calls; the literal route goes before the template.
    assert_eq!(
        forum(&["why", "following", "GET /follows/7"]).printed,
        "yes: `follow` allows `GET /follows/{id}`\n  follow includes write:follows includes read:follows\n  \
         follow includes write:blocks\n"
    );
    assert_eq!(forum(&["why", "follow", "GET https://api.example.com/follows?page=2#top"]).code, 0);
    assert!(
        forum(&["why", "follow pin", "GET /follows"])
            .printed
            .starts_with("yes: `follow` and `pin` allow `GET /follows`")
    );
    assert!(forum(&["why", "", "GET /follows"]).printed.starts_with("no: a token without scopes does not allow"));
    assert!(forum(&["why", "pin", "GET /follows/mine"]).printed.contains("takes any valid token"));
    assert!(forum(&["why", "pin", "HEAD /health"]).printed.contains("is public"));
    assert!(forum(&["why", "pin", "POST /pins"]).printed.contains("counts only for a board that was granted"));
    // Where another alternative needs no resource, nothing is said of one.
    assert!(!forum(&["why", "pin write:blocks", "GET /pins"]).printed.contains("board"));
}

#[test]
fn why_shows_what_is_missing() {
    let answer = forum(&["why", "pin", "GET /follows"]);
    assert_eq!(answer.code, 1);
    assert_eq!(
        answer.printed,
        "no: `pin` does not allow `GET /follows`\n  it requires `read:follows`, which `follow`, `write:follows` would \
         bring too\n"
    );
    let answer = forum(&["why", "moderate", "POST /reports"]);
    assert_eq!(answer.code, 1);
    assert!(answer.printed.contains("note: `moderate` has no effect without `write:blocks`"), "{}", answer.printed);
    assert_eq!(forum(&["why", "moderate follow", "POST /reports"]).code, 0);
    let restricted = forum(&["why", "follow sandbox", "GET /follows"]);
    assert_eq!(restricted.code, 1);
    assert!(restricted.printed.contains("does not honour the restriction `sandbox`"), "{}", restricted.printed);
    assert_eq!(forum(&["why", "follow sandbox", "POST /drafts"]).code, 0);
}

#[test]
fn what_is_unknown_gets_the_nearest_name_and_no_answer() {
    let answer = forum(&["why", "folow", "GET /follows"]);
    assert_eq!((answer.code, answer.printed.as_str()), (2, ""));
    assert_eq!(answer.told, "error: unknown scope `folow`; did you mean `follow`?\n");
    let answer = forum(&["why", "follow", "GET /folows"]);
    assert_eq!(answer.told, "error: unknown endpoint `GET /folows`; did you mean `GET /follows`?\n");
    assert_eq!(forum(&["why", "follow", "get /follows"]).code, 2);
    // A prefix, a pattern or another case is no scope.
    for name in ["write:*", "write:", "Follow", ""] {
        assert_ne!(forum(&["why", name, "POST /pins"]).code, 0, "{name}");
    }
}

#[test]
fn who_lists_all_that_reaches_a_scope() {
    assert_eq!(
        forum(&["who", "read:follows"]).printed,
        "`read:follows`: See who is followed.\nincluded by\n  follow includes write:follows includes read:follows\n  \
         write:follows includes read:follows\nused for\n  GET /follows\n  GET /follows/{id} with `write:blocks`\n"
    );
    assert!(forum(&["who", "write:follows"]).printed.ends_with(
        "used for\n  GET /follows (write:follows includes read:follows)\n  \
         GET /follows/{id} (write:follows includes read:follows) with `write:blocks`\n  POST /drafts\n"
    ));
    assert!(forum(&["who", "sandbox"]).printed.ends_with("used for\n  POST /drafts (honours the restriction)\n"));
    let document: Value = serde_json::from_str(&forum(&["who", "write:blocks", "--format", "json"]).printed).unwrap();
    assert_eq!(
        document,
        json!({
            "scope": "write:blocks",
            "included_by": [["follow", "write:blocks"]],
            "endpoints": [
                {
                    "endpoint": "GET /follows/{id}",
                    "path": ["write:blocks"],
                    "beside": [["read:follows"]],
                    "under": false,
                },
                { "endpoint": "GET /pins", "path": ["write:blocks"], "beside": [[]], "under": false },
            ],
        })
    );
}

#[test]
fn graphs() {
    let dot = forum(&["graph"]).printed;
    assert!(dot.starts_with("digraph scopes {") && dot.ends_with("}\n"));
    for line in ["  s0 -> s1;", "  s0 -> s2;", "  s1 -> s3;", "  s4 -> s2 [style = dotted, label = requires];"] {
        assert!(dot.contains(&format!("{line}\n")), "{line}\n{dot}");
    }
    assert!(dot.contains(r#"label = "read \"er\"";"#), "{dot}");
    assert!(!dot.contains("GET /follows"));
    let mermaid = forum(&["graph", "mermaid", "--around", "write:follows", "--endpoints"]).printed;
    assert!(mermaid.contains("  s0 --> s1\n  s1 --> s3\n"), "{mermaid}");
    assert!(mermaid.contains("  e0([\"GET /follows\"])\n  s3 --- e0\n"), "{mermaid}");
    assert!(mermaid.contains("[\"read #34;er#34;\"]"), "{mermaid}");
    assert!(!mermaid.contains("write:blocks") && !mermaid.contains("pins"), "{mermaid}");
}

#[test]
fn a_broken_manifest_gives_its_faults_and_no_answer() {
    let folder = Folder::new();
    let manifest = folder.file("scopes.toml", FORUM.replace("\"write:blocks\" = \"Block.\"", "")).display().to_string();
    let answer = run(["who", "follow", "-m", &manifest]);
    assert_eq!((answer.code, answer.printed.as_str()), (2, ""));
    assert!(answer.told.contains("error[unknown-scope]: unknown scope `write:blocks`"), "{}", answer.told);
}
