//! What of a page looks like scopes and was not taken: tables in HTML, headings, items of lists that begin with a name, and
//! names in running text. They are lost, but for what most often is something else: a name in a text is a mention, and an id
//! that repeats its heading an anchor; those are told.

use super::blocks::Block;
use super::cell::Cell;
use super::prose;
use crate::import::gathering::{Gathering, shortened};
use crate::import::words::plain_word;
use crate::place::Place;

/// Called when all that is to be taken has been.
pub(super) fn tell(blocks: &[Block], has_table: bool, gathering: &mut Gathering<'_>) {
    for place in html_tables(blocks) {
        gathering.lose(place, "a table in HTML, which is not read: write it as a table of Markdown");
    }
    for block in blocks {
        match block {
            Block::Heading { id: Some(id), content, .. } if has_table && !gathering.options.headings => {
                anchor(id, content, gathering);
            }
            Block::Heading { id: None, content, .. } => named(content, gathering),
            _ => {}
        }
    }
    if !gathering.options.prose {
        names(blocks, gathering);
    }
}

pub(super) fn html_tables(blocks: &[Block]) -> impl Iterator<Item = Place> {
    blocks.iter().filter_map(|block| if let Block::HtmlTable(place) = block { Some(*place) } else { None })
}

/// A heading with an id, beside a table.
fn anchor(id: &str, heading: &Cell, gathering: &mut Gathering<'_>) {
    if gathering.draft.scopes.contains_key(id) {
        return;
    }
    let sentence = format!("the heading's id `{}` is not taken beside a table; `--headings` takes it", shortened(id));
    if plain_word(&heading.text()) == id.to_lowercase() {
        gathering.tell(heading.place, sentence);
    } else {
        gathering.lose(heading.place, sentence);
    }
}

/// A heading that is nothing but a name.
fn named(heading: &Cell, gathering: &mut Gathering<'_>) {
    let Some(piece) = heading.pieces.first().filter(|piece| piece.is_code && heading.pieces.len() == 1) else { return };
    if prose::looks_like_scope(&piece.text) && !gathering.draft.scopes.contains_key(&piece.text) {
        let name = shortened(&piece.text);
        gathering.lose(piece.place, format!("the heading `{name}` is not taken: it has no id, such as `{{#{name}}}`"));
    }
}

fn names(blocks: &[Block], gathering: &mut Gathering<'_>) {
    for found in prose::names(blocks) {
        if gathering.is_refused() {
            return;
        }
        if gathering.draft.scopes.contains_key(found.name) {
            continue;
        }
        let name = shortened(found.name);
        if found.begins_item {
            gathering.lose(found.place, format!("`{name}` begins an item and is not taken; `--prose` takes it"));
        } else {
            gathering.tell(found.place, format!("`{name}` looks like a scope and is not taken; `--prose` takes it"));
        }
    }
}
