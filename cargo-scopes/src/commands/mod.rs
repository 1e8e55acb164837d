//! One file a command: its arguments, and what it does with them.

pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod graph;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod lock;
pub(crate) mod schema;
pub(crate) mod who;
pub(crate) mod why;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use scopes_manifest::{Catalog, ScopeId};
use serde_json::Value;

use crate::console::Console;
use crate::failure::Failure;
use crate::files::{self, Input};
use crate::names::names;
use crate::report::human;

/// For people or for programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Human,
    Json,
}

/// The manifest that a command is about.
#[derive(Debug, Args)]
pub(crate) struct ManifestArgument {
    /// The manifest; without it `scopes.toml` in this folder or the nearest above.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) manifest: Option<PathBuf>,
}

/// What every question about a manifest takes beside what is asked.
#[derive(Debug, Args)]
pub(crate) struct Question {
    #[command(flatten)]
    manifest: ManifestArgument,
    /// How the answer is written.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Question {
    /// The catalogue that is asked.
    fn catalog(&self, console: &mut Console<'_>) -> Result<Catalog, Failure> {
        Ok(self.manifest.load(console)?.catalog)
    }

    /// Writes the answer in the form that was asked for.
    fn answer(
        &self,
        human: impl FnOnce() -> String,
        document: impl FnOnce() -> Value,
        console: &mut Console<'_>,
    ) -> Result<(), Failure> {
        let text = match self.format {
            Format::Human => human(),
            Format::Json => format!("{:#}\n", document()),
        };
        Ok(console.print(&text)?)
    }
}

/// A valid manifest with the place where it was found.
#[derive(Debug)]
pub(crate) struct Manifest {
    pub(crate) path: PathBuf,
    pub(crate) catalog: Catalog,
}

impl ManifestArgument {
    /// Reads and validates it; the faults are shown as `check` shows them.
    pub(crate) fn load(&self, console: &mut Console<'_>) -> Result<Manifest, Failure> {
        let path = files::manifest(self.manifest.as_deref())?;
        let bytes = files::read(&path, Input::Manifest)?;
        match Catalog::from_bytes(&bytes) {
            Ok(catalog) => Ok(Manifest { path, catalog }),
            Err(faults) => {
                let text = human::faults(&faults, &path.display().to_string(), console.coloring.messages);
                console.tell(&text)?;
                Err(Failure::Told)
            }
        }
    }
}

/// The names of scopes in a row.
fn joined(catalog: &Catalog, scopes: &[ScopeId], between: &str) -> String {
    names(catalog, scopes).join(between)
}
