//! The manifest's texts as rustdoc: what a reader of the generated items sees.

use std::fmt::Write as _;

use scopes_manifest::{Catalog, Scope};

/// One variant: its text, its name on the wire, and the fine print.
pub(super) fn variant(scope: &Scope) -> String {
    let mut text = format!("{}: {}", code(scope.name()), escape(scope.text()));
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
        let name = code(scope.name()).replace('|', "\\|");
        let _ = writeln!(text, "| {name} | {} |", escape(scope.text()));
    }
    text
}

/// A name as a code span, longer than any run of backticks in it (`CommonMark` section 6.1).
fn code(name: &str) -> String {
    let longest = name.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    if longest == 0 {
        return format!("`{name}`");
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence} {name} {fence}")
}

/// Text as Markdown that shows it as it is: no link, tag or table cell comes out of it.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // Four blanks at the beginning would make a code block, and rustdoc a test of it.
    for character in text.trim().chars() {
        if "\\`*_{}[]<>()#+-!|~:&^$\"'".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{code, escape};

    #[test]
    fn names_stay_in_their_code_span() {
        assert_eq!(code("a:read"), "`a:read`");
        assert_eq!(code("a`<b>``x"), "``` a`<b>``x ```");
    }

    #[test]
    fn nothing_of_markdown_survives() {
        assert_eq!(escape("see <b>[x](y)</b> | `z`"), "see \\<b\\>\\[x\\]\\(y\\)\\</b\\> \\| \\`z\\`");
        assert_eq!(escape("    Plain"), "Plain");
        assert_eq!(escape("Plain words, and a full stop."), "Plain words, and a full stop.");
    }
}
