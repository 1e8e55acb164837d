//! A draft put into a manifest that is there: what is new is written into the text, and nothing else of it changes.
//!
//! The manifest is never printed anew: the text is kept, and lines are put between those that are there. So comments, order,
//! line endings and whatever else was written by hand stay as they are, byte for byte.

mod container;
mod difference;
mod fitting;
mod holders;
mod present;

use std::error::Error;
use std::fmt;

use toml_edit::Document;

use self::container::Container;
use self::present::Present;
use super::Draft;
use crate::note::Note;
use crate::place::Cursor;

/// A manifest with a draft in it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Merged {
    /// The manifest, not yet validated.
    pub text: String,
    /// What the two say differently, at the lines of the manifest as it was.
    pub notes: Vec<Note>,
}

/// A text that cannot be added to, because it is no manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoManifest(String);

/// What is put into the text, or in the place of what stands there.
#[derive(Debug)]
struct Edit {
    start: usize,
    end: usize,
    text: String,
}

impl Draft {
    /// Adds to a manifest what it does not have: scopes, endpoints, presets and retired names. What both have is kept as it
    /// is there, except for the texts of scopes if `take_texts` says so. What would break the manifest, or may be held there
    /// by others than the draft says, is left out and told.
    ///
    /// # Errors
    /// A text that is not TOML, or whose tables are not those of a manifest.
    pub fn merge_into(&self, manifest: &str, take_texts: bool) -> Result<Merged, NoManifest> {
        let (mark, text) = match manifest.strip_prefix('\u{feff}') {
            Some(text) => ("\u{feff}", text),
            None => ("", manifest),
        };
        let document = Document::parse(text).map_err(|error| NoManifest(error.to_string()))?;
        let present = Present::read(text).map_err(NoManifest)?;
        let mut merging = Merging::new(text);
        let fitted = fitting::fit(self, &present, &mut merging);
        fitted.scopes_into(&document, &present, take_texts, &mut merging);
        fitted.further_into(&document, &present, &mut merging);
        Ok(Merged { notes: merging.notes(), text: format!("{mark}{}", merging.finish()) })
    }

    fn scopes_into(&self, document: &Document<&str>, present: &Present, take_texts: bool, merging: &mut Merging<'_>) {
        let container = Container::find(document, "scopes", merging.text);
        let mut neighbour = None;
        let mut lines = Vec::new();
        for (name, scope) in &self.scopes {
            let offset = container.offset_of(name);
            if let Some(there) = present.scopes.get(name) {
                difference::scope(name, scope, there, offset, take_texts, merging);
                let is_taken = take_texts && !scope.text.is_empty() && scope.text != there.text;
                if let Some(range) = container.text_of(name).filter(|_| is_taken) {
                    merging.replace(range, super::print::value(&scope.text).to_string());
                }
                neighbour = Some(name.as_str());
            } else if let Some(reason) = present.knows(name) {
                merging.tell(offset, format!("`{name}` is not added: {reason}"));
            } else {
                lines.push((neighbour, name.as_str(), super::print::value(scope)));
            }
        }
        for name in present.scopes.keys().filter(|name| !self.scopes.contains_key(*name)) {
            merging.tell(container.offset_of(name), format!("`{name}` is not in the document"));
        }
        container.add(lines, merging);
    }

    /// The other tables. A document that has none of a kind says nothing about it.
    fn further_into(&self, document: &Document<&str>, present: &Present, merging: &mut Merging<'_>) {
        difference::kinds(document, &self.kinds, &present.kinds, merging);
        difference::table(document, "removed", &self.removed, &present.removed, merging);
        difference::table(document, "presets", &self.presets, &present.presets, merging);
        difference::table(document, "endpoints", &self.endpoints, &present.endpoints, merging);
        difference::rest(self, present, merging);
    }
}

/// The text as it was, with what is to be done to it.
#[derive(Debug)]
struct Merging<'t> {
    text: &'t str,
    /// How lines end in this file.
    line_break: &'static str,
    edits: Vec<Edit>,
    /// Lines of whole tables, which come after all else.
    appended: Vec<String>,
    notes: Vec<(usize, bool, String)>,
}

impl<'t> Merging<'t> {
    fn new(text: &'t str) -> Self {
        let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Self { text, line_break, edits: Vec::new(), appended: Vec::new(), notes: Vec::new() }
    }

    fn tell(&mut self, offset: usize, sentence: String) {
        self.notes.push((offset, false, sentence));
    }

    /// Something of the document is not in the result.
    fn lose(&mut self, offset: usize, sentence: String) {
        self.notes.push((offset, true, sentence));
    }

    fn insert(&mut self, offset: usize, text: String) {
        self.edits.push(Edit { start: offset, end: offset, text });
    }

    fn replace(&mut self, range: std::ops::Range<usize>, text: String) {
        self.edits.push(Edit { start: range.start, end: range.end, text });
    }

    fn notes(&mut self) -> Vec<Note> {
        self.notes.sort_by_key(|(offset, ..)| *offset);
        let mut cursor = Cursor::new(self.text);
        let note =
            |(offset, is_lost, sentence): (usize, bool, String)| Note::new(cursor.at(offset), is_lost, &sentence);
        std::mem::take(&mut self.notes).into_iter().map(note).collect()
    }

    fn finish(mut self) -> String {
        self.edits.sort_by_key(|edit| edit.start);
        let (mut merged, mut done) = (String::with_capacity(self.text.len()), 0);
        for edit in &self.edits {
            merged.push_str(self.text.get(done..edit.start).unwrap_or_default());
            merged.push_str(&edit.text);
            done = edit.end;
        }
        merged.push_str(self.text.get(done..).unwrap_or_default());
        if !self.appended.is_empty() && !merged.is_empty() && !merged.ends_with('\n') {
            merged.push_str(self.line_break);
        }
        for line in &self.appended {
            merged.extend([line, self.line_break]);
        }
        merged
    }
}

impl fmt::Display for NoManifest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Error for NoManifest {}
