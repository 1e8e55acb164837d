//! A Markdown page: a table of scopes, a heading for each scope, or scopes named in running text.
//!
//! The page is taken apart into blocks first. Tables come first; headings with ids where there is no table, or where they
//! are asked for; text only where it is asked for. What looks like scopes and is not taken is told by `remainder`.

mod blocks;
mod cell;
mod endpoints;
mod headings;
mod prose;
mod remainder;
mod table;

use self::blocks::Block;
use super::Unreadable;
use super::gathering::Gathering;
use crate::place::Place;

pub(super) fn read(text: &str, gathering: &mut Gathering<'_>) -> Result<(), Unreadable> {
    let blocks = blocks::read(text)?;
    let has_table = table::read_all(&blocks, gathering);
    let options = gathering.options;
    if options.headings || !has_table {
        headings::read(&blocks, gathering);
    }
    if options.prose {
        prose::read(&blocks, gathering);
    }
    if !has_table && gathering.is_empty() {
        return Err(nothing(&blocks));
    }
    remainder::tell(&blocks, has_table, gathering);
    combinations(text, gathering);
    Ok(())
}

/// How many lines an error lists.
const MOST: usize = 20;

/// The error of a page without scopes; it says where names stand that could be meant.
fn nothing(blocks: &[Block]) -> Unreadable {
    let mut lines: Vec<usize> = prose::names(blocks).map(|found| found.place.line).collect();
    lines.dedup();
    let what = "the page has no table with a column for scopes and one for what they grant, and no headings with ids";
    if let Some(place) = remainder::html_tables(blocks).next() {
        let what = format!("{what}; the table in HTML is not read");
        return Unreadable::at(place, what).with_help("write it as a table of Markdown");
    }
    if lines.is_empty() {
        return Unreadable::new(what).with_help("give the table the headings `Scope` and `Description`");
    }
    let named: Vec<String> = lines.iter().take(MOST).map(usize::to_string).collect();
    let more = if lines.len() > MOST { " and more" } else { "" };
    let (word, verb) = if lines.len() == 1 { ("line", "names") } else { ("lines", "name") };
    let first = lines.first().copied().unwrap_or(1);
    let what = format!("{what}; {word} {}{more} {verb} what looks like scopes", named.join(", "));
    Unreadable::at(Place { line: first, column: 1 }, what)
        .with_help("`--prose` takes those, each with the sentence around it as its text")
}

/// Lines that consist of nothing but scopes are combinations that somebody recommends. They have no name to be a preset by.
fn combinations(text: &str, gathering: &mut Gathering<'_>) {
    for (number, line) in text.lines().enumerate() {
        let words = || line.split_whitespace().map(|word| word.trim_matches('`'));
        if words().nth(1).is_some() && words().all(|word| gathering.draft.scopes.contains_key(word)) {
            let place = Place { line: number + 1, column: 1 };
            gathering
                .tell(place, "a combination of scopes, which is not taken; name it under `[presets]` if it is one");
        }
    }
}
