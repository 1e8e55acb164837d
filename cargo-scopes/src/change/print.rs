//! Changes as text for people, as Markdown for pull requests, as JSON for programs.

use std::fmt::Write as _;

use clap::builder::styling::Style;
use serde_json::{Map, Value, json};

use super::{Change, Class};

/// Grouped by class, with a summary at the end.
pub(crate) fn human(changes: &[Change], is_colored: bool) -> String {
    let bold = if is_colored { Style::new().bold() } else { Style::new() };
    let mut text = String::new();
    for (class, changes) in groups(changes) {
        let _ = writeln!(text, "{bold}{}{bold:#}", class.as_str());
        for change in changes {
            let _ = writeln!(text, "  {}", visible(change.message()));
        }
    }
    text + &summary(changes) + "\n"
}

/// The same as headings and lists.
pub(crate) fn markdown(changes: &[Change], from: &str, to: &str) -> String {
    let mut text = format!("## Scopes: {} to {}\n\n{}\n", literal(from), literal(to), summary(changes));
    for (class, changes) in groups(changes) {
        let _ = write!(text, "\n### {}\n\n", class.as_str());
        for change in changes {
            let _ = writeln!(text, "- {}", literal(change.message()));
        }
    }
    text
}

/// One document.
pub(crate) fn json(changes: &[Change], from: &str, to: &str) -> String {
    let counts: Map<String, Value> =
        Class::ALL.iter().map(|class| (class.as_str().to_owned(), count(changes, *class).into())).collect();
    let list = changes.iter().map(|change| {
        let (class, kind) = (change.class().as_str(), change.kind().as_str());
        json!({ "class": class, "kind": kind, "subject": change.subject(), "message": change.message() })
    });
    let document = json!({ "old": from, "new": to, "summary": counts, "changes": list.collect::<Vec<_>>() });
    format!("{document:#}\n")
}

fn groups(changes: &[Change]) -> impl Iterator<Item = (Class, impl Iterator<Item = &Change>)> {
    let of = move |class| changes.iter().filter(move |change| change.class() == class);
    Class::ALL.iter().copied().filter(move |class| of(*class).next().is_some()).map(move |class| (class, of(class)))
}

fn count(changes: &[Change], class: Class) -> usize {
    changes.iter().filter(|change| change.class() == class).count()
}

fn summary(changes: &[Change]) -> String {
    if changes.is_empty() {
        return "nothing changed".to_owned();
    }
    let counts = Class::ALL.iter().map(|class| (count(changes, *class), class.as_str()));
    let counts: Vec<String> =
        counts.filter(|(count, _)| *count > 0).map(|(count, class)| format!("{count} {class}")).collect();
    counts.join(", ")
}

/// A message as a literal of Markdown, so that nothing of a manifest is markup. No text of one has a line break.
fn literal(message: &str) -> String {
    let longest = message.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if message.starts_with('`') || message.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{}{pad}{fence}", visible(message))
}

/// Control characters are spelt out: what a manifest says must not move the cursor.
fn visible(message: &str) -> String {
    message.chars().map(|character| if character.is_control() { '\u{FFFD}' } else { character }).collect()
}
