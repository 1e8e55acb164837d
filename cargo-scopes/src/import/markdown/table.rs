//! Tables of scopes: one column for the name, one for what it grants, and those further ones that `export markdown` writes.

use super::blocks::{Block, Table};
use super::cell::Cell;
use super::endpoints;
use crate::columns::{Column, is_no, is_yes};
use crate::draft::{Deprecation, Scope};
use crate::import::gathering::{Gathering, shortened};
use crate::place::Place;

/// Headings under which scopes stand, without case.
const SCOPES: [&str; 9] = [
    "scope",
    "scopes",
    "scope name",
    "scope value",
    "oauth scope",
    "oauth2 scope",
    "permission",
    "permission name",
    "scope string",
];
/// Such headings, too, in a page where no table has a plainer one.
const NAMES: [&str; 2] = ["name", "value"];
/// Headings under which stands what they grant.
const TEXTS: [&str; 9] =
    ["description", "text", "meaning", "grants", "access", "details", "what it grants", "grants access to", "allows"];

/// Reads all tables of scopes, and says which tables are none. Gives whether there was one.
pub(super) fn read_all(blocks: &[Block], gathering: &mut Gathering<'_>) -> bool {
    let tables = || blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let headings = if tables().any(|table| columns(table, &SCOPES).is_some()) { &SCOPES[..] } else { &NAMES[..] };
    let mut found = false;
    for table in tables() {
        if endpoints::is_table(table) {
            endpoints::read(table, gathering);
        } else if let Some(columns) = columns(table, headings) {
            found = true;
            for row in &table.rows {
                if gathering.is_refused() {
                    return found;
                }
                columns.read(row, gathering);
            }
        } else {
            let head: Vec<String> = table.head.iter().map(|cell| shortened(&cell.text())).collect();
            let sentence = format!("a table that is not about scopes, by its headings ({})", head.join(", "));
            gathering.tell(table.place, sentence);
        }
    }
    found
}

/// Which column is what.
struct Columns {
    name: usize,
    text: usize,
    further: Vec<(usize, Column)>,
    ignored: Vec<(usize, String)>,
}

/// Puts a cell into a scope; `false` where it does not say what is meant.
fn set(column: Column, cell: &Cell, scope: &mut Scope) -> bool {
    match column {
        Column::Restriction => restriction(cell, scope),
        Column::Consent => text(cell, &mut scope.consent),
        Column::Detail => text(cell, &mut scope.detail),
        Column::Includes => list(cell, &mut scope.includes),
        Column::Extends => text(cell, &mut scope.extends),
        Column::Requires => list(cell, &mut scope.requires),
        Column::Claims => list(cell, &mut scope.claims),
        Column::Issues => list(cell, &mut scope.issues),
        Column::Aliases => list(cell, &mut scope.aliases),
        Column::Approval => text(cell, &mut scope.approval),
        Column::Sensitivity => text(cell, &mut scope.sensitivity),
        Column::Optional => flag(cell, &mut scope.optional),
        Column::Deprecated => deprecation(cell, scope),
        Column::Since => text(cell, &mut scope.since),
        Column::Group => text(cell, &mut scope.group),
        Column::Documentation => text(cell, &mut scope.docs),
    }
}

fn columns(table: &Table, names: &[&str]) -> Option<Columns> {
    let heads: Vec<String> = table.head.iter().map(Cell::text).collect();
    let place = |words: &[&str]| heads.iter().position(|head| words.contains(&head.to_lowercase().as_str()));
    let (name, text) = (place(names)?, place(&TEXTS)?);
    let (mut further, mut ignored) = (Vec::new(), Vec::new());
    for (column, head) in heads.into_iter().enumerate().filter(|(column, _)| ![name, text].contains(column)) {
        match Column::ALL.iter().find(|known| known.heading() == head) {
            Some(known) => further.push((column, *known)),
            None => ignored.push((column, head)),
        }
    }
    Some(Columns { name, text, further, ignored })
}

impl Columns {
    fn read(&self, row: &[Cell], gathering: &mut Gathering<'_>) {
        let (Some(name), Some(text)) = (row.get(self.name), row.get(self.text)) else { return };
        let name_text = name.text();
        let mut scope = Scope::default();
        let mut doubts: Vec<(Place, String)> = Vec::new();
        for (cell, column) in self.further.iter().filter_map(|(place, column)| Some((row.get(*place)?, *column))) {
            if !cell.pieces.is_empty() && !set(column, cell, &mut scope) {
                let (said, head) = (shortened(&cell.text()), column.heading());
                doubts.push((cell.place, format!("`{said}` does not say what `{head}` means")));
            }
        }
        for (cell, head) in self.ignored.iter().filter_map(|(column, head)| Some((row.get(*column)?, head))) {
            if !cell.pieces.is_empty() {
                let sentence = format!("the column `{}` of `{}` is not read", shortened(head), shortened(&name_text));
                doubts.push((cell.place, sentence));
            }
        }
        if name_text.is_empty() && text.pieces.is_empty() {
            return;
        }
        if let Some(added) = gathering.scope(name.place, &name_text, &text.text()) {
            *added = Scope { text: std::mem::take(&mut added.text), ..scope };
        }
        for (place, doubt) in doubts {
            gathering.lose(place, doubt);
        }
    }
}

fn text(cell: &Cell, field: &mut Option<String>) -> bool {
    *field = Some(cell.text());
    true
}

/// Names are code there, so that no sentence is taken for one.
fn list(cell: &Cell, field: &mut Vec<String>) -> bool {
    cell.codes().map(|codes| *field = codes).is_some()
}

fn flag(cell: &Cell, field: &mut bool) -> bool {
    let said = cell.text();
    *field = is_yes(&said);
    *field || is_no(&said)
}

fn restriction(cell: &Cell, scope: &mut Scope) -> bool {
    let mut is_restriction = false;
    let is_told = flag(cell, &mut is_restriction);
    scope.kind = is_restriction.then(|| "restriction".to_owned());
    is_told
}

/// `yes`, or what the manifest says of it: ``since `2.0`, use `mail:read`, remove after `2027-01-01`: a note``.
fn deprecation(cell: &Cell, scope: &mut Scope) -> bool {
    let mut deprecation = Deprecation::default();
    let text = cell.text();
    if is_no(&text) {
        return true;
    }
    if is_yes(&text) {
        scope.deprecated = Some(deprecation);
        return true;
    }
    let mut pieces = cell.pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let word = piece.text.trim_start_matches(',').trim();
        let is_followed = pieces.peek().is_some_and(|next| next.is_code);
        let field = match word {
            "since" if is_followed => &mut deprecation.since,
            "use" if is_followed => &mut deprecation.replacement,
            "remove after" if is_followed => &mut deprecation.remove_after,
            _ => {
                let rest: String = std::iter::once(piece).chain(pieces).map(|piece| piece.text.as_str()).collect();
                let note = rest.trim_start_matches([':', ' ']).trim();
                deprecation.note = (!note.is_empty()).then(|| note.to_owned());
                break;
            }
        };
        *field = pieces.next().map(|code| code.text.clone());
    }
    scope.deprecated = Some(deprecation);
    true
}
