//! `cargo scopes import` of pages that are not quite as they should be: what is doubtful is told by its line and not taken.

use scopes_manifest::Catalog;

use crate::program::{Folder, Run, run};

const HEAD: &str = "| Scope | Description |\n|---|---|\n";

/// A page as a file, imported with further arguments.
fn page(text: &str, arguments: &[&str]) -> Run {
    let folder = Folder::new();
    run([&["import"], arguments, &[folder.file("page.md", text).to_str().unwrap()]].concat())
}

fn names(imported: &Run) -> Vec<String> {
    let catalog = Catalog::parse(&imported.printed).unwrap();
    catalog.scopes().iter().map(|scope| scope.name().to_owned()).collect()
}

#[test]
fn a_row_with_more_cells_than_headings_is_told_and_not_taken() {
    let imported = page(
        &format!("{HEAD}| `a` | Read x | and y |\n| `b|c` | Read. |\n| `d` | Read. | |\n| `e` | Read \\| write. |\n"),
        &[],
    );
    assert_eq!((imported.code, names(&imported)), (1, vec!["d".to_owned(), "e".to_owned()]));
    for sentence in
        ["page.md:3: `a` is left out: its row has more cells", "page.md:4: ``b` is left out: its row has more cells"]
    {
        assert!(imported.told.contains(sentence), "{sentence}\n{}", imported.told);
    }
    let imported =
        page(&format!("{HEAD}| a | A. |\n\n| Endpoint | Takes |\n|---|---|\n| `GET /a` | `a` | and `b` |\n"), &[]);
    assert_eq!(imported.code, 1);
    assert!(!imported.printed.contains("GET /a"), "{}", imported.printed);
    assert!(imported.told.contains("page.md:7: `GET /a` is left out: its row has more cells"), "{}", imported.told);
}

#[test]
fn a_name_is_never_put_together_from_what_stands_in_its_cell() {
    let doubtful = [
        "read[^1]",
        "`read`[^1]",
        "`read`*",
        "read\\*",
        "`read`<sup>1</sup>",
        "~~old~~",
        "`a`/`b`",
        "`c`,`d`",
        "`c`, `d`",
        "c,d",
        "`e` or f",
        "`g` ![new](new.png)",
    ];
    for cell in doubtful {
        let imported = page(&format!("{HEAD}| {cell} | Text. |\n| **`kept`** | Text. |\n\n[^1]: A note.\n"), &[]);
        assert_eq!((imported.code, names(&imported)), (1, vec!["kept".to_owned()]), "{cell}: {}", imported.told);
        assert!(imported.told.contains("page.md:3: `") && imported.told.contains("is left out: "), "{}", imported.told);
    }
    let exact = page(&format!("{HEAD}| `a*` | Text. |\n| `c,d` | Text. |\n| [e](e.md) | Text. |\n"), &[]);
    assert_eq!((exact.code, names(&exact)), (0, ["a*", "c,d", "e"].map(str::to_owned).to_vec()), "{}", exact.told);
}

#[test]
fn what_a_text_cannot_say_is_told() {
    let imported = page(
        &format!("{HEAD}| a | Read[^1]. |\n| b | ~~Read~~ See. |\n| c | Read<sup>2</sup>. |\n\n[^1]: Not all.\n"),
        &[],
    );
    assert_eq!((imported.code, names(&imported)), (1, ["a", "b", "c"].map(str::to_owned).to_vec()));
    for sentence in [
        "page.md:3: the footnote `1` in the text of `a` is not read\n",
        "page.md:4: what is struck out in the text of `b` is not read\n",
        "page.md:5: the tag `<sup>` in the text of `c` is not read\n",
    ] {
        assert!(imported.told.contains(sentence), "{sentence}\n{}", imported.told);
    }
}

#[test]
fn a_cell_that_says_no_says_no() {
    let rows = ["No", "no", "-", "–", ""]
        .iter()
        .enumerate()
        .map(|(number, no)| format!("| s{number} | Text. | {no} | {no} |\n"));
    let head = "| Scope | Description | Deprecated | Optional |\n|---|---|---|---|\n";
    let imported = page(&format!("{head}{}| old | Text. | Yes | YES |\n", rows.collect::<Vec<_>>().concat()), &[]);
    assert_eq!(imported.code, 0, "{}", imported.told);
    let catalog = Catalog::parse(&imported.printed).unwrap();
    for scope in catalog.scopes() {
        let is_old = scope.name() == "old";
        assert_eq!((scope.deprecation().is_some(), scope.is_optional()), (is_old, is_old), "{}", scope.name());
    }
    assert_eq!(catalog.find("old").unwrap().deprecation().unwrap().note(), None);
}

#[test]
fn what_looks_like_scopes_beside_a_table_is_lost_and_told() {
    let imported = page(
        &format!(
            "# Scopes {{#scopes}}\n\n{HEAD}| a:read | Read. |\n\n<table>\n<tr><td>b:read</td></tr>\n</table>\n\n<!--\n<table>\n-->\n\n\
             - `a:read`: as above.\n- `c:read`: not above.\n\n1. `d:read`\n\n   Loose.\n\n## Email Scope {{#email}}\n\n### `e:read`\n\n\
             A mention of `f:read`, and `a:read`.\n"
        ),
        &[],
    );
    assert_eq!((imported.code, names(&imported)), (1, vec!["a:read".to_owned()]));
    let told: Vec<&str> = imported
        .told
        .lines()
        .filter_map(|line| line.strip_prefix("page.md:").or_else(|| Some(line.rsplit_once("/page.md:")?.1)))
        .collect();
    assert_eq!(
        told,
        [
            "1: the heading's id `scopes` is not taken beside a table; `--headings` takes it",
            "7: a table in HTML, which is not read: write it as a table of Markdown",
            "16: `c:read` begins an item and is not taken; `--prose` takes it",
            "18: `d:read` begins an item and is not taken; `--prose` takes it",
            "22: the heading's id `email` is not taken beside a table; `--headings` takes it",
            "24: the heading `e:read` is not taken: it has no id, such as `{#e:read}`",
            "26: `f:read` looks like a scope and is not taken; `--prose` takes it",
        ]
    );
    assert!(imported.told.ends_with("; 5 lines could not be read\n"), "{}", imported.told);
}

#[test]
fn a_heading_of_another_level_with_an_id_is_lost() {
    let imported = page("email {#email}\n=====\n\nText.\n\n## Foo {#foo}\n\nText.\n\n## Bar {#bar}\n\nText.\n", &[]);
    assert_eq!((imported.code, names(&imported)), (1, ["foo", "bar"].map(str::to_owned).to_vec()));
    assert!(imported.told.contains("page.md:1: the id `email` is not taken for a scope"), "{}", imported.told);
}

#[test]
fn a_page_with_nothing_but_html_says_so() {
    let refused = page("# Scopes\n\n<TABLE>\n<tr><td>a:read</td></tr>\n</TABLE>\n", &[]);
    assert_eq!((refused.code, refused.printed.as_str()), (2, ""));
    assert!(
        refused.told.contains("page.md:3:1: ") && refused.told.contains("the table in HTML is not read"),
        "{}",
        refused.told
    );
}

#[test]
fn endpoints_are_read_as_they_are_written_and_otherwise_lost() {
    let endpoints = "| Endpoint | Takes |\n|---|---|\n| `GET /a` | no token |\n| `GET /a` | `a` |\n";
    let imported = page(&format!("{HEAD}| a | A. |\n\n{endpoints}"), &[]);
    assert_eq!(imported.code, 1);
    assert!(!imported.printed.contains("GET /a"), "{}", imported.printed);
    assert!(
        imported.told.contains("page.md:7: `GET /a` is left out: line 8 says of the same route"),
        "{}",
        imported.told
    );

    for head in ["| Method | Endpoint | Takes |", "| endpoint | takes | - |", "| Route | Needs | - |"] {
        let imported = page(&format!("{HEAD}| a | A. |\n\n{head}\n|---|---|---|\n| GET | /a | a |\n"), &[]);
        assert_eq!(imported.code, 1);
        let sentence = "page.md:5: a table of endpoints is read where its headings are `Endpoint` and `Takes`\n";
        assert!(imported.told.contains(sentence), "{}", imported.told);
    }
}
