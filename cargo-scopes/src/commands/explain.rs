//! `explain`: the page of a code or a lint, or a list of all.

use std::fmt::Write as _;

use clap::Args;
use clap::builder::styling::Style;
use scopes_manifest::spelling;
use serde::Serialize;

use super::Format;
use crate::console::Console;
use crate::explanation::Explanation;
use crate::failure::{Failure, Outcome};

/// Say what a code of `check` means: why it is refused, an example, and how to mend it.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cargo scopes explain smuggled\n  cargo scopes explain near_duplicate")]
pub(crate) struct Arguments {
    /// The code, or the name of a lint, as it stands beside a message; without it all are listed.
    #[arg(value_name = "CODE")]
    code: Option<String>,
    /// The page as text, or as JSON with the page as Markdown.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let found = arguments.code.as_deref().map(find).transpose()?;
    let text = match (found, arguments.format) {
        (Some(explanation), Format::Human) if console.coloring.documents => styled(explanation.page()),
        (Some(explanation), Format::Human) => explanation.page().to_owned(),
        (Some(explanation), Format::Json) => json(&Page { entry: Entry::of(explanation), page: explanation.page() })?,
        (None, Format::Human) => list(),
        (None, Format::Json) => {
            json(&List { explanations: Explanation::ALL.iter().copied().map(Entry::of).collect() })?
        }
    };
    console.print(&text)?;
    Ok(Outcome::Fine)
}

fn find(name: &str) -> Result<Explanation, Failure> {
    Explanation::of(name).ok_or_else(|| {
        let near = spelling::nearest(name, Explanation::ALL.iter().map(|known| known.name()));
        let suggestion = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        Failure::with_help(format!("no code is called `{name}`{suggestion}"), "`cargo scopes explain` lists all codes")
    })
}

/// A line for each: the name and what is wrong.
fn list() -> String {
    let width = Explanation::ALL.iter().map(|explanation| explanation.name().len()).max().unwrap_or_default();
    let mut text = String::new();
    for explanation in Explanation::ALL {
        let _ = writeln!(text, "{:width$}  {}", explanation.name(), explanation.summary());
    }
    text
}

/// For a terminal: headings are bold, and what stands between fences is indented.
fn styled(page: &str) -> String {
    let bold = Style::new().bold();
    let mut text = String::with_capacity(page.len());
    let mut is_code = false;
    for line in page.lines() {
        let heading = line.trim_start_matches('#').trim_start();
        if line.starts_with("```") {
            is_code = !is_code;
        } else if is_code && !line.is_empty() {
            let _ = writeln!(text, "    {line}");
        } else if !is_code && heading.len() < line.len() {
            let _ = writeln!(text, "{bold}{heading}{bold:#}");
        } else {
            let _ = writeln!(text, "{line}");
        }
    }
    text
}

#[derive(Serialize)]
struct List {
    explanations: Vec<Entry>,
}

#[derive(Serialize)]
struct Page {
    #[serde(flatten)]
    entry: Entry,
    page: &'static str,
}

#[derive(Serialize)]
struct Entry {
    name: &'static str,
    kind: &'static str,
    summary: &'static str,
}

impl Entry {
    fn of(explanation: Explanation) -> Self {
        Self { name: explanation.name(), kind: explanation.kind().as_str(), summary: explanation.summary() }
    }
}

fn json(document: &impl Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(document).map_err(|error| Failure::new(error.to_string()))?;
    Ok(text + "\n")
}
