//! An `OpenAPI` 3 document: its OAuth schemes become scopes and `[kinds] grants`, its operations `[endpoints]`.
//!
//! An operation whose security cannot be said in a manifest is left out and told by its line; it never becomes easier to
//! call than the document says.

mod operations;
mod schemes;
mod security;
mod servers;

use super::Unreadable;
use super::document::{self, Node};
use super::gathering::Gathering;
use super::words::plain_word;
use crate::place::Place;

pub(super) fn read(text: &str, gathering: &mut Gathering<'_>) -> Result<(), Unreadable> {
    let document = document::read(text)?;
    version(&document)?;
    if let Some(title) = document.get("info").and_then(|info| info.get("title")).and_then(Node::text) {
        gathering.draft.system.name = plain_word(title);
    }
    let schemes = schemes::read(&document, gathering);
    operations::read(&document, &schemes, gathering);
    Ok(())
}

fn version(document: &Node) -> Result<(), Unreadable> {
    if let Some(swagger) = document.entry("swagger") {
        return Err(Unreadable::at(swagger.place, "this is Swagger 2.0, the format before OpenAPI 3")
            .with_help("convert it first, such as with swagger2openapi or in editor.swagger.io"));
    }
    let start = Place { line: 1, column: 1 };
    let version = document.entry("openapi").ok_or_else(|| {
        Unreadable::at(start, "this is no OpenAPI document: it has no `openapi`")
            .with_help("begin with `openapi: 3.1.0`")
    })?;
    match version.value.text() {
        Some(text) if text.starts_with("3.") => Ok(()),
        _ => {
            let what = format!("`openapi` is {}, and only 3.x is known", version.value.described());
            Err(Unreadable::at(version.value.place, what).with_help("write the version as a text, such as \"3.1.0\""))
        }
    }
}
