//! What a draft and a manifest say differently of the same thing: told, and kept as the manifest has it.

use std::fmt::Debug;

use indexmap::IndexMap;
use serde::Serialize;
use toml_edit::{Document, Value};

use super::Merging;
use super::container::Container;
use super::present::Present;
use crate::draft::print::value;
use crate::draft::{Draft, Scope};

/// A scope that both have.
pub(super) fn scope(
    name: &str,
    wanted: &Scope,
    there: &Scope,
    offset: usize,
    take_texts: bool,
    merging: &mut Merging<'_>,
) {
    // Where the document has no text, it says nothing about the text.
    if wanted.text != there.text && !wanted.text.is_empty() && !take_texts {
        merging.tell(offset, format!("`{name}` has another text in the document: {}", value(&wanted.text)));
    }
    let (wanted, there) = (value(&further(wanted)), value(&further(there)));
    let (Value::InlineTable(wanted), Value::InlineTable(there)) = (wanted, there) else { return };
    for (key, wanted) in wanted.iter().filter(|(key, _)| *key != "text") {
        let sentence = match there.get(key) {
            Some(kept) if same(kept, wanted) => continue,
            Some(_) => format!("`{name}` has another `{key}` in the document: {}", shown(wanted)),
            None => format!("`{name}` has `{key}` in the document, which is not taken: {}", shown(wanted)),
        };
        merging.tell(offset, sentence);
    }
}

/// Never written as a sentence alone, so that it is always a table.
fn further(scope: &Scope) -> Scope {
    Scope { text: String::new(), optional: true, ..scope.clone() }
}

/// A table of named entries: what is new is added.
pub(super) fn table<T: Serialize + PartialEq + Debug>(
    document: &Document<&str>,
    key: &'static str,
    wanted: &IndexMap<String, T>,
    there: &IndexMap<String, T>,
    merging: &mut Merging<'_>,
) {
    if wanted.is_empty() {
        return;
    }
    let container = Container::find(document, key, merging.text);
    let (mut lines, mut neighbour) = (Vec::new(), None);
    for (name, wanted) in wanted {
        match there.get(name) {
            None => lines.push((neighbour, name.as_str(), value(wanted))),
            Some(kept) => {
                neighbour = Some(name.as_str());
                if kept != wanted {
                    let sentence = format!("`{name}` is another in the document: {}", shown(&value(wanted)));
                    merging.tell(container.offset_of(name), sentence);
                }
            }
        }
    }
    for name in there.keys().filter(|name| !wanted.contains_key(*name)) {
        merging.tell(container.offset_of(name), format!("`{name}` is not in the document"));
    }
    container.add(lines, merging);
}

/// The axes. None is added: in a manifest without it all that is there may be held by anybody.
pub(super) fn kinds(
    document: &Document<&str>,
    wanted: &IndexMap<String, Vec<String>>,
    there: &IndexMap<String, Vec<String>>,
    merging: &mut Merging<'_>,
) {
    let known = wanted.iter().filter(|(axis, _)| there.contains_key(*axis));
    let known: IndexMap<String, Vec<String>> = known.map(|(axis, values)| (axis.clone(), values.clone())).collect();
    table(document, "kinds", &known, there, merging);
    for (axis, values) in wanted.iter().filter(|(axis, _)| !there.contains_key(*axis)) {
        let sentence =
            format!("`{axis} = {}` of `[kinds]` is not added: it would limit what is there", shown(&value(values)));
        merging.tell(0, sentence);
    }
}

/// What is about the whole, and is decided by people.
pub(super) fn rest(draft: &Draft, present: &Present, merging: &mut Merging<'_>) {
    let mut not_taken = Vec::new();
    if let (Value::InlineTable(wanted), Value::InlineTable(there)) = (value(&draft.system), value(&present.system)) {
        let is_new = |key: &str, wanted: &Value| !there.get(key).is_some_and(|kept| same(kept, wanted));
        let new = wanted.iter().filter(|(key, wanted)| *key != "name" && is_new(key, wanted));
        not_taken.extend(new.map(|(key, wanted)| format!("`{key} = {}` of `[system]`", shown(wanted))));
    }
    not_taken.extend((!draft.rules.is_empty()).then(|| "`[[rules]]`".to_owned()));
    not_taken.extend((!draft.lints.is_empty()).then(|| "`[lints]`".to_owned()));
    not_taken.extend(draft.text.keys().map(|locale| format!("`[text.{locale}]`")));
    for what in not_taken {
        merging.tell(0, format!("the document also has {what}, which is not merged"));
    }
}

fn same(one: &Value, other: &Value) -> bool {
    shown(one) == shown(other)
}

fn shown(value: &Value) -> String {
    value.to_string().trim().to_owned()
}
