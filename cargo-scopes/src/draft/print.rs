//! A draft as the text of `scopes.toml`: a heading for each table, a line for each entry.

use std::fmt::Write as _;

use serde::Serialize;
use toml_edit::ser::ValueSerializer;
use toml_edit::{Key, Value};

use super::Draft;

impl Draft {
    /// The manifest's text. It is TOML whatever the values are; whether it is a valid manifest is for `Catalog::parse` to
    /// say.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut text = format!("format = {}\n", self.format);
        if !self.bundles.is_empty() {
            let _ = writeln!(text, "use = {}", value(&self.bundles));
        }
        table(&mut text, "[system]", &self.system, word);
        table(&mut text, "[kinds]", &self.kinds, word);
        table(&mut text, "[scopes]", &self.scopes, name);
        for rule in &self.rules {
            table(&mut text, "[[rules]]", rule, word);
        }
        table(&mut text, "[removed]", &self.removed, name);
        table(&mut text, "[presets]", &self.presets, word);
        table(&mut text, "[endpoints]", &self.endpoints, name);
        for (locale, texts) in &self.text {
            table(&mut text, &format!("[text.{}]", word(locale)), texts, name);
        }
        table(&mut text, "[lints]", &self.lints, word);
        text
    }
}

/// A value as TOML writes it on one line.
pub(crate) fn value(value: &impl Serialize) -> Value {
    #[allow(
        clippy::expect_used,
        reason = "a draft consists of texts, lists, flags and small numbers, and all are TOML"
    )]
    value.serialize(ValueSerializer::new()).expect("every value of a draft is TOML")
}

/// A name as a key: in quotes, as it is searched for.
pub(crate) fn name(name: &str) -> String {
    let quoted = Value::from(name).to_string();
    // A name that TOML would write over several lines cannot be a key in that form.
    if quoted.starts_with("\"\"\"") || quoted.starts_with("'''") { word(name) } else { quoted }
}

/// A word as a key: bare where TOML allows it.
fn word(word: &str) -> String {
    Key::new(word).display_repr().into_owned()
}

fn table(text: &mut String, heading: &str, entries: &impl Serialize, key: fn(&str) -> String) {
    let Value::InlineTable(entries) = value(entries) else { return };
    if entries.is_empty() && heading != "[scopes]" {
        return;
    }
    let _ = writeln!(text, "\n{heading}");
    for (name, value) in &entries {
        let _ = writeln!(text, "{} = {}", key(name), value.to_string().trim());
    }
}
