//! What `export` writes, `import` reads: for each format all that it has words for, and once it has been read, exporting and
//! importing it again changes nothing.

use cargo_scopes::draft::{Access, Draft};
use cargo_scopes::export::{self, OpenApiOptions, Resource, Server};
use cargo_scopes::import::{self, Format, Options};
use proptest::prelude::*;
use scopes_manifest::{Axis, Catalog};

use crate::projection::{GRANTS, URL};

/// A format with both directions, and what of a manifest it can carry.
struct Way {
    from: Format,
    export: fn(&Catalog) -> String,
    carries: fn(&Draft) -> Draft,
}

const LOSSLESS: [Way; 3] = [
    Way { from: Format::Json, export: export::json, carries: Draft::clone },
    Way { from: Format::Html, export: export::html, carries: Draft::clone },
    Way { from: Format::Typescript, export: export::typescript, carries: Draft::clone },
];

const LOSSY: [Way; 4] = [
    Way { from: Format::Markdown, export: export::markdown, carries: crate::projection::markdown },
    Way { from: Format::Openapi, export: openapi, carries: crate::projection::openapi },
    Way { from: Format::Metadata, export: authorization_server, carries: crate::projection::authorization_server },
    Way { from: Format::Metadata, export: protected_resource, carries: crate::projection::protected_resource },
];

fn grants(catalog: &Catalog) -> Vec<String> {
    if catalog.kinds(Axis::Grants).is_some() { Vec::new() } else { GRANTS.map(str::to_owned).to_vec() }
}

fn openapi(catalog: &Catalog) -> String {
    let url = || Some(URL.to_owned());
    let mut options = OpenApiOptions::default();
    options.version = Some("1".to_owned());
    options.grants = grants(catalog);
    options.authorization_url = url();
    options.token_url = url();
    export::openapi(catalog, &options).unwrap().to_string()
}

fn authorization_server(catalog: &Catalog) -> String {
    let mut server = Server::new(URL);
    server.authorization_endpoint = Some(URL.to_owned());
    server.token_endpoint = Some(URL.to_owned());
    server.grants = grants(catalog);
    export::authorization_server(catalog, &server).unwrap().to_string()
}

fn protected_resource(catalog: &Catalog) -> String {
    let mut resource = Resource::default();
    resource.resource = catalog.audience_uri().is_none().then(|| URL.to_owned());
    export::protected_resource(catalog, &resource).unwrap().to_string()
}

fn parsed(draft: &Draft) -> Catalog {
    let text = draft.to_toml();
    Catalog::parse(&text).map_err(|faults| format!("{faults}\n{text}")).unwrap()
}

/// What importing the export of a catalogue gives. Nothing of our own documents is unreadable.
fn there_and_back(way: &Way, catalog: &Catalog) -> Draft {
    let document = (way.export)(catalog);
    let mut options = Options::of(way.from);
    options.describe_by_name = true;
    options.name = Some(catalog.name().to_owned());
    let imported = import::read(document.as_bytes(), "document".as_ref(), &options);
    let imported = imported.map_err(|error| format!("{error}\n{document}")).unwrap();
    let lost: Vec<String> = imported.notes.iter().filter(|note| note.is_lost).map(ToString::to_string).collect();
    assert_eq!(lost, [""; 0], "{document}");
    imported.draft
}

/// Holds one format to what it carries; gives whether what was read is a valid manifest by itself.
fn check(way: &Way, catalog: &Catalog) -> bool {
    let first = there_and_back(way, catalog);
    let wanted = (way.carries)(&Draft::of(catalog));
    // The order of entries counts as well, and maps are equal without it.
    assert_eq!(first.to_toml(), wanted.to_toml(), "{}", (way.export)(catalog));
    assert_eq!(first, wanted);
    let Ok(again) = Catalog::parse(&first.to_toml()) else { return false };
    assert_eq!(unordered(there_and_back(way, &again)), unordered(first));
    true
}

/// Of scopes that are all required the order says nothing; OpenAPI has that of the manifest.
fn unordered(mut draft: Draft) -> Draft {
    for access in draft.endpoints.values_mut() {
        if let Access::Scopes { alternatives, .. } = access {
            for scopes in alternatives {
                scopes.sort_unstable();
            }
        }
    }
    draft
}

/// The manifests of this repository.
fn catalogs() -> Vec<(&'static str, Catalog)> {
    [
        ("sipgate", include_str!("../../../scopes.toml")),
        ("itwin", include_str!("../../../tests/manifests/itwin.toml")),
        ("orshot", include_str!("../../../tests/manifests/orshot.toml")),
        ("mendix", include_str!("../../../tests/manifests/mendix.toml")),
        ("auth0", include_str!("../../../tests/manifests/auth0.toml")),
        ("demo", include_str!("../../../tests/demo/scopes.toml")),
    ]
    .map(|(name, text)| (name, Catalog::parse(text).unwrap()))
    .into()
}

#[test]
fn the_manifests_of_this_repository_come_back_from_every_format() {
    for (name, catalog) in catalogs() {
        for way in LOSSLESS.iter().chain(&LOSSY) {
            assert!(check(way, &catalog), "{name} {:?} gives no valid manifest", way.from);
        }
    }
}

#[test]
fn what_carries_the_manifest_is_told_by_its_content() {
    let (_, catalog) = catalogs().pop().unwrap();
    for way in &LOSSLESS {
        let document = (way.export)(&catalog);
        let imported = import::read(document.as_bytes(), "document".as_ref(), &Options::default()).unwrap();
        assert_eq!(imported.draft, Draft::of(&catalog), "{:?}", way.from);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn nothing_is_lost_where_the_manifest_is_carried(draft in crate::generator::shorthands()) {
        let catalog = parsed(&draft);
        for way in &LOSSLESS {
            prop_assert!(check(way, &catalog));
        }
    }

    #[test]
    fn every_format_carries_what_it_has_words_for(draft in crate::generator::manifest()) {
        let catalog = parsed(&draft);
        for way in &LOSSY {
            check(way, &catalog);
        }
    }
}
