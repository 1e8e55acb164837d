//! A page as a sequence of blocks with places, as far as scopes can stand in them: tables, headings, paragraphs, items.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::cell::{Cell, Piece};
use crate::import::Unreadable;
use crate::import::gathering::shortened;
use crate::place::Cursor;
use crate::place::Place;

/// One block.
#[derive(Debug)]
pub(super) enum Block {
    Table(Table),
    Heading {
        level: HeadingLevel,
        id: Option<String>,
        content: Cell,
    },
    Paragraph(Cell),
    Item(Cell),
    /// A table that is written in HTML.
    HtmlTable(Place),
}

/// A table: the headings and the rows below them.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) place: Place,
    pub(super) head: Vec<Cell>,
    pub(super) rows: Vec<Row>,
}

/// A row of it.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// Whether it goes on after the last heading, as it does where a `|` in a text is not escaped.
    pub(super) is_longer: bool,
}

/// Quotes and lists in each other that are read. A page has a few.
const MOST_LEVELS: usize = 100;

pub(super) fn read(text: &str) -> Result<Vec<Block>, Unreadable> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader {
        text,
        cursor: Cursor::new(text),
        blocks: Vec::new(),
        open: None,
        begins_item: false,
        level: 0,
        cell_end: 0,
        html_start: 0,
    };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.take(event, range)?;
    }
    Ok(reader.blocks)
}

struct Reader<'t> {
    text: &'t str,
    cursor: Cursor<'t>,
    blocks: Vec<Block>,
    /// The text that is being read.
    open: Option<Cell>,
    /// Whether that is the first paragraph of an item, which then is the item.
    begins_item: bool,
    level: usize,
    /// Where the last cell of a table ended.
    cell_end: usize,
    /// Where the last block of HTML began.
    html_start: usize,
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
                if matches!(tag, Tag::HtmlBlock) {
                    self.html_start = range.start;
                }
                self.start(tag, place);
            }
            Event::End(tag) => {
                self.level = self.level.saturating_sub(1);
                self.end(tag, range);
            }
            Event::Text(text) => self.add(&text, false, range.start),
            Event::Code(text) => self.add(&text, true, range.start),
            Event::SoftBreak | Event::HardBreak => self.add(" ", false, range.start),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.add(" ", false, range.start),
            Event::InlineHtml(tag) => self.other(format!("the tag `{}`", shortened(&tag))),
            Event::FootnoteReference(name) => self.other(format!("the footnote `{}`", shortened(&name))),
            Event::Html(html) if html.to_ascii_lowercase().contains("<table") && !self.is_comment() => {
                self.blocks.push(Block::HtmlTable(self.cursor.at(range.start)));
            }
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>, place: Place) {
        match tag {
            Tag::Paragraph => {
                self.begins_item = self.open.is_some();
                self.open = Some(Cell::new(place));
            }
            Tag::TableCell => self.open = Some(Cell::new(place)),
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
                    table.rows.push(Row { cells: Vec::new(), is_longer: false });
                }
            }
            Tag::List(_)
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::MetadataBlock(_)
            | Tag::FootnoteDefinition(_) => self.item(),
            Tag::Strikethrough => self.other("what is struck out".to_owned()),
            Tag::Image { .. } => self.other("a picture".to_owned()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph => {
                let block = if self.begins_item { Block::Item } else { Block::Paragraph };
                self.blocks.extend(self.open.take().map(block));
            }
            TagEnd::Item => self.item(),
            TagEnd::Heading(_) => {
                if let (Some(Block::Heading { content, .. }), Some(read)) = (self.blocks.last_mut(), self.open.take()) {
                    *content = read;
                }
            }
            TagEnd::TableCell => {
                self.cell_end = range.end;
                if let (Some(Block::Table(table)), Some(read)) = (self.blocks.last_mut(), self.open.take()) {
                    table.rows.last_mut().map_or(&mut table.head, |row| &mut row.cells).push(read);
                }
            }
            TagEnd::TableRow => {
                // The parser drops the cells for which there is no heading.
                let rest = self.text.get(self.cell_end..range.end).unwrap_or_default();
                let is_longer = rest.contains(|character: char| character != '|' && !character.is_whitespace());
                if let Some(Block::Table(table)) = self.blocks.last_mut() {
                    table.rows.last_mut().into_iter().for_each(|row| row.is_longer = is_longer);
                }
            }
            _ => {}
        }
    }

    /// The text of an item ends where it or something in it begins.
    fn item(&mut self) {
        self.blocks.extend(self.open.take().filter(|content| !content.pieces.is_empty()).map(Block::Item));
    }

    fn is_comment(&self) -> bool {
        self.text.get(self.html_start..).is_some_and(|html| html.trim_start().starts_with("<!--"))
    }

    /// Something that is no text.
    fn other(&mut self, what: String) {
        if let Some(content) = &mut self.open {
            content.others.push(what);
        }
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
