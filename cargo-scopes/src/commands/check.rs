//! `check`: every fault and every lint of the manifests that are named.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use scopes_manifest::Catalog;

use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::files::{self, Input};
use crate::report::{Findings, github, human, json, sarif};

/// Show every fault of the manifest, and what its lints find.
///
/// Exits with 1 where there are errors, or warnings and `--deny-warnings`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  cargo scopes check\n  cargo scopes check --format sarif api/scopes.toml > scopes.sarif"
)]
pub(crate) struct Arguments {
    /// The manifests; without any `scopes.toml` in this folder or the nearest above. `-` is the standard input.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How the findings are written.
    #[arg(long, value_enum, default_value_t)]
    format: ReportFormat,
    /// Show every finding of a lint, also where there are many alike.
    #[arg(long)]
    all: bool,
    /// Refuse a manifest also for what lints warn of.
    #[arg(long)]
    deny_warnings: bool,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum ReportFormat {
    /// As rustc prints them, to the standard error.
    #[default]
    Human,
    /// One JSON document.
    Json,
    /// SARIF 2.1.0, for code-scanning services.
    Sarif,
    /// Workflow commands: GitHub shows them at the lines of a pull request.
    Github,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let paths = if arguments.files.is_empty() { vec![files::manifest(None)?] } else { arguments.files.clone() };
    let mut findings = Vec::with_capacity(paths.len());
    let mut unread = Vec::new();
    for path in paths {
        match files::read(&path, Input::Manifest) {
            Ok(bytes) => findings.push(Findings::of(path.display().to_string(), &Catalog::from_bytes(&bytes))),
            Err(failure) => unread.push(failure),
        }
    }
    show(arguments, &findings, console)?;
    // The others are checked all the same; the last failure is told by who called.
    if let Some(last) = unread.pop() {
        for failure in unread {
            console.tell(&format!("error: {failure}\n"))?;
        }
        return Err(last);
    }
    let is_refused = |one: &Findings| !one.errors.is_empty() || arguments.deny_warnings && !one.warnings.is_empty();
    Ok(Outcome::fine_if(!findings.iter().any(is_refused)))
}

fn show(arguments: &Arguments, findings: &[Findings], console: &mut Console<'_>) -> Result<(), Failure> {
    let unprintable = |error: serde_json::Error| Failure::new(error.to_string());
    let text = match arguments.format {
        ReportFormat::Human => {
            for file in findings {
                let text = human::findings(file, arguments.all, console.coloring.messages);
                console.tell(&text)?;
            }
            return Ok(());
        }
        ReportFormat::Json => json::findings(findings).map_err(unprintable)?,
        ReportFormat::Sarif => sarif::findings(findings).map_err(unprintable)?,
        ReportFormat::Github => github::findings(findings),
    };
    Ok(console.print(&text)?)
}
