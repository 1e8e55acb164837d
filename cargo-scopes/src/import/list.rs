//! A plain list: a name a line, and after it what the scope grants, if that is said.
//!
//! ```text
//! line      = [ bullet ] ( name | names | name separator text )
//! bullet    = "- " | "* " | "+ "
//! names     = names apart by commas, or by blanks where each has one of : . / _ -
//! separator = tab | two blanks | " - " | " – " | ": ", the first that there is
//! ```
//!
//! What follows `#` at the beginning of a line or after a blank is a comment. A line that could be meant in another way is
//! told, and nothing of it is taken: several words that could be names or a sentence, a text that could be names, a number or
//! marks around a name.

use super::gathering::{Gathering, shortened};
use crate::place::Place;

/// What may stand between name and text; the one that comes first in a line counts.
const SEPARATORS: [&str; 5] = ["\t", "  ", " - ", " – ", ": "];
/// What may stand before a name, as in a list of Markdown.
const BULLETS: [&str; 3] = ["- ", "* ", "+ "];
/// What names have in them and words seldom do.
const MARKS: [char; 5] = [':', '.', '/', '_', '-'];

/// Why a line is not taken.
const SEVERAL: &str =
    "may be several scopes, or one and what it grants: write a comma between scopes, or `: ` before a text";
const NUMBERED: &str = "begins with a number: leave the number out";
const WRAPPED: &str = "has marks around a name: write the name alone";

pub(super) fn read(text: &str, gathering: &mut Gathering<'_>) {
    for (number, line) in text.lines().enumerate() {
        if gathering.is_refused() {
            return;
        }
        let line = without_comment(line);
        let column = 1 + line.chars().take_while(|character| character.is_whitespace()).count();
        let place = Place { line: number + 1, column };
        let line = line.trim();
        let line = BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet)).unwrap_or(line).trim();
        if !line.is_empty() {
            entry(place, line, gathering);
        }
    }
}

fn without_comment(line: &str) -> &str {
    let is_start = |offset: usize| {
        line.get(..offset).is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace))
    };
    let comment = line.match_indices('#').map(|(offset, _)| offset).find(|offset| is_start(*offset));
    comment.map_or(line, |offset| line.get(..offset).unwrap_or_default())
}

fn entry(place: Place, line: &str, gathering: &mut Gathering<'_>) {
    match understood(line) {
        Ok(Entry::Described(name, text)) => {
            gathering.scope(place, name, text);
        }
        Ok(Entry::Names(names)) => {
            for name in names {
                gathering.scope(place, name, "");
            }
        }
        Err(doubt) => gathering.lose(place, format!("`{}` {doubt}", shortened(line))),
    }
}

/// What a line says.
enum Entry<'l> {
    Described(&'l str, &'l str),
    Names(Vec<&'l str>),
}

/// The one thing that a line can mean, or why there is not one.
fn understood(line: &str) -> Result<Entry<'_>, &'static str> {
    let first = line.split_whitespace().next().unwrap_or_default();
    if first.strip_suffix(['.', ')']).is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(NUMBERED);
    }
    match described(line) {
        Some((name, _, _)) if !is_bare(name) => Err(WRAPPED),
        Some((name, separator, text)) if name.contains(',') || is_blank(separator) && may_be_names(text) => {
            Err(SEVERAL)
        }
        Some((name, _, text)) => Ok(Entry::Described(name, text)),
        None => names(line).map(Entry::Names),
    }
}

/// A name, what follows it, and a text, if the line has a separator after a name.
fn described(line: &str) -> Option<(&str, &str, &str)> {
    let split = |separator: &&'static str| line.split_once(*separator).map(|(name, text)| (name, *separator, text));
    let (name, separator, text) = SEPARATORS.iter().filter_map(split).min_by_key(|(name, ..)| name.len())?;
    let text = text.trim();
    // A table may have blanks on both sides of the dash.
    let (separator, text) = match text.strip_prefix(['-', '–']) {
        Some(text) => ("-", text.trim()),
        None => (separator, text),
    };
    let is_one = !name.is_empty() && !name.contains(char::is_whitespace) && !name.ends_with(',');
    (is_one && !text.is_empty()).then_some((name, separator, text))
}

/// Names alone.
fn names(line: &str) -> Result<Vec<&str>, &'static str> {
    let is_by_commas = line.contains(',');
    let names: Vec<&str> = if is_by_commas {
        line.split(',').map(str::trim).filter(|name| !name.is_empty()).collect()
    } else {
        line.split_whitespace().collect()
    };
    let marked = names.iter().filter(|name| is_marked(name)).count();
    let is_clear = match names.len() {
        1 => true,
        // One that looks like a name, and a word.
        2 if marked == 1 => false,
        _ => is_by_commas || marked == names.len(),
    };
    if !is_clear || names.iter().any(|name| name.contains(char::is_whitespace)) {
        return Err(SEVERAL);
    }
    if names.iter().all(|name| is_bare(name)) { Ok(names) } else { Err(WRAPPED) }
}

fn is_blank(separator: &str) -> bool {
    separator.trim().is_empty()
}

/// Whether what stands after a name and blanks may be more names: words with marks, or one word in lower case.
fn may_be_names(text: &str) -> bool {
    let is_word = |text: &str| text.chars().all(|character| character.is_lowercase() || character.is_numeric());
    text.split([' ', '\t', ',']).filter(|word| !word.is_empty()).all(is_marked) || is_word(text)
}

/// Whether it has a mark between other characters.
fn is_marked(word: &str) -> bool {
    word.trim_matches(MARKS).contains(MARKS)
}

/// Whether a name neither begins nor ends with what belongs to the list and not to it.
fn is_bare(name: &str) -> bool {
    const AROUND: [char; 12] = ['`', '\'', '"', ';', '(', ')', '[', ']', '{', '}', '<', '>'];
    !name.starts_with(AROUND) && !name.ends_with(AROUND) && !name.ends_with(':')
}
