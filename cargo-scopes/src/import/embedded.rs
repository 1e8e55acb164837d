//! What `export html` and `export typescript` write: other documents, with the manifest as JSON in a marked place.

use super::gathering::Gathering;
use super::{Unreadable, json};
use crate::export;
use crate::place::Place;

/// The element of a page that holds the manifest.
pub(super) fn html(text: &str, gathering: &mut Gathering<'_>) -> Result<(), Unreadable> {
    let element = element(text).ok_or_else(|| missing(&format!("no element `{}`", export::html::MANIFEST), "html"))?;
    read(text, element, gathering)
}

/// The comment of a module that holds the manifest.
pub(super) fn typescript(text: &str, gathering: &mut Gathering<'_>) -> Result<(), Unreadable> {
    let comment = comment(text).ok_or_else(|| missing("no comment with the manifest", "typescript"))?;
    read(text, comment, gathering)
}

/// Whether it is such a page.
pub(super) fn is_html(text: &str) -> bool {
    element(text).is_some()
}

/// Whether it is such a module.
pub(super) fn is_typescript(text: &str) -> bool {
    comment(text).is_some()
}

/// Where the element's content stands.
fn element(text: &str) -> Option<(usize, usize)> {
    let tag = text.find(&format!("<script id=\"{}\"", export::html::MANIFEST))?;
    let start = tag + text.get(tag..)?.find('>')? + 1;
    let length = text.get(start..)?.find("</script>")?;
    Some((start, start + length))
}

/// Where the rest of the comment's line stands.
fn comment(text: &str) -> Option<(usize, usize)> {
    let mut place = 0;
    for line in text.split_inclusive('\n') {
        if let Some(rest) = line.strip_prefix(export::typescript::MANIFEST) {
            return Some((place + line.len() - rest.len(), place + line.trim_end().len()));
        }
        place += line.len();
    }
    None
}

fn read(text: &str, (start, end): (usize, usize), gathering: &mut Gathering<'_>) -> Result<(), Unreadable> {
    let (before, manifest) = (text.get(..start).unwrap_or_default(), text.get(start..end).unwrap_or_default());
    // Blank up to there, so that places are those of the document.
    let blank = |character| if character == '\n' { '\n' } else { ' ' };
    let padded: String = before.chars().map(blank).chain(manifest.chars()).collect();
    json::read(&padded, gathering)
}

fn missing(what: &str, format: &str) -> Unreadable {
    Unreadable::at(Place { line: 1, column: 1 }, format!("the document has {what}"))
        .with_help(format!("only what `cargo scopes export {format}` has written can be read"))
}
