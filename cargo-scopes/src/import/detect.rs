//! What a document is, where nobody has said: only what its content tells beyond doubt, and `.md`.

use std::path::Path;

use super::document::{self, Node};
use super::embedded;
use super::{Format, Unreadable};

/// The format, or an error that lists those that can be named.
pub(super) fn format(text: &str, path: &Path) -> Result<Format, Unreadable> {
    let ends_with = |endings: &[&str]| {
        path.extension().is_some_and(|extension| endings.iter().any(|ending| extension.eq_ignore_ascii_case(ending)))
    };
    if ends_with(&["md", "markdown"]) {
        return Ok(Format::Markdown);
    }
    if embedded::is_html(text) {
        return Ok(Format::Html);
    }
    if embedded::is_typescript(text) {
        return Ok(Format::Typescript);
    }
    let is_structured = text.trim_start().starts_with('{') || ends_with(&["json", "yaml", "yml"]);
    let is_openapi = || text.lines().any(|line| line.starts_with("openapi:") || line.starts_with("swagger:"));
    if is_structured || is_openapi() {
        let document = document::read(text)?;
        if let Some(format) = told(&document) {
            return Ok(format);
        }
    }
    Err(Unreadable::new("the document does not tell of what format it is")
        .with_help(format!("name it: `--from` with {}", Format::names())))
}

/// By the keys that only one format has.
fn told(document: &Node) -> Option<Format> {
    let has = |key| document.get(key).is_some();
    let formats = [
        (has("openapi") || has("swagger"), Format::Openapi),
        (document.get("kind").and_then(Node::text) == Some("discovery#restDescription"), Format::Discovery),
        (has("scopes_supported"), Format::Metadata),
        (has("format") && has("system") && has("scopes"), Format::Json),
    ];
    let mut told = formats.into_iter().filter_map(|(is_told, format)| is_told.then_some(format));
    told.next().filter(|_| told.next().is_none())
}
