//! The manifest itself as JSON: serde's form of a [`Draft`], with all that the manifest says and nothing else.

use scopes_manifest::Catalog;
use serde_json::Value;

use crate::draft::Draft;

/// The manifest as JSON, with patterns, rules and bundles written out. A draft reads it again.
///
/// ```
/// use cargo_scopes::draft::Draft;
/// use scopes_manifest::Catalog;
///
/// let catalog = Catalog::parse("format = 1\n[system]\nname = \"calendar\"\n[scopes]\n\"events:read\" = \"Read events.\"\n")?;
/// let draft: Draft = serde_json::from_str(&cargo_scopes::export::json(&catalog)).unwrap();
/// assert_eq!(draft, Draft::of(&catalog));
/// # Ok::<(), scopes_manifest::Diagnostics>(())
/// ```
#[must_use]
pub fn json(catalog: &Catalog) -> String {
    format!("{:#}\n", value(catalog))
}

/// The manifest on one line, for a place in another document. What ends a script, a comment or a line there is escaped as
/// JSON allows.
pub(super) fn embedded(catalog: &Catalog) -> String {
    escaped(&value(catalog).to_string())
}

/// JSON that no document around it can take for its own.
pub(super) fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            // `<` ends a script, `>` ends what some parsers take for a comment, the last two are ends of lines to JavaScript.
            '<' => text.push_str("\\u003c"),
            '>' => text.push_str("\\u003e"),
            '\u{2028}' => text.push_str("\\u2028"),
            '\u{2029}' => text.push_str("\\u2029"),
            other => text.push(other),
        }
    }
    text
}

/// The manifest as a value.
pub(super) fn value(catalog: &Catalog) -> Value {
    #[allow(
        clippy::expect_used,
        reason = "a draft consists of texts, lists, flags and small numbers under texts, and all are JSON"
    )]
    serde_json::to_value(Draft::of(catalog)).expect("every value of a draft is JSON")
}
