//! Tables of scopes: one column for the name, one for what it grants, and those further ones that `export markdown` writes.

use super::blocks::{Block, Row, Table};
use super::cell::Cell;
use super::endpoints;
use crate::columns::{Column, ENDPOINT, TAKES, is_no, is_yes};
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
        } else if endpoints::is_like(table) {
            let sentence = format!("a table of endpoints is read where its headings are `{ENDPOINT}` and `{TAKES}`");
            gathering.lose(table.place, sentence);
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
    fn read(&self, row: &Row, gathering: &mut Gathering<'_>) {
        let cells = &row.cells;
        let (Some(name_cell), Some(text)) = (cells.get(self.name), cells.get(self.text)) else { return };
        let name = match name_cell.name() {
            Ok(name) if name.is_empty() && text.is_empty() => return,
            Ok(name) if row.is_longer => return gathering.lose(name_cell.place, longer(&name)),
            Ok(name) => name,
            Err(doubt) => {
                let sentence = format!("`{}` is left out: {doubt}", shortened(&name_cell.text()));
                return gathering.lose(name_cell.place, sentence);
            }
        };
        let (scope, mut doubts) = self.further(&name, cells);
        if let Some(other) = text.others.first() {
            let sentence = format!("{other} in the text of `{}` is not read", shortened(&name));
            doubts.push((text.place, sentence));
        }
        if let Some(added) = gathering.scope(name_cell.place, &name, &text.text()) {
            *added = Scope { text: std::mem::take(&mut added.text), ..scope };
        }
        for (place, doubt) in doubts {
            gathering.lose(place, doubt);
        }
    }

    /// What the further columns say, and what of them does not say anything.
    fn further(&self, name: &str, cells: &[Cell]) -> (Scope, Vec<(Place, String)>) {
        let (mut scope, mut doubts) = (Scope::default(), Vec::new());
        for (cell, column) in self.further.iter().filter_map(|(place, column)| Some((cells.get(*place)?, *column))) {
            let is_clear = cell.is_empty() || cell.others.is_empty() && set(column, cell, &mut scope);
            if !is_clear {
                let (said, head) = (shortened(&cell.text()), column.heading());
                doubts.push((cell.place, format!("`{said}` does not say what `{head}` means")));
            }
        }
        for (cell, head) in self.ignored.iter().filter_map(|(column, head)| Some((cells.get(*column)?, head))) {
            if !cell.is_empty() {
                let sentence = format!("the column `{}` of `{}` is not read", shortened(head), shortened(name));
                doubts.push((cell.place, sentence));
            }
        }
        (scope, doubts)
    }
}

/// What is said of a row that has more cells than its table has headings.
pub(super) fn longer(name: &str) -> String {
    let name = shortened(name);
    format!(
        "`{name}` is left out: its row has more cells than the table has headings; a `|` in a text is written `\\|`"
    )
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
