//! A heading for each scope, with the scope as the heading's id: `### Email Scope {#email}`. The first paragraph below it
//! is the text; lists under it are not taken, since nobody has said whether they are claims.

use std::collections::BTreeMap;

use pulldown_cmark::HeadingLevel;

use super::blocks::Block;
use crate::import::gathering::Gathering;

pub(super) fn read(blocks: &[Block], gathering: &mut Gathering<'_>) {
    let Some(level) = level(blocks) else { return };
    for (place, block) in blocks.iter().enumerate() {
        let Block::Heading { level: own, id: Some(id), content } = block else { continue };
        if *own != level {
            let sentence =
                format!("the id `{id}` is not taken for a scope: its heading is of another level than those of scopes");
            gathering.lose(content.place, sentence);
            continue;
        }
        let below = blocks.get(place + 1..).unwrap_or_default();
        let mut own = below.iter().take_while(|block| !matches!(block, Block::Heading { .. }));
        let text = own.find_map(|block| if let Block::Paragraph(text) = block { Some(text.text()) } else { None });
        gathering.scope(content.place, id, &text.unwrap_or_default());
    }
}

/// The level at which most headings have ids: scopes stand beside each other.
fn level(blocks: &[Block]) -> Option<HeadingLevel> {
    let mut counts: BTreeMap<HeadingLevel, usize> = BTreeMap::new();
    for block in blocks {
        if let Block::Heading { level, id: Some(_), .. } = block {
            *counts.entry(*level).or_default() += 1;
        }
    }
    // Of two levels with as many, the one further down.
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(level, _)| level)
}
