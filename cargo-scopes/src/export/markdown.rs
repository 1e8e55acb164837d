//! A Markdown page: a table of the scopes and one of the endpoints, as `import --from markdown` reads them again.

use std::fmt::Write as _;

use scopes_manifest::{Access, Approval, Catalog, Deprecation, Scope, ScopeId, Sensitivity};

use super::marks::{code, text};
use super::names;

/// A column: its heading, and what a scope has there; nothing where that goes without saying.
type Column = (&'static str, fn(&Catalog, &Scope) -> String);

/// The columns that are there where any scope has something in them.
const FURTHER: [Column; 16] = [
    ("Restriction", |_, scope| unless(!scope.is_restriction(), "yes")),
    ("Consent", |_, scope| if scope.has_consent() { text(scope.consent()) } else { String::new() }),
    ("Detail", |_, scope| optional(scope.detail())),
    ("Includes", |catalog, scope| codes(&names(catalog, scope.includes()))),
    ("Extends", |catalog, scope| scope.extends().map(|id| code(catalog.scope(id).name())).unwrap_or_default()),
    ("Requires", |catalog, scope| codes(&names(catalog, scope.requires()))),
    ("Claims", |_, scope| codes(&scope.claims().iter().map(String::as_str).collect::<Vec<_>>())),
    ("Issues", |_, scope| codes(&scope.issues().iter().map(|issued| issued.as_str()).collect::<Vec<_>>())),
    ("Aliases", |_, scope| codes(&scope.aliases().iter().map(String::as_str).collect::<Vec<_>>())),
    ("Approval", |_, scope| unless(scope.approval() == Approval::None, scope.approval().as_str())),
    ("Sensitivity", |_, scope| unless(scope.sensitivity() == Sensitivity::Low, scope.sensitivity().as_str())),
    ("Optional", |_, scope| unless(!scope.is_optional(), "yes")),
    ("Deprecated", |catalog, scope| scope.deprecation().map(|one| deprecation(catalog, one)).unwrap_or_default()),
    ("Since", |_, scope| optional(scope.since())),
    ("Group", |_, scope| optional(scope.group())),
    ("Documentation", |_, scope| optional(scope.docs())),
];

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
    let columns: Vec<&Column> = FURTHER
        .iter()
        .filter(|(_, cell)| catalog.scopes().iter().any(|scope| !cell(catalog, scope).is_empty()))
        .collect();
    let heads = ["Scope", "Description"].into_iter().chain(columns.iter().map(|(head, _)| *head));
    head(&mut page, &heads.collect::<Vec<_>>());
    for scope in catalog.scopes() {
        let further = columns.iter().map(|(_, cell)| cell(catalog, scope));
        let cells = [code(scope.name()), text(scope.text())].into_iter().chain(further);
        row(&mut page, &cells.collect::<Vec<_>>());
    }
    if !catalog.endpoints().is_empty() {
        page.push_str("\n## Endpoints\n\n");
        head(&mut page, &["Endpoint", "Takes"]);
        for endpoint in catalog.endpoints() {
            row(&mut page, &[code(endpoint.route()), access(catalog, endpoint.access())]);
        }
    }
    page
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
        (true, None) => "yes".to_owned(),
        // A word that stands for no note at all is told apart from one.
        (true, Some(note)) if note == "yes" => format!(": {note}"),
        (true, Some(note)) => note,
        (false, None) => facts.join(", "),
        (false, Some(note)) => format!("{}: {note}", facts.join(", ")),
    }
}

/// `no token`, `any token`, or the alternatives: `` `a` and `b`, or `c` ``; and what narrows it.
fn access(catalog: &Catalog, access: &Access) -> String {
    let (takes, under): (String, &[ScopeId]) = match access {
        Access::Public => return "no token".to_owned(),
        Access::Authenticated { under } => ("any token".to_owned(), under),
        Access::Scopes(requirement) => {
            let all =
                |scopes: &Vec<ScopeId>| names(catalog, scopes).into_iter().map(code).collect::<Vec<_>>().join(" and ");
            let alternatives: Vec<String> = requirement.alternatives().iter().map(all).collect();
            (alternatives.join(", or "), requirement.under())
        }
    };
    if under.is_empty() { takes } else { format!("{takes}; under {}", codes(&names(catalog, under))) }
}
