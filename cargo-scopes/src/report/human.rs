//! Findings as rustc prints them: title with code, the line with marks, related places, the mend, a summary.

use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use scopes_manifest::{Diagnostic, Diagnostics, Excerpt};

use super::{Findings, Severity, rule};
use crate::counted::counted;

/// How many of one kind are shown: errors are mended one by one, and a lint that finds many is about a habit.
const MOST_ERRORS: usize = 200;
const MOST_OF_A_LINT: usize = 5;

/// The findings of one file with a summary; nothing where there are none. `all` shows also what is like others.
pub(crate) fn findings(findings: &Findings, all: bool, colored: bool) -> String {
    let mut text = String::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut errors, mut warnings) = (0, 0);
    for (severity, finding) in findings.all() {
        let (count, most) = match severity {
            Severity::Error => (&mut errors, MOST_ERRORS),
            Severity::Warning => {
                warnings += 1;
                (seen.entry(rule(finding)).or_default(), MOST_OF_A_LINT)
            }
        };
        *count += 1;
        if all || *count <= most {
            text.push_str(&one(severity, finding, &findings.file, colored));
            text.push_str("\n\n");
        }
    }
    let hidden = seen.iter().map(|(lint, count)| (format!("of `{lint}`"), count.saturating_sub(MOST_OF_A_LINT)));
    for (what, left) in hidden.chain([("errors".to_owned(), errors.saturating_sub(MOST_ERRORS))]) {
        if left > 0 && !all {
            text.push_str(&titled(Level::NOTE, &format!("{left} more {what}; `--all` shows them"), colored));
        }
    }
    if let Some(summary) = summary(errors, warnings) {
        let level = if errors > 0 { Level::ERROR } else { Level::WARNING };
        text.push_str(&titled(level, &format!("`{}` has {summary}", findings.file), colored));
        text.push_str(&hint(findings));
    }
    text
}

/// The faults of a manifest that a command cannot go on without.
pub(crate) fn faults(faults: &Diagnostics, file: &str, colored: bool) -> String {
    let errors = faults.iter().cloned().collect();
    findings(&Findings { file: file.to_owned(), errors, warnings: Vec::new() }, false, colored)
}

fn one(severity: Severity, finding: &Diagnostic, file: &str, colored: bool) -> String {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(finding.message()).id(rule(finding));
    let mut groups = vec![place(title.elements(Vec::<Origin<'_>>::new()), file, finding.excerpt())];
    for related in finding.related() {
        let title = Level::NOTE.secondary_title(related.message());
        groups.push(place(title.elements(Vec::<Origin<'_>>::new()), file, related.excerpt()));
    }
    if let Some(help) = finding.help() {
        groups.push(Group::with_title(Level::HELP.secondary_title(help)));
    }
    renderer(colored).render(&groups)
}

/// Adds `--> file:line:column` and the line with marks. Where only a part of the line is shown, the place is given apart
/// from it.
fn place<'a>(group: Group<'a>, file: &'a str, excerpt: Excerpt) -> Group<'a> {
    let Excerpt { line, column, before, marked, after } = excerpt;
    let is_whole = before.chars().count() + 1 == column;
    let span = before.len()..before.len() + marked.len();
    let snippet = Snippet::source([before, marked, after].concat())
        .line_start(line)
        .annotation(AnnotationKind::Primary.span(span));
    if is_whole {
        return group.element(snippet.path(file));
    }
    group.element(Origin::path(file).line(line).char_column(column)).element(snippet)
}

fn titled(level: Level<'_>, text: &str, colored: bool) -> String {
    renderer(colored).render(&[Group::with_title(level.primary_title(text))]) + "\n"
}

fn summary(errors: usize, warnings: usize) -> Option<String> {
    let counts = [(errors, "error"), (warnings, "warning")].into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = counts.map(|(count, noun)| counted(count, noun)).collect();
    (!parts.is_empty()).then(|| parts.join(" and "))
}

/// Where to read more, for the first of the findings.
fn hint(findings: &Findings) -> String {
    let Some((_, finding)) = findings.all().next() else { return String::new() };
    format!("For more about `{0}`, try `cargo scopes explain {0}`.\n", rule(finding))
}

fn renderer(colored: bool) -> Renderer {
    if colored { Renderer::styled() } else { Renderer::plain() }
}
