//! A page as a sequence of blocks with places, as far as scopes can stand in them: tables, headings, paragraphs, items.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::cell::{Cell, Piece};
use crate::import::Unreadable;
use crate::place::Cursor;
use crate::place::Place;

/// One block.
#[derive(Debug)]
pub(super) enum Block {
    Table(Table),
    Heading { level: HeadingLevel, id: Option<String>, content: Cell },
    Paragraph(Cell),
    Item(Cell),
}

/// A table: the headings and the rows below them.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) place: Place,
    pub(super) head: Vec<Cell>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// Quotes and lists in each other that are read. A page has a few.
const MOST_LEVELS: usize = 100;

pub(super) fn read(text: &str) -> Result<Vec<Block>, Unreadable> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader { cursor: Cursor::new(text), blocks: Vec::new(), open: None, level: 0 };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.take(event, range)?;
    }
    Ok(reader.blocks)
}

struct Reader<'t> {
    cursor: Cursor<'t>,
    blocks: Vec<Block>,
    /// The text that is being read.
    open: Option<Cell>,
    level: usize,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), Unreadable> {
        match event {
            Event::Start(tag) => {
                self.level += 1;
                let place = self.cursor.at(range.start);
                if self.level > MOST_LEVELS {
                    return Err(Unreadable::at(
                        place,
                        format!("the page is nested more than {MOST_LEVELS} levels deep"),
                    ));
                }
                self.start(tag, place);
            }
            Event::End(tag) => {
                self.level = self.level.saturating_sub(1);
                self.end(tag);
            }
            Event::Text(text) => self.add(&text, false, range.start),
            Event::Code(text) => self.add(&text, true, range.start),
            Event::SoftBreak | Event::HardBreak => self.add(" ", false, range.start),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.add(" ", false, range.start),
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>, place: Place) {
        match tag {
            Tag::Paragraph | Tag::TableCell => self.open = Some(Cell::new(place)),
            Tag::Item => {
                self.item();
                self.open = Some(Cell::new(place));
            }
            Tag::Heading { level, id, .. } => {
                self.item();
                self.open = Some(Cell::new(place));
                let id = id.map(|id| id.to_string());
                self.blocks.push(Block::Heading { level, id, content: Cell::new(place) });
            }
            Tag::Table(_) => {
                self.item();
                self.blocks.push(Block::Table(Table { place, head: Vec::new(), rows: Vec::new() }));
            }
            Tag::TableRow => {
                if let Some(Block::Table(table)) = self.blocks.last_mut() {
                    table.rows.push(Vec::new());
                }
            }
            Tag::List(_) | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.item();
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                let content = self.open.take();
                self.blocks.extend(content.map(Block::Paragraph));
            }
            TagEnd::Item => self.item(),
            TagEnd::Heading(_) => {
                if let (Some(Block::Heading { content, .. }), Some(read)) = (self.blocks.last_mut(), self.open.take()) {
                    *content = read;
                }
            }
            TagEnd::TableCell => {
                if let (Some(Block::Table(table)), Some(read)) = (self.blocks.last_mut(), self.open.take()) {
                    table.rows.last_mut().unwrap_or(&mut table.head).push(read);
                }
            }
            _ => {}
        }
    }

    /// The text of an item ends where it or something in it begins.
    fn item(&mut self) {
        self.blocks.extend(self.open.take().filter(|content| !content.pieces.is_empty()).map(Block::Item));
    }

    fn add(&mut self, text: &str, is_code: bool, offset: usize) {
        if let Some(content) = &mut self.open {
            let place = self.cursor.at(offset);
            if content.pieces.is_empty() {
                content.place = place;
            }
            match content.pieces.last_mut().filter(|last| !is_code && !last.is_code) {
                Some(last) => last.text.push_str(text),
                None => content.pieces.push(Piece { text: text.to_owned(), is_code, place }),
            }
        }
    }
}
