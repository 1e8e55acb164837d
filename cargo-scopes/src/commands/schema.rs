//! `schema`: the JSON Schema of the manifest, for editors.

use std::path::PathBuf;

use clap::Args;

use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::{files, schema};

/// Print the JSON Schema of `scopes.toml`, by which editors complete and check it.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cargo scopes schema -o scopes.schema.json\n\n\
                        With `#:schema ./scopes.schema.json` as its first line, Taplo checks a manifest by it.")]
pub(crate) struct Arguments {
    /// Write it to a file instead.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let text = format!("{:#}\n", schema::of_manifest());
    match &arguments.output {
        Some(path) => files::document(path, &text)?,
        None => console.print(&text)?,
    }
    Ok(Outcome::Fine)
}
