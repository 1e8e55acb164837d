//! Where an entry of a table goes: after its neighbour in the document, in the form in which the table is written there.
//!
//! A table such as `scopes` may be a section with lines (`[scopes]`), a section an entry (`[scopes."a"]`), dotted keys
//! (`scopes."a" = …`) or one value (`scopes = { … }`).

use std::ops::Range;

use indexmap::IndexMap;
use toml_edit::{Document, Item, TableLike, Value};

use super::Merging;
use crate::draft::print::name;

/// One table of the manifest, if it is there.
#[derive(Debug)]
pub(super) struct Container<'d> {
    key: &'static str,
    form: Form,
    item: Option<&'d Item>,
    /// In the order of the text: where each entry begins and ends, and whether it is a section.
    entries: IndexMap<&'d str, Entry<'d>>,
}

#[derive(Debug)]
struct Entry<'d> {
    start: usize,
    end: usize,
    is_section: bool,
    item: &'d Item,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Missing,
    /// `[scopes]`, with the end of the heading; or sections of the entries alone.
    Sections {
        heading: Option<usize>,
    },
    Dotted,
    /// With the place after the opening brace.
    Inline {
        open: usize,
    },
}

impl<'d> Container<'d> {
    pub(super) fn find(document: &'d Document<&str>, key: &'static str, text: &str) -> Self {
        let item = document.get(key);
        let form = match item {
            Some(Item::Table(table)) if table.is_dotted() => Form::Dotted,
            Some(Item::Table(table)) => Form::Sections {
                heading: table.span().filter(|_| !table.is_implicit()).map(|span| heading_end(text, span.start)),
            },
            Some(Item::Value(Value::InlineTable(table))) => match table.span() {
                Some(span) if text.get(span.start..).is_some_and(|rest| rest.starts_with('{')) => {
                    Form::Inline { open: span.start + 1 }
                }
                _ => Form::Dotted,
            },
            _ => Form::Missing,
        };
        let mut entries = IndexMap::new();
        for (name, item) in item.and_then(Item::as_table_like).into_iter().flat_map(TableLike::iter) {
            let is_section = matches!(item, Item::Table(table) if !table.is_dotted());
            let (mut start, mut end) = (usize::MAX, 0);
            extent(item, &mut start, &mut end);
            entries.insert(name, Entry { start: line_start(text, start), end, is_section, item });
        }
        entries.sort_by(|_, one, _, other| one.end.cmp(&other.end));
        Self { key, form, item, entries }
    }

    fn entry(&self, name: &str) -> Option<&Entry<'d>> {
        self.entries.get(name)
    }

    /// Where an entry stands, or else the table.
    pub(super) fn offset_of(&self, name: &str) -> usize {
        let table = || self.item.and_then(Item::span).map_or(0, |span| span.start);
        self.entry(name).map_or_else(table, |entry| entry.start)
    }

    /// Where the text of a scope stands.
    pub(super) fn text_of(&self, name: &str) -> Option<Range<usize>> {
        match self.entry(name)?.item {
            text @ Item::Value(Value::String(_)) => text.span(),
            table => table.as_table_like()?.get("text")?.span(),
        }
    }

    /// Adds entries, each with the name of the one that it comes after.
    pub(super) fn add(&self, entries: Vec<(Option<&str>, &str, Value)>, merging: &mut Merging<'_>) {
        let mut is_first = self.entries.is_empty();
        let mut into_empty = Vec::new();
        for (neighbour, key, value) in entries {
            let neighbour = neighbour.and_then(|neighbour| self.entry(neighbour)).or_else(|| self.last());
            match (self.form, neighbour) {
                (Form::Missing, _) => {
                    if is_first {
                        merging.appended.extend([String::new(), format!("[{}]", self.key)]);
                    }
                    merging.appended.push(line(key, &value));
                    is_first = false;
                }
                (Form::Inline { .. }, None) => into_empty.push(line(key, &value)),
                (Form::Inline { .. }, Some(entry)) => merging.insert(entry.end, format!(", {}", line(key, &value))),
                (_, Some(entry)) if entry.is_section => {
                    let section = self.section(key, &value);
                    insert_lines(entry.end, &section, merging);
                }
                (Form::Sections { heading }, None) => {
                    insert_lines(heading.unwrap_or(merging.text.len()), &[line(key, &value)], merging);
                }
                (Form::Dotted, entry) => {
                    let written = format!("{}.{}", self.key, line(key, &value));
                    insert_lines(entry.map_or(0, |entry| entry.end), &[written], merging);
                }
                (_, Some(entry)) => {
                    let indent = indent(merging.text, entry.start);
                    insert_lines(entry.end, &[format!("{indent}{}", line(key, &value))], merging);
                }
            }
        }
        if let (Form::Inline { open }, false) = (self.form, into_empty.is_empty()) {
            let is_apart = merging.text.get(open..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
            merging.insert(open, format!(" {}{}", into_empty.join(", "), if is_apart { "" } else { " " }));
        }
    }

    /// The last line of the table; where it has none, and no heading for lines, its last section.
    fn last(&self) -> Option<&Entry<'d>> {
        let has_heading = matches!(self.form, Form::Sections { heading: Some(_) });
        let line = self.entries.values().rfind(|entry| !entry.is_section);
        line.or_else(|| self.entries.values().last().filter(|_| !has_heading))
    }

    fn section(&self, key: &str, value: &Value) -> Vec<String> {
        let heading = format!("[{}.{}]", self.key, name(key));
        let mut lines = vec![String::new(), heading];
        match value {
            Value::InlineTable(table) => {
                lines.extend(table.iter().map(|(key, value)| format!("{key} = {}", value.to_string().trim())));
            }
            text => lines.push(format!("text = {}", text.to_string().trim())),
        }
        lines
    }
}

fn line(key: &str, value: &Value) -> String {
    format!("{} = {}", name(key), value.to_string().trim())
}

/// After the line in which this offset is.
fn insert_lines(offset: usize, lines: &[String], merging: &mut Merging<'_>) {
    let line_break = merging.line_break;
    let rest = merging.text.get(offset..).unwrap_or_default();
    let is_line_start = offset == merging.text.len() && (offset == 0 || merging.text.ends_with('\n'));
    let end = if is_line_start { Some(offset) } else { rest.find('\n').map(|place| offset + place + 1) };
    let mut text = String::new();
    for line in lines.iter().map(String::as_str) {
        match end {
            Some(_) => text.extend([line, line_break]),
            // The last line of the file has no break yet.
            None => text.extend([line_break, line]),
        }
    }
    merging.insert(end.unwrap_or(merging.text.len()), text);
}

/// From where to where an item and everything in it goes.
fn extent(item: &Item, start: &mut usize, end: &mut usize) {
    if let Some(span) = item.span() {
        *start = span.start.min(*start);
        *end = span.end.max(*end);
    }
    if let Item::Table(table) = item {
        for (_, item) in table {
            extent(item, start, end);
        }
    }
    if let Item::ArrayOfTables(tables) = item {
        for item in tables.iter().flat_map(|table| table.iter().map(|(_, item)| item)) {
            extent(item, start, end);
        }
    }
}

fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |place| place + 1)
}

fn heading_end(text: &str, start: usize) -> usize {
    text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |place| start + place)
}

fn indent(text: &str, start: usize) -> &str {
    let line = text.get(start..).unwrap_or_default();
    line.get(..line.len() - line.trim_start_matches([' ', '\t']).len()).unwrap_or_default()
}
