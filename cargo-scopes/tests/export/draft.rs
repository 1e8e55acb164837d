//! `Draft`: what is generated is read, what was read is written, and nothing is lost on the way.

use cargo_scopes::draft::Draft;
use proptest::prelude::*;
use scopes_manifest::Catalog;

/// The catalogue, or a failure that shows the faults and the text.
fn parsed(draft: &Draft) -> Catalog {
    let text = draft.to_toml();
    Catalog::parse(&text).map_err(|faults| format!("{faults}\n{text}")).unwrap()
}

/// All that a catalogue says, without where it stands in its text.
fn said(catalog: &Catalog) -> String {
    let mut locales = catalog.translated();
    locales.push(catalog.locale());
    let consent = |locale: &str| {
        let texts = catalog.scopes().iter().map(|scope| catalog.consent(scope.id(), locale));
        format!("{locale}: {:?}", texts.collect::<Vec<_>>())
    };
    let mut consents: Vec<String> = locales.into_iter().map(consent).collect();
    consents.sort();
    consents.dedup();
    let lints: Vec<_> = catalog
        .lints()
        .map(|lint| {
            let excepted = catalog.scopes().iter().map(|scope| lint.excepts(scope.id())).collect::<Vec<_>>();
            (lint.name(), lint.level(), excepted)
        })
        .collect();
    let system = (
        (catalog.name(), catalog.naming(), catalog.unknown(), catalog.delimiters(), catalog.default_scopes()),
        (catalog.locale(), catalog.locales(), catalog.strip_prefix(), catalog.audience_uri()),
        (catalog.resource_kinds(), catalog.max_bytes()),
    );
    let kinds = scopes_manifest::Axis::ALL.map(|axis| catalog.kinds(axis));
    let tables = (catalog.presets(), catalog.endpoints(), catalog.removed());
    let scopes: Vec<String> = catalog
        .scopes()
        .iter()
        .map(|scope| {
            // Every field that there is; the own consent text, which may stand in a table of a language, is compared as
            // `consent` gives it.
            let whole = format!("{scope:?}");
            match scope.has_consent().then(|| format!("{:?}", Some(scope.consent()))) {
                Some(own) => whole.replacen(&format!("consent: {own}"), "consent: None", 1),
                None => whole,
            }
        })
        .collect();
    format!("{system:#?}{kinds:#?}{tables:#?}{consents:#?}{lints:#?}{scopes:#?}")
}

#[test]
fn what_a_pattern_brought_is_written_by_it_where_no_name_can_stand() {
    let text = "format = 1\n[system]\nname = \"T\"\n[scopes]\n\"a:x*\" = \"A.\"\n\"a:y\" = \"B.\"\nb = { text = \"C.\", includes = [\"a:*\"] }\n";
    let catalog = Catalog::parse(text).unwrap();
    let draft = Draft::of(&catalog);
    assert_eq!(draft.scopes["b"].includes, ["a:*", "a:y"]);
    assert_eq!(said(&parsed(&draft)), said(&catalog));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_written_out_is_read_as_it_was(draft in crate::generator::manifest()) {
        let catalog = parsed(&draft);
        prop_assert_eq!(Draft::of(&catalog), draft);
    }

    #[test]
    fn shorthands_are_written_out_and_say_the_same(draft in crate::generator::shorthands()) {
        let catalog = parsed(&draft);
        let written_out = Draft::of(&catalog);
        let again = parsed(&written_out);
        prop_assert_eq!(said(&again), said(&catalog));
        prop_assert_eq!(Draft::of(&again), written_out);
    }

    #[test]
    fn json_says_the_same(draft in crate::generator::shorthands()) {
        let json = serde_json::to_string(&draft).unwrap();
        prop_assert_eq!(serde_json::from_str::<Draft>(&json).unwrap(), draft);
    }
}
