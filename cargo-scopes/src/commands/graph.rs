//! `graph`: the catalogue as a picture to be drawn.

use clap::{Args, ValueEnum};
use scopes_manifest::Scope;

use super::ManifestArgument;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::graph::Graph;
use crate::reach;

/// Write the scopes and what they include as a graph.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cargo scopes graph | dot -Tsvg > scopes.svg\n  cargo scopes graph mermaid --around sessions:write --endpoints"
)]
pub(crate) struct Arguments {
    /// The language.
    #[arg(value_enum, default_value_t)]
    language: Language,
    /// Only what this scope includes and what includes it.
    #[arg(long, value_name = "SCOPE")]
    around: Option<String>,
    /// Also the endpoints that require the scopes.
    #[arg(long)]
    endpoints: bool,
    #[command(flatten)]
    manifest: ManifestArgument,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Language {
    /// Graphviz.
    #[default]
    Dot,
    /// Mermaid, which GitHub shows in Markdown.
    Mermaid,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let catalog = arguments.manifest.load(console)?.catalog;
    let around = arguments.around.as_deref().map(|name| reach::scope(&catalog, name)).transpose();
    let around = around.map_err(|error| Failure::new(error.to_string()))?.map(Scope::id);
    let graph = Graph::of(&catalog, around, arguments.endpoints);
    console.print(&match arguments.language {
        Language::Dot => graph.to_dot(),
        Language::Mermaid => graph.to_mermaid(),
    })?;
    Ok(Outcome::Fine)
}
