//! A plain list: a name a line, and after it what the scope grants, if that is said.
//!
//! Between the two stands a tab, two spaces, ` - `, ` – ` or `: `. What follows `#` at the beginning of a line or after a
//! blank is a comment. A line of several names, apart by spaces or commas, is several scopes without descriptions; what
//! could be such a line and could be a name with a sentence is told, and not taken.

use super::gathering::{Gathering, shortened};
use crate::place::Place;

/// What may stand between name and text, in the order in which it is looked for.
const SEPARATORS: [&str; 5] = ["\t", "  ", " - ", " – ", ": "];

pub(super) fn read(text: &str, gathering: &mut Gathering<'_>) {
    for (number, line) in text.lines().enumerate() {
        if gathering.is_refused() {
            return;
        }
        let line = without_comment(line);
        let column = 1 + line.chars().take_while(|character| character.is_whitespace()).count();
        let place = Place { line: number + 1, column };
        // A list may be written as one of Markdown.
        let line = line.trim();
        let line = ["- ", "* "].iter().find_map(|bullet| line.strip_prefix(bullet)).unwrap_or(line).trim();
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
    if let Some((name, text)) = described(line) {
        gathering.scope(place, name, text);
        return;
    }
    let names: Vec<&str> = line.split([' ', ',']).filter(|name| !name.is_empty()).collect();
    let has_mark = |name: &&str| name.contains([':', '.', '/', '_', '-']);
    if names.len() > 1 && !line.contains(',') && !names.iter().all(has_mark) {
        let sentence = format!(
            "`{}` may be several scopes, or one and what it grants: write a comma between scopes, or `: ` before a text",
            shortened(line)
        );
        return gathering.lose(place, sentence);
    }
    for name in names {
        gathering.scope(place, name, "");
    }
}

/// A name and a text, if the line has a separator after a name.
fn described(line: &str) -> Option<(&str, &str)> {
    let splits = SEPARATORS.iter().filter_map(|separator| line.split_once(separator));
    let first = splits.min_by_key(|(name, _)| name.len())?;
    let (name, text) = (first.0.trim(), first.1.trim().trim_start_matches(['-', '–']).trim());
    let is_one = !name.is_empty() && !name.contains(char::is_whitespace) && !name.ends_with(',');
    (is_one && !text.is_empty()).then_some((name, text))
}
