//! Whatever two manifests say differently is told: pairs of random manifests of which one took some values of another.

use cargo_scopes::change::between;
use cargo_scopes::draft::Draft;
use proptest::prelude::*;
use proptest::sample::Index;
use scopes_manifest::Catalog;
use serde_json::Value;

use super::generator::manifest;

/// Every place of a document, as the steps that lead there.
fn places(value: &Value, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    found.push(path.clone());
    for (key, value) in value.as_object().into_iter().flatten() {
        path.push(key.clone());
        places(value, path, found);
        path.pop();
    }
}

/// The manifest with what another one says, or does not say, at a place of either.
fn mixed(one: &Draft, other: &Draft, chosen: &[Index]) -> Draft {
    let [mut value, from] = [one, other].map(|draft| serde_json::to_value(draft).unwrap());
    for index in chosen {
        let mut found = Vec::new();
        places(&value, &mut Vec::new(), &mut found);
        places(&from, &mut Vec::new(), &mut found);
        let Some((key, steps)) = index.get(&found).split_last() else { continue };
        let source = from.pointer(&pointer(&[steps, std::slice::from_ref(key)].concat())).cloned();
        let Some(Value::Object(table)) = value.pointer_mut(&pointer(steps)) else { continue };
        match source {
            Some(source) => _ = table.insert(key.clone(), source),
            None => _ = table.remove(key),
        }
    }
    serde_json::from_value(value).unwrap_or_else(|_| one.clone())
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
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_said_differently_is_told(
        one in manifest(),
        other in manifest(),
        chosen in proptest::collection::vec(any::<Index>(), 1..4),
    ) {
        let old = Catalog::parse(&one.to_toml()).unwrap();
        // Most of them are manifests.
        let Ok(new) = Catalog::parse(&mixed(&one, &other, &chosen).to_toml()) else { return Ok(()) };
        prop_assert_eq!(said(&old) == said(&new), between(&old, &new).is_empty());
        prop_assert_eq!(said(&old) == said(&new), between(&new, &old).is_empty());
    }
}
