//! Whatever two manifests say differently is told: pairs of random manifests of which one took some values of another.

use std::collections::BTreeSet;

use cargo_scopes::change::between;
use cargo_scopes::draft::Draft;
use proptest::prelude::*;
use proptest::sample::Index;
use scopes_manifest::Catalog;
use serde_json::Value;

use super::generator::manifest;

/// A place of either document, chosen key by key, so that a rare table is met as often as a common one.
fn place(documents: &[Value; 2], chosen: &[Index]) -> Vec<String> {
    let mut steps = Vec::new();
    for index in chosen {
        let tables = documents.iter().filter_map(|document| document.pointer(&pointer(&steps))?.as_object());
        let keys: BTreeSet<&String> = tables.flat_map(|table| table.keys()).collect();
        if !keys.is_empty() {
            let keys: Vec<&String> = keys.into_iter().collect();
            steps.push((*index.get(&keys)).clone());
        }
    }
    steps
}

/// The manifest with what another one says, or does not say, at some places of either.
fn mixed(one: &Draft, other: &Draft, chosen: &[Vec<Index>]) -> Draft {
    let mut documents = [one, other].map(|draft| serde_json::to_value(draft).unwrap());
    for indices in chosen {
        let steps = place(&documents, indices);
        let Some((key, table)) = steps.split_last() else { continue };
        let source = documents[1].pointer(&pointer(&steps)).cloned();
        let Some(Value::Object(table)) = documents[0].pointer_mut(&pointer(table)) else { continue };
        match source {
            Some(source) => _ = table.insert(key.clone(), source),
            None => _ = table.remove(key),
        }
    }
    let [mixed, _] = documents;
    serde_json::from_value(mixed).unwrap_or_else(|_| one.clone())
}

/// A pointer of RFC 6901.
fn pointer(steps: &[String]) -> String {
    steps.iter().flat_map(|step| ["/".to_owned(), step.replace('~', "~0").replace('/', "~1")]).collect()
}

/// What a manifest says, whatever its order.
fn said(catalog: &Catalog) -> Value {
    let mut value = serde_json::to_value(Draft::of(catalog)).unwrap();
    sort(&mut value);
    value
}

fn sort(value: &mut Value) {
    match value {
        Value::Array(values) => {
            values.iter_mut().for_each(sort);
            values.sort_by_key(Value::to_string);
        }
        Value::Object(table) => {
            table.values_mut().for_each(sort);
            table.sort_keys();
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_said_differently_is_told(
        one in manifest(),
        other in manifest(),
        chosen in proptest::collection::vec(proptest::collection::vec(any::<Index>(), 1..5), 1..4),
    ) {
        let old = Catalog::parse(&one.to_toml()).unwrap();
        // Most of them are manifests.
        let Ok(new) = Catalog::parse(&mixed(&one, &other, &chosen).to_toml()) else { return Ok(()) };
        prop_assert_eq!(said(&old) == said(&new), between(&old, &new).is_empty());
        prop_assert_eq!(said(&old) == said(&new), between(&new, &old).is_empty());
    }
}
