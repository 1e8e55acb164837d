//! `export html`: the page is well formed, loads nothing, runs nothing but its own script, and says what the manifest says,
//! whatever the texts are.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cargo_scopes::draft::Draft;
use cargo_scopes::export::html;
use proptest::prelude::*;
use scopes_manifest::Catalog;
use sha2::{Digest, Sha256};

use crate::markup::{Element, Page};

fn kontor() -> Catalog {
    Catalog::parse(include_str!("../exported/kontor.toml")).unwrap()
}

/// Whether an element does what no text of a manifest may bring about.
fn is_foreign(element: &Element) -> bool {
    let is_known = [
        "a", "article", "bdi", "body", "button", "code", "dd", "details", "div", "dl", "dt", "fieldset", "footer",
        "form", "h1", "h2", "h3", "h4", "head", "header", "html", "input", "label", "legend", "li", "main", "meta",
        "nav", "option", "output", "p", "script", "section", "select", "span", "strong", "style", "summary", "table",
        "tbody", "td", "th", "thead", "title", "tr", "ul", "wbr",
    ]
    .contains(&element.name.as_str());
    let loads = |(name, value): &(String, String)| match name.as_str() {
        "href" => !(value.starts_with('#') || value.starts_with("https://") || value.starts_with("http://")),
        "src" | "srcset" | "action" | "formaction" | "style" | "data" | "poster" | "background" | "ping" => true,
        other => other.starts_with("on"),
    };
    !is_known || element.attributes.iter().any(loads)
}

fn check(catalog: &Catalog) {
    let text = html(catalog);
    let page = Page::parse(&text);
    let foreign: Vec<&Element> = page.elements.iter().filter(|element| is_foreign(element)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let scripts = page.elements.iter().filter(|element| element.name == "script").count();
    assert_eq!(scripts, 2, "the manifest and the page's own");
    let ids: Vec<&str> = page.elements.iter().filter_map(|element| element.attribute("id")).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "an id stands for one element");

    // Links within the page lead somewhere.
    for link in page.elements.iter().filter_map(|element| element.attribute("href")) {
        if let Some(fragment) = link.strip_prefix('#') {
            let target = crate::markup::percent_decoded(fragment);
            assert!(ids.contains(&target.as_str()), "{link} leads nowhere");
        }
    }
    for scope in catalog.scopes() {
        let article = page.text_of(&format!("scope-{}", scope.name()));
        for said in
            [Some(scope.name()), Some(scope.text()), Some(scope.consent()), scope.detail()].into_iter().flatten()
        {
            assert!(article.contains(said), "{said:?} is not in {article:?}");
        }
    }
    for endpoint in catalog.endpoints() {
        let table = page.text_of("endpoints");
        assert!(table.contains(endpoint.method()) && table.contains(endpoint.path()), "{}", endpoint.route());
    }
    let manifest: Draft = serde_json::from_str(&page.text_of("scopes-manifest")).unwrap();
    assert_eq!(manifest, Draft::of(catalog));
}

#[test]
fn the_page_of_a_rich_manifest_is_sound() {
    check(&kontor());
}

#[test]
fn only_the_style_and_the_script_of_the_page_are_allowed() {
    let text = html(&kontor());
    let page = Page::parse(&text);
    let policy =
        page.elements.iter().find(|element| element.attribute("http-equiv") == Some("Content-Security-Policy"));
    let hash = |name: &str| {
        let content =
            page.raw.iter().filter(|(element, _)| element.name == name && element.attribute("type").is_none());
        let hashes: Vec<String> =
            content.map(|(_, text)| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))).collect();
        hashes.join(" ")
    };
    let (style, script) = (hash("style"), hash("script"));
    let wanted =
        format!("default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'");
    assert_eq!(policy.unwrap().attribute("content"), Some(wanted.as_str()));
    for (_, text) in &page.raw {
        assert!(
            !text.contains("@import") && !text.contains("url(") && !text.contains("fetch("),
            "the page loads nothing"
        );
    }
}

#[test]
fn inclusion_is_a_tree_that_repeats_nothing() {
    let text = html(&kontor());
    let page = Page::parse(&text);
    let admin = page.text_of("scope-admin");
    assert!(admin.contains("Includes accounts:write accounts:read owners:read"), "{admin}");
    let owners = page.text_of("scope-owners:read");
    assert!(owners.contains("Included by accounts:write admin accounts:read accounts:write as above"), "{owners}");
}

/// A manifest with these tables under `[system]`.
fn manifest(tables: &str) -> Catalog {
    Catalog::parse(&format!("format = 1\n[system]\nname = \"T\"\n{tables}")).unwrap()
}

/// The scopes `s0`, `s1` and so on with what the keys of each say.
fn scopes(count: usize, keys: impl Fn(usize) -> String) -> String {
    let lines = (0..count).map(|place| format!("s{place} = {{ text = \"S.\", {} }}\n", keys(place)));
    format!("[scopes]\n{}", lines.collect::<String>())
}

fn list(places: std::ops::Range<usize>) -> String {
    format!("[{}]", places.map(|place| format!("\"s{place}\"")).collect::<Vec<_>>().join(", "))
}

/// What the same scopes take in a page where nothing leads from one to the other, and a few MB for what leads.
#[test]
fn the_page_grows_with_the_manifest_and_not_with_the_ways_through_it() {
    let chain = |place: usize| format!("includes = {}", list(place + 1..(place + 2).min(2000)));
    let family = |_| "includes = [\"f:*\"]".to_owned();
    let members: Vec<String> = (0..300).map(|place| format!("\"f:{place}\" = \"F.\"\n")).collect();
    let extending = |place: usize| {
        let base = if place == 0 { String::new() } else { format!("extends = \"s{}\", ", place - 1) };
        format!("{base}claims = [\"c{place}\"]")
    };
    let plain = |place: usize| format!("since = \"{place}\"");
    let endpoints: Vec<String> =
        (0..20).map(|place| format!("\"GET /{place}\" = {{ any = {} }}\n", list(0..1000))).collect();
    let manifests = [
        ("all later ones", scopes(300, |place| format!("includes = {}", list(place + 1..300)))),
        ("the next three", scopes(3000, |place| format!("includes = {}", list(place + 1..(place + 4).min(3000))))),
        ("a chain", scopes(2000, chain)),
        ("a family by its pattern", scopes(300, family) + &members.concat()),
        ("a chain of claims", scopes(3000, extending)),
        ("endpoints that take any", scopes(1000, plain) + "[endpoints]\n" + &endpoints.concat()),
    ];
    for (name, tables) in manifests {
        let catalog = manifest(&tables);
        let json = cargo_scopes::export::json(&catalog).len();
        let page = html(&catalog).len();
        let most = 4_000_000 + 1_500 * catalog.scopes().len() + json;
        assert!(page < most, "{name}: {page} bytes of {} and {json} as JSON", tables.len());
    }
}

#[test]
fn what_a_page_has_no_room_for_is_counted() {
    let tables = scopes(300, |place| format!("includes = {}", list(place + 1..300)));
    let page = html(&manifest(&tables));
    let page = Page::parse(&page);
    let first = page.text_of("scope-s0");
    let shown = first.matches("and more, see there").count();
    let (listed, _) = first.split_once(" more, which the manifest lists").unwrap();
    let omitted: usize = listed.rsplit(' ').next().unwrap().parse().unwrap();
    assert!(shown > 0 && omitted > 0, "{first}");
    assert_eq!(shown + omitted, 299, "{first}");
}

#[test]
fn what_stands_elsewhere_is_linked() {
    let wide = list(0..5);
    let tables = format!(
        "{}[endpoints]\n\"GET /few\" = \"s0\"\n\"GET /many\" = {{ any = {wide} }}\n",
        scopes(5, |place| match place {
            0 => "claims = [\"name\"]".to_owned(),
            1 => "extends = \"s0\"".to_owned(),
            2 => "extends = \"s1\", claims = [\"email\"]".to_owned(),
            _ => "since = \"1\"".to_owned(),
        })
    );
    let page = html(&manifest(&tables));
    let page = Page::parse(&page);
    let article = page.text_of("scope-s2");
    assert!(article.contains("Releases email what s1 releases"), "{article}");
    let article = page.text_of("scope-s0");
    assert!(article.contains("Releases name") && !article.contains("what"), "{article}");
    assert!(article.contains("GET /few takes s0"), "{article}");
    assert!(article.contains("GET /many takes one of several combinations, see Endpoints"), "{article}");
    assert!(page.text_of("endpoints").contains("GET /many s0, or s1, or s2, or s3, or s4"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_text_breaks_out_of_the_page(draft in crate::generator::shorthands()) {
        check(&Catalog::parse(&draft.to_toml()).unwrap());
    }
}
