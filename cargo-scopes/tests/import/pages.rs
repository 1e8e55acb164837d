//! `cargo scopes import` of pages: those of five providers, and what a page can have in it.

use std::collections::BTreeSet;
use std::fs;

use cargo_scopes::draft::Draft;
use scopes_manifest::Catalog;

use crate::program::{Folder, Run, repository, run};

fn document(name: &str) -> String {
    repository("cargo-scopes/tests/documents").join(name).to_str().unwrap().to_owned()
}

fn names(manifest: &str) -> Vec<String> {
    let catalog = Catalog::parse(manifest).unwrap();
    catalog.scopes().iter().map(|scope| scope.name().to_owned()).collect()
}

/// A page as a file, imported with further arguments.
fn page(text: &str, arguments: &[&str]) -> Run {
    let folder = Folder::new();
    let path = folder.file("page.md", text);
    run([&["import"], arguments, &[path.to_str().unwrap()]].concat())
}

#[test]
fn every_scope_of_a_providers_page_comes_out_in_the_order_of_the_manifest_in_the_repository() {
    let pages = [
        ("itwin", "tests/manifests/itwin.toml", 13),
        ("orshot", "tests/manifests/orshot.toml", 9),
        ("mendix", "tests/manifests/mendix.toml", 6),
        ("sipgate", "scopes.toml", 102),
    ];
    for (name, manifest, count) in pages {
        let imported = run(["import", &document(&format!("{name}.md"))]);
        assert_eq!(imported.code, 0, "{name}: {}", imported.told);
        assert!(imported.told.ends_with(&format!("{count} scopes, 0 endpoints\n")), "{}", imported.told);
        let catalog = Catalog::parse(&imported.printed).unwrap();
        assert_eq!((catalog.name(), catalog.scopes().len()), (name, count));
        assert_eq!(names(&imported.printed), names(&fs::read_to_string(repository(manifest)).unwrap()));
    }
}

#[test]
fn running_text_gives_scopes_where_it_is_asked_for() {
    let refused = run(["import", &document("auth0.md")]);
    assert_eq!((refused.code, refused.printed.as_str()), (2, ""));
    assert!(refused.told.contains("line 49 names what looks like scopes"), "{}", refused.told);
    assert!(refused.told.contains("help: `--prose`"), "{}", refused.told);

    let imported = run(["import", "--prose", &document("auth0.md")]);
    assert_eq!(imported.code, 0, "{}", imported.told);
    assert!(
        imported.told.contains("auth0.md:49: `write:appointments` is taken out of the text\n"),
        "{}",
        imported.told
    );
    let manifest = fs::read_to_string(repository("tests/manifests/auth0.toml")).unwrap();
    let set = |names: Vec<String>| names.into_iter().collect::<BTreeSet<_>>();
    assert_eq!(set(names(&imported.printed)), set(names(&manifest)));
}

#[test]
fn texts_are_the_words_of_the_page() {
    let text = |page: &str, scope: &str| {
        let catalog = Catalog::parse(&run(["import", &document(page)]).printed).unwrap();
        catalog.find(scope).unwrap().text().to_owned()
    };
    assert_eq!(text("itwin.md", "profile"), "Required to get the user profile – the first and last names");
    assert_eq!(text("orshot.md", "openid"), "Access the user's unique ID (standard OpenID Connect)");
    assert_eq!(text("sipgate.md", "sessions:write"), "Initiate calls, send faxes, send SMS");
    // The first paragraph below the heading, its links without their addresses.
    assert_eq!(
        text("mendix.md", "profile"),
        "With this scope, a website or application can access the user's basic profile information as recorded in \
         Mendix. This scope contains the following user data:"
    );
}

/// What people have added to the names: everything else in the manifests of the repository is on the pages.
#[test]
fn the_manifests_of_the_repository_are_the_pages_with_more_keys() {
    let pages: [(&str, &str, &[&str]); 5] = [
        ("itwin", "tests/manifests/itwin.toml", &["claims", "client", "issues", "text"]),
        ("orshot", "tests/manifests/orshot.toml", &["bound_to", "claims", "issues", "text"]),
        ("mendix", "tests/manifests/mendix.toml", &["audience", "claims", "extends", "text"]),
        ("sipgate", "scopes.toml", &["includes", "text"]),
        ("auth0", "tests/manifests/auth0.toml", &["optional", "text"]),
    ];
    for (name, manifest, keys) in pages {
        let imported = run(["import", "--prose", &document(&format!("{name}.md"))]).printed;
        let [page, ours] = [imported, fs::read_to_string(repository(manifest)).unwrap()]
            .map(|text| serde_json::to_value(Draft::of(&Catalog::parse(&text).unwrap())).unwrap());
        let mut different = BTreeSet::new();
        for (scope, page) in page["scopes"].as_object().unwrap() {
            // A scope with a text alone is written as that text.
            let table = |value: &serde_json::Value| match value.as_object() {
                Some(table) => table.clone(),
                None => serde_json::Map::from_iter([("text".to_owned(), value.clone())]),
            };
            let (page, ours) = (table(page), table(&ours["scopes"][scope]));
            different.extend(page.keys().chain(ours.keys()).filter(|key| page.get(*key) != ours.get(*key)).cloned());
        }
        assert_eq!(Vec::from_iter(different), keys, "{name}");
    }
}

#[test]
fn a_page_changes_nothing_of_a_manifest_that_has_all_of_it() {
    for (name, manifest) in [
        ("itwin", "tests/manifests/itwin.toml"),
        ("orshot", "tests/manifests/orshot.toml"),
        ("mendix", "tests/manifests/mendix.toml"),
        ("sipgate", "scopes.toml"),
        ("auth0", "tests/manifests/auth0.toml"),
    ] {
        let before = fs::read(repository(manifest)).unwrap();
        let folder = Folder::new();
        let file = folder.file("scopes.toml", &before);
        let touched = fs::metadata(&file).unwrap().modified().unwrap();
        let merged = run(["import", "--prose", "--merge", file.to_str().unwrap(), &document(&format!("{name}.md"))]);
        assert_eq!(merged.code, 0, "{}", merged.told);
        assert!(merged.told.contains("has another text in the document"), "{}", merged.told);
        assert_eq!(fs::read(&file).unwrap(), before);
        assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), touched);
        assert_eq!(folder.names(), ["scopes.toml"]);
    }
}

#[test]
fn marks_of_a_cell_are_gone_and_entities_are_decoded() {
    let imported = page(
        "| Meaning | **Permission** |\n|---|---|\n| See *all* [events](https://x.org) of R&amp;D, a \\| b<br>and `c` | \
         [`events:read`](#events) |\n",
        &["--name", "calendar"],
    );
    assert_eq!(imported.code, 0, "{}", imported.told);
    assert!(
        imported.printed.contains("\"events:read\" = \"See all events of R&D, a | b and c\"\n"),
        "{}",
        imported.printed
    );
    assert!(imported.printed.contains("name = \"calendar\""), "{}", imported.printed);
}

#[test]
fn what_is_no_scope_is_told_with_its_line_and_the_others_are_taken() {
    let imported = page(
        "| Scope | Description |\n|---|---|\n| a:read | Read. |\n| b read | Read. |\n| a:read | Other. |\n| A:read | Read. |\n\n\
         | Parameter | Description |\n|---|---|\n| size | How many. |\n",
        &[],
    );
    assert_eq!(imported.code, 1);
    assert_eq!(names(&imported.printed), ["a:read"]);
    for sentence in [
        "page.md:4: `b read` is left out: a scope's name cannot contain a space\n",
        "page.md:5: `a:read` has another text in line 3, which is kept\n",
        "page.md:6: `A:read` is left out: it differs from `a:read` of line 3 by case alone\n",
        "page.md:8: a table that is not about scopes, by its headings (Parameter, Description)\n",
        "1 scope, 0 endpoints; 3 lines could not be read\n",
    ] {
        assert!(imported.told.contains(sentence), "{sentence}{}", imported.told);
    }
}

#[test]
fn a_scope_without_a_description_is_written_told_and_refused_until_it_has_one() {
    let text = "| Scope | Description |\n|---|---|\n| a:read | |\n";
    let imported = page(text, &[]);
    assert_eq!(imported.code, 1);
    assert!(imported.printed.contains("\"a:read\" = \"\"\n"));
    assert!(imported.told.contains("page.md:3: `a:read` has no description"), "{}", imported.told);
    assert!(imported.told.contains("error[text-missing]"), "{}", imported.told);

    let imported = page(text, &["--describe-by-name"]);
    assert_eq!(imported.code, 0, "{}", imported.told);
    assert!(imported.printed.contains("\"a:read\" = \"a:read\"\n"));
}

#[test]
fn an_anchor_is_no_scope_beside_a_table() {
    let text = "## Scopes {#scopes}\n\nAll of them.\n\n| Scope | Description |\n|---|---|\n| a:read | Read. |\n";
    assert_eq!(names(&page(text, &[]).printed), ["a:read"]);
    assert_eq!(names(&page(text, &["--headings"]).printed), ["a:read", "scopes"]);
}

#[test]
fn columns_of_our_own_export_are_read_and_those_of_others_are_told() {
    let imported = page(
        "| Scope | Description | Includes | Deprecated | Owner |\n|---|---|---|---|---|\n\
         | `w` | Write. | `r`, `s` | since `2.0`, use `r`: Too wide. | Ada |\n| `r` | Read. | | | |\n| `s` | See. | all of them | | |\n",
        &[],
    );
    assert_eq!(imported.code, 1);
    let catalog = Catalog::parse(&imported.printed).unwrap();
    let deprecation = catalog.find("w").unwrap().deprecation().unwrap();
    assert_eq!((deprecation.since(), deprecation.note()), (Some("2.0"), Some("Too wide.")));
    assert_eq!(catalog.find("w").unwrap().includes().len(), 2);
    assert!(imported.told.contains("page.md:3: the column `Owner` of `w` is not read"), "{}", imported.told);
    assert!(imported.told.contains("page.md:5: `all of them` does not say what `Includes` means"), "{}", imported.told);
}
