//! `diff`: what changed from one manifest to another, be they files or revisions of git.

use std::path::Path;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use scopes_manifest::Catalog;

use super::ManifestArgument;
use crate::change::{self, Change, Class, print};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::files::{self, Input};
use crate::report::human;

/// Show what changed from one manifest to another: names, texts, endpoints, and above all what tokens may do.
///
/// Each of the two is a file, a revision of git such as `main` or `HEAD~1` (the manifest as it was there), or
/// `REVISION:path`. A file goes before a revision of the same name.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  cargo scopes diff main\n  cargo scopes diff v1.0 v2.0 --deny breaking,widening\n  \
                  cargo scopes diff old.toml new.toml --format markdown"
)]
pub(crate) struct Arguments {
    /// What it was.
    old: String,
    /// What it is; without it the manifest as it lies there.
    new: Option<String>,
    #[command(flatten)]
    manifest: ManifestArgument,
    /// Exit with 1 where there is a change of this class; more than one is separated by commas.
    #[arg(long, value_parser = class(), value_delimiter = ',', value_name = "CLASS")]
    deny: Vec<Class>,
    /// How the changes are written.
    #[arg(long, value_enum, default_value_t)]
    format: DiffFormat,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum DiffFormat {
    /// Grouped by class.
    #[default]
    Human,
    /// One JSON document.
    Json,
    /// For the description of a pull request.
    Markdown,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let old = catalog(&arguments.old, arguments, console)?;
    let (new, to) = if let Some(new) = &arguments.new {
        (catalog(new, arguments, console)?, new.clone())
    } else {
        let manifest = arguments.manifest.load(console)?;
        (manifest.catalog, manifest.path.display().to_string())
    };
    let changes = change::between(&old, &new);
    console.print(&match arguments.format {
        DiffFormat::Human => print::human(&changes, console.coloring.documents),
        DiffFormat::Json => print::json(&changes, &arguments.old, &to),
        DiffFormat::Markdown => print::markdown(&changes, &arguments.old, &to),
    })?;
    let is_denied = |change: &Change| arguments.deny.contains(&change.class());
    Ok(Outcome::fine_if(!changes.iter().any(is_denied)))
}

/// The classes by their names.
fn class() -> impl TypedValueParser<Value = Class> {
    let value = |class: &Class| PossibleValue::new(class.as_str()).help(class.meaning());
    PossibleValuesParser::new(Class::ALL.iter().map(value)).try_map(|name| name.parse::<Class>())
}

/// The manifest that an argument names.
fn catalog(named: &str, arguments: &Arguments, console: &mut Console<'_>) -> Result<Catalog, Failure> {
    let bytes = if named == "-" || Path::new(named).symlink_metadata().is_ok() {
        files::read(Path::new(named), Input::Manifest)?
    } else if named.contains(':') {
        files::blob(Path::new("."), named, Input::Manifest)?
    } else {
        let path = files::manifest(arguments.manifest.manifest.as_deref())?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let folder = path.parent().unwrap_or(Path::new("."));
        files::blob(folder, &format!("{named}:./{name}"), Input::Manifest)?
    };
    Catalog::from_bytes(&bytes).or_else(|faults| {
        console.tell(&human::faults(&faults, named, console.coloring.messages))?;
        Err(Failure::Told)
    })
}
