//! The manifest's texts as rustdoc: what a reader of the generated items sees.

use std::fmt::Write as _;

use scopes_manifest::{Catalog, Scope};

/// One variant: its text, its name on the wire, and the fine print.
pub(super) fn variant(scope: &Scope) -> String {
    let mut text = format!("`{}`: {}", scope.name(), escape(scope.text()));
    if let Some(detail) = scope.detail() {
        let _ = write!(text, "\n\n{}", escape(detail));
    }
    if let Some(docs) = scope.docs() {
        let _ = write!(text, "\n\nSee {}", escape(docs));
    }
    text
}

/// The enum: a table of all scopes.
pub(super) fn enumeration(catalog: &Catalog) -> String {
    let mut text = format!(
        "The {} scopes of {}, in the order of its manifest.\n\n| scope | what it grants |\n|---|---|\n",
        catalog.scopes().len(),
        escape(catalog.name())
    );
    for scope in catalog.scopes() {
        let name = scope.name().replace('|', "\\|");
        let _ = writeln!(text, "| `{name}` | {} |", escape(scope.text()));
    }
    text
}

/// Text as Markdown that shows it as it is: no link, tag or table cell comes out of it.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\`*_{}[]<>()#+-!|~:&^$\"'".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_of_markdown_survives() {
        assert_eq!(escape("see <b>[x](y)</b> | `z`"), "see \\<b\\>\\[x\\]\\(y\\)\\</b\\> \\| \\`z\\`");
        assert_eq!(escape("Plain words, and a full stop."), "Plain words, and a full stop.");
    }
}
