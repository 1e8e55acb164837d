//! What a message shows of a line: the part around the place, safe to print. Cut out when somebody looks.

use crate::source::{Source, Span};
use crate::validate::is_unsafe;

/// How many characters of a long line are shown before the place, and how many from there.
const SHOWN: usize = 80;

/// A piece of one line: what is meant, and what stands around it. Characters that could make the line look like another
/// one are spelt out (`\u{202e}`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters of the whole line, from 1.
    pub column: usize,
    /// What stands before the place.
    pub before: String,
    /// What is meant; empty at the end of a line.
    pub marked: String,
    /// What follows it.
    pub after: String,
}

impl Excerpt {
    pub(crate) fn of(source: &Source, span: Span) -> Self {
        let (line, column) = source.position(span.start);
        let width = source.text().get(span.start..span.end).map_or(1, |marked| marked.chars().count()).max(1);
        let first = (column - 1).saturating_sub(SHOWN);
        let shown: Vec<char> = source.line(line).chars().skip(first).take(2 * SHOWN).collect();
        let (before, rest) = shown.split_at((column - 1 - first).min(shown.len()));
        let (marked, after) = rest.split_at(width.min(rest.len()));
        Self { line, column, before: visible(before), marked: visible(marked), after: visible(after) }
    }
}

fn visible(characters: &[char]) -> String {
    let mut text = String::with_capacity(characters.len());
    for character in characters {
        if is_unsafe(*character) {
            text.extend(character.escape_unicode());
        } else {
            text.push(*character);
        }
    }
    text
}
