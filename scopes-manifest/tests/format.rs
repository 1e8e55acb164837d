//! The description of the format says what the reader does: what is required, what holds by default, and no key that
//! the reader does not know.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects by failing")]

use scopes_manifest::Catalog;
use scopes_manifest::format::{Default, Key, LINT, MANIFEST, PRESET, RULE, SCOPE, SYSTEM, Table};

/// A table of a manifest as lines, with what is needed to be accepted, and `{}` where the keys of the table go.
struct Place {
    table: &'static Table,
    manifest: &'static str,
    needed: &'static [(&'static str, &'static str)],
}

const PLACES: &[Place] = &[
    Place {
        table: &MANIFEST,
        manifest: "{}",
        needed: &[("format", "1"), ("system", "{ name = \"T\" }"), ("scopes", "{ a = \"x\" }")],
    },
    Place {
        table: &SYSTEM,
        manifest: "format = 1\n[system]\n{}[scopes]\n\"a,b\" = \"x\"\n",
        needed: &[("name", "\"T\"")],
    },
    Place {
        table: &SCOPE,
        manifest: "format = 1\n[system]\nname = \"T\"\n[scopes.a]\n{}",
        needed: &[("text", "\"x\"")],
    },
    Place {
        table: &PRESET,
        manifest: "format = 1\n[system]\nname = \"T\"\n[scopes]\na = \"x\"\n[presets.p]\n{}",
        needed: &[("scopes", "[\"a\"]")],
    },
    Place {
        table: &RULE,
        manifest: "format = 1\n[system]\nname = \"T\"\n[scopes]\nw_a = \"x\"\nr_a = \"y\"\n[[rules]]\n{}",
        needed: &[("when", "\"w_{x}\""), ("includes", "\"r_{x}\"")],
    },
    Place {
        table: &LINT,
        manifest: "format = 1\n[system]\nname = \"T\"\n[scopes]\na = \"x\"\n[lints.consent]\n{}",
        needed: &[],
    },
];

impl Place {
    fn with(&self, keys: &[(&str, String)]) -> String {
        let lines: Vec<String> = keys.iter().map(|(key, value)| format!("{key} = {value}\n")).collect();
        self.manifest.replace("{}", &lines.concat())
    }

    fn needed(&self) -> Vec<(&'static str, String)> {
        self.needed.iter().map(|(key, value)| (*key, (*value).to_owned())).collect()
    }
}

fn written(default: Default) -> String {
    match default {
        Default::Text(text) => format!("{text:?}"),
        Default::Texts(texts) => format!("{texts:?}"),
        Default::Integer(number) => number.to_string(),
        Default::Flag(flag) => flag.to_string(),
        other => panic!("{other:?} cannot be written yet"),
    }
}

#[test]
fn what_is_required_cannot_be_left_out() {
    for place in PLACES {
        let required: Vec<&str> = place.table.keys.iter().filter(|key| key.is_required).map(|key| key.name).collect();
        let needed: Vec<&str> = place.needed.iter().map(|(key, _)| *key).collect();
        assert_eq!(required, needed);
        Catalog::parse(&place.with(&place.needed())).unwrap();
        for key in required {
            let mut keys = place.needed();
            keys.retain(|(name, _)| *name != key);
            assert!(Catalog::parse(&place.with(&keys)).is_err(), "without `{key}`");
        }
    }
}

#[test]
fn a_default_that_is_written_changes_nothing() {
    let mut count = 0;
    for place in PLACES {
        let implicit = catalog(&place.with(&place.needed()));
        let defaults = place.table.keys.iter().filter_map(|key: &Key| Some((key.name, written(key.default?))));
        for default in defaults {
            let text = place.with(&[place.needed(), vec![default]].concat());
            assert_eq!(catalog(&text), implicit, "{text}");
            count += 1;
        }
    }
    assert_eq!(count, 11);
}

/// What a catalogue says where there is a default.
fn catalog(text: &str) -> String {
    let catalog = Catalog::parse(text).unwrap_or_else(|faults| panic!("{faults}"));
    let system = (catalog.naming(), catalog.unknown(), catalog.delimiters(), catalog.locale(), catalog.max_bytes());
    let lints: Vec<_> = catalog.lints().collect();
    format!("{system:?} {:?} {lints:?}", catalog.scopes())
}
