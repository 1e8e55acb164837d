//! The table of endpoints that `export markdown` writes, with the columns `Endpoint` and `Takes`.
//!
//! A cell of `Takes` is `no token`, or `any token`, or scopes as code with `and` between those that are needed together and
//! `, or` before each further alternative: `` `a` and `b`, or `c` ``. The restrictions that the endpoint honours may follow:
//! `` ; under `x`, `y` ``.

use super::blocks::Table;
use super::cell::Cell;
use super::table::longer;
use crate::columns::{ANY_TOKEN, ENDPOINT, NO_TOKEN, TAKES};
use crate::draft::Access;
use crate::import::gathering::{Gathering, shortened};

pub(super) fn is_table(table: &Table) -> bool {
    matches!(&table.head[..], [route, takes] if route.text() == ENDPOINT && takes.text() == TAKES)
}

/// Whether it is about endpoints, too, but not as it is written here.
pub(super) fn is_like(table: &Table) -> bool {
    let is_word = |head: &str| [ENDPOINT, TAKES, "Route"].iter().any(|word| word.eq_ignore_ascii_case(head));
    table.head.iter().any(|head| is_word(&head.text()))
}

pub(super) fn read(table: &Table, gathering: &mut Gathering<'_>) {
    for row in &table.rows {
        let [route, takes] = &row.cells[..] else { continue };
        let name = route.text();
        if row.is_longer {
            gathering.lose(route.place, longer(&name));
            continue;
        }
        if let Some(access) = access(takes) {
            gathering.endpoint(route.place, &name, access);
        } else {
            let sentence = format!(
                "`{}` is left out: `{}` does not say what it takes",
                shortened(&name),
                shortened(&takes.text())
            );
            gathering.lose(takes.place, sentence);
        }
    }
}

fn access(cell: &Cell) -> Option<Access> {
    if !cell.others.is_empty() {
        return None;
    }
    if cell.text() == NO_TOKEN {
        return Some(Access::Public);
    }
    let (mut alternatives, mut under): (Vec<Vec<String>>, Vec<String>) = (Vec::new(), Vec::new());
    let (mut is_any, mut is_under) = (false, false);
    let mut between = "";
    for (place, piece) in cell.pieces.iter().enumerate() {
        if !piece.is_code {
            between = piece.text.trim();
            match between.strip_suffix("under") {
                Some(before) if !is_under && matches!(before.trim().strip_suffix(';'), Some("" | ANY_TOKEN)) => {
                    (is_any, is_under, between) = (before.trim() != ";", true, "");
                }
                _ if place == 0 && between == ANY_TOKEN => is_any = true,
                _ => {}
            }
            continue;
        }
        let scope = piece.text.clone();
        match (is_under, between) {
            (true, "" | ",") => under.push(scope),
            (false, "and") => alternatives.last_mut()?.push(scope),
            (false, ", or" | "or") => alternatives.push(vec![scope]),
            (false, "") if place == 0 => alternatives.push(vec![scope]),
            _ => return None,
        }
        between = "-";
    }
    // Words after the last scope, or none at all.
    let ends_well = cell.pieces.last().is_some_and(|last| last.is_code || is_any && cell.pieces.len() == 1);
    match (ends_well, is_any, alternatives.is_empty()) {
        (true, true, true) => Some(Access::Authenticated { under }),
        (true, false, false) => Some(Access::Scopes { alternatives, under }),
        _ => None,
    }
}
