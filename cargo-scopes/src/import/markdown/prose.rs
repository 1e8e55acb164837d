//! Scopes that are named in running text: code that holds a separator between letters or digits, such as
//! `` `read:appointments` ``. The sentence around the first mention is the text.

use std::collections::HashSet;

use super::blocks::Block;
use super::cell::Cell;
use crate::import::gathering::{Gathering, is_name, shortened};
use crate::place::Place;

/// A name and where it stands.
pub(super) struct Found<'b> {
    pub(super) name: &'b str,
    pub(super) place: Place,
    /// Whether an item of a list begins with it.
    pub(super) begins_item: bool,
    content: &'b Cell,
    piece: usize,
}

pub(super) fn read(blocks: &[Block], gathering: &mut Gathering<'_>) {
    for found in names(blocks) {
        if gathering.is_refused() {
            return;
        }
        if gathering.draft.scopes.contains_key(found.name) {
            continue;
        }
        if gathering.scope(found.place, found.name, &sentence(found.content, found.piece)).is_some() {
            gathering.tell(found.place, format!("`{}` is taken out of the text", shortened(found.name)));
        }
    }
}

/// Every first mention of what looks like a scope.
pub(super) fn names(blocks: &[Block]) -> impl Iterator<Item = Found<'_>> {
    let mut seen = HashSet::new();
    let contents = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(content) => Some((content, false)),
        Block::Item(content) => Some((content, true)),
        Block::Table(_) | Block::HtmlTable(_) | Block::Heading { .. } => None,
    });
    let all = contents.flat_map(|(content, is_item)| {
        let pieces = content.pieces.iter().enumerate();
        let codes = pieces.filter(|(_, piece)| piece.is_code && looks_like_scope(&piece.text));
        codes.map(move |(piece, code)| Found {
            name: &code.text,
            place: code.place,
            begins_item: is_item && piece == 0,
            content,
            piece,
        })
    });
    all.filter(move |found| seen.insert(found.name))
}

/// No path, no address, no call: parts of letters, digits, `_` and `-`, apart by `:`, `.` or `/`.
pub(super) fn looks_like_scope(code: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'*'))
    };
    is_name(code) && code.contains([':', '.', '/']) && code.split([':', '.', '/']).all(is_part)
}

/// The sentence in which a piece stands.
fn sentence(content: &Cell, piece: usize) -> String {
    let joined = |pieces: &[super::cell::Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
    let before = joined(content.pieces.get(..piece).unwrap_or_default());
    let after = joined(content.pieces.get(piece..).unwrap_or_default());
    let ends = [". ", "! ", "? "];
    let start = ends.iter().filter_map(|end| before.rfind(end).map(|place| place + end.len())).max().unwrap_or(0);
    let end = ends.iter().filter_map(|end| after.find(end).map(|place| place + 1)).min().unwrap_or(after.len());
    let text = [before.get(start..).unwrap_or_default(), after.get(..end).unwrap_or_default()].concat();
    text.trim().to_owned()
}
