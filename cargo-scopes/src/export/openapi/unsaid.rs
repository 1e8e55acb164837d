//! What a manifest says and `OpenAPI` has no words for: the manifest's JSON comes in, a sentence for each key of a scope and
//! one for the tables goes out. It looks at whatever is there, so that a new key of the format is told without a change here.

use indexmap::IndexMap;
use serde_json::{Map, Value};

/// The keys of a scope that are in the document. That one is deprecated stands in its text; `kind` is told by name.
const SAID_OF_SCOPES: [&str; 4] = ["text", "grants", "kind", "deprecated"];

/// The tables that are in the document; of those of the second row one key alone.
const SAID: [&str; 3] = ["format", "scopes", "endpoints"];
const SAID_IN_PART: [(&str, &str); 2] = [("system", "name"), ("kinds", "grants")];

/// A sentence for each key, with the number of scopes that have it.
pub(super) fn of_scopes(manifest: &Value) -> Vec<String> {
    let mut counts: IndexMap<&str, usize> = IndexMap::new();
    for (_, scope) in members(manifest.get("scopes")) {
        let is_unsaid = |(key, value): &(&str, &Value)| !SAID_OF_SCOPES.contains(key) || has_details(key, value);
        for (key, _) in members(Some(scope)).filter(is_unsaid) {
            *counts.entry(key).or_default() += 1;
        }
    }
    let sentence = |(key, count): (&str, usize)| {
        let who = if count == 1 { "1 scope has".to_owned() } else { format!("{count} scopes have") };
        match key {
            "deprecated" => format!("OpenAPI cannot say more than that a scope is deprecated, and {who} more to say"),
            _ => format!("OpenAPI has no word for `{key}`, which {who}"),
        }
    };
    counts.into_iter().map(sentence).collect()
}

/// One sentence for all that the manifest says beside its scopes and endpoints.
pub(super) fn of_tables(manifest: &Value) -> Option<String> {
    let mut tables = Vec::new();
    for (table, value) in members(Some(manifest)).filter(|(table, _)| !SAID.contains(table)) {
        match SAID_IN_PART.iter().find(|(partly, _)| *partly == table) {
            None => tables.push(format!("`[{table}]`")),
            Some((_, said)) => {
                let keys = members(Some(value)).filter(|(key, _)| key != said);
                tables.extend(keys.map(|(key, _)| format!("`[{table}] {key}`")));
            }
        }
    }
    (!tables.is_empty()).then(|| format!("OpenAPI has no place for {}", tables.join(", ")))
}

/// A deprecation that says since when, what instead, or why.
fn has_details(key: &str, value: &Value) -> bool {
    key == "deprecated" && value.is_object()
}

fn members(value: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> {
    value.and_then(Value::as_object).into_iter().flat_map(Map::iter).map(|(key, value)| (key.as_str(), value))
}
