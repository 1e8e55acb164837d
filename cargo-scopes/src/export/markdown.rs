//! A Markdown page: a table of the scopes and one of the endpoints, as `import --from markdown` reads them again.

use std::fmt::Write as _;

use scopes_manifest::{Access, Approval, Catalog, Deprecation, Scope, ScopeId, Sensitivity};

use super::marks::{code, text};
use super::names;
use crate::columns::{ANY_TOKEN, Column, DESCRIPTION, ENDPOINT, NO_TOKEN, SCOPE, TAKES, YES, is_no, is_yes};

/// The scopes as a table with `Scope` and `Description`, and further columns where any scope has something to say in them;
/// the endpoints as a second one.
///
/// ```
/// use scopes_manifest::Catalog;
///
/// let catalog = Catalog::parse("format = 1\n[system]\nname = \"calendar\"\n[scopes]\n\"events:read\" = \"Read | events.\"\n")?;
/// let page = cargo_scopes::export::markdown(&catalog);
/// assert!(page.contains("| `events:read` | Read \\| events. |"));
/// # Ok::<(), scopes_manifest::Diagnostics>(())
/// ```
#[must_use]
pub fn markdown(catalog: &Catalog) -> String {
    let mut page = format!("# Scopes of {}\n\n", text(catalog.name()));
    let is_needed = |column: &Column| catalog.scopes().iter().any(|scope| !cell(*column, catalog, scope).is_empty());
    let columns: Vec<Column> = Column::ALL.iter().copied().filter(is_needed).collect();
    let heads = [SCOPE, DESCRIPTION].into_iter().chain(columns.iter().map(|column| column.heading()));
    head(&mut page, &heads.collect::<Vec<_>>());
    for scope in catalog.scopes() {
        let further = columns.iter().map(|column| cell(*column, catalog, scope));
        let cells = [code(scope.name()), text(scope.text())].into_iter().chain(further);
        row(&mut page, &cells.collect::<Vec<_>>());
    }
    if !catalog.endpoints().is_empty() {
        page.push_str("\n## Endpoints\n\n");
        head(&mut page, &[ENDPOINT, TAKES]);
        for endpoint in catalog.endpoints() {
            row(&mut page, &[code(endpoint.route()), access(catalog, endpoint.access())]);
        }
    }
    page
}

/// What a scope has in a column; nothing where that goes without saying.
fn cell(column: Column, catalog: &Catalog, scope: &Scope) -> String {
    match column {
        Column::Restriction => unless(!scope.is_restriction(), YES),
        Column::Consent => optional(scope.has_consent().then(|| scope.consent())),
        Column::Detail => optional(scope.detail()),
        Column::Includes => codes(&names(catalog, scope.includes())),
        Column::Extends => scope.extends().map(|id| code(catalog.scope(id).name())).unwrap_or_default(),
        Column::Requires => codes(&names(catalog, scope.requires())),
        Column::Claims => codes(&scope.claims().iter().map(String::as_str).collect::<Vec<_>>()),
        Column::Issues => codes(&scope.issues().iter().map(|issued| issued.as_str()).collect::<Vec<_>>()),
        Column::Aliases => codes(&scope.aliases().iter().map(String::as_str).collect::<Vec<_>>()),
        Column::Approval => unless(scope.approval() == Approval::None, scope.approval().as_str()),
        Column::Sensitivity => unless(scope.sensitivity() == Sensitivity::Low, scope.sensitivity().as_str()),
        Column::Optional => unless(!scope.is_optional(), YES),
        Column::Deprecated => scope.deprecation().map(|one| deprecation(catalog, one)).unwrap_or_default(),
        Column::Since => optional(scope.since()),
        Column::Group => optional(scope.group()),
        Column::Documentation => optional(scope.docs()),
    }
}

fn head(page: &mut String, heads: &[&str]) {
    let _ = writeln!(page, "| {} |", heads.join(" | "));
    let _ = writeln!(page, "|{}", "---|".repeat(heads.len()));
}

fn row(page: &mut String, cells: &[String]) {
    page.push('|');
    for cell in cells {
        let _ = if cell.is_empty() { write!(page, " |") } else { write!(page, " {cell} |") };
    }
    page.push('\n');
}

fn optional(value: Option<&str>) -> String {
    value.map(text).unwrap_or_default()
}

fn unless(is_usual: bool, word: &str) -> String {
    if is_usual { String::new() } else { text(word) }
}

fn codes(words: &[&str]) -> String {
    words.iter().map(|word| code(word)).collect::<Vec<_>>().join(", ")
}

/// `yes`, or ``since `2.0`, use `mail:read`, remove after `2027-01-01`: a note``.
fn deprecation(catalog: &Catalog, deprecation: &Deprecation) -> String {
    let known =
        |word: &str, value: Option<&str>| Some(format!("{word} {}", code(value.filter(|value| !value.is_empty())?)));
    let facts = [
        known("since", deprecation.since()),
        known("use", deprecation.replacement().map(|id| catalog.scope(id).name())),
        known("remove after", deprecation.remove_after()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let note = deprecation.note().filter(|note| !note.trim().is_empty()).map(text);
    match (facts.is_empty(), note) {
        (true, None) => YES.to_owned(),
        // A word that stands for no note at all, or for no deprecation, is told apart from one.
        (true, Some(note)) if is_yes(&note) || is_no(&note) => format!(": {note}"),
        (true, Some(note)) => note,
        (false, None) => facts.join(", "),
        (false, Some(note)) => format!("{}: {note}", facts.join(", ")),
    }
}

/// `no token`, `any token`, or the alternatives: `` `a` and `b`, or `c` ``; and what narrows it.
fn access(catalog: &Catalog, access: &Access) -> String {
    let (takes, under): (String, &[ScopeId]) = match access {
        Access::Public => return NO_TOKEN.to_owned(),
        Access::Authenticated { under } => (ANY_TOKEN.to_owned(), under),
        Access::Scopes(requirement) => {
            let all =
                |scopes: &Vec<ScopeId>| names(catalog, scopes).into_iter().map(code).collect::<Vec<_>>().join(" and ");
            let alternatives: Vec<String> = requirement.alternatives().iter().map(all).collect();
            (alternatives.join(", or "), requirement.under())
        }
    };
    if under.is_empty() { takes } else { format!("{takes}; under {}", codes(&names(catalog, under))) }
}
