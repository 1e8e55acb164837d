//! `init`: a commented manifest to begin with, and what to write into the crate.

use std::path::{Path, PathBuf};

use clap::Args;
use scopes_manifest::identifier;
use toml_edit::DocumentMut;

use crate::console::Console;
use crate::draft::print;
use crate::failure::{Failure, Outcome};
use crate::files::{self, Input, MANIFEST};

/// Make a commented `scopes.toml`, and tell what to add to Cargo.toml and lib.rs.
///
/// A file that is there already stays as it is.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cargo scopes init --name calendar")]
pub(crate) struct Arguments {
    /// The folder of the crate.
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    /// The system's name; without it that of the crate, or else of the folder.
    #[arg(long)]
    name: Option<String>,
}

const TEMPLATE: &str = include_str!("init.toml");

pub(crate) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let name = match &arguments.name {
        Some(name) => name.clone(),
        None => system_name(&arguments.folder)?,
    };
    let text = TEMPLATE.replacen("{name}", print::value(&name).to_string().trim(), 1);
    if let Err(faults) = scopes_manifest::Catalog::parse(&text) {
        let fault = faults.iter().next().map_or("", |fault| fault.message());
        return Err(Failure::with_help(
            format!("`{name}` cannot be a system's name: {fault}"),
            "give one with `--name`",
        ));
    }
    let path = arguments.folder.join(MANIFEST);
    files::create(&path, &text)?;
    console.tell(&format!("made `{}`\n", path.display()))?;
    console.print(&advice(&name))?;
    Ok(Outcome::Fine)
}

/// The crate's name, or the folder's where there is no crate yet.
fn system_name(folder: &Path) -> Result<String, Failure> {
    let manifest = folder.join("Cargo.toml");
    if manifest.is_file() {
        let bytes = files::read(&manifest, Input::Manifest)?;
        let package = std::str::from_utf8(&bytes).ok().and_then(|text| text.parse::<DocumentMut>().ok());
        let name = package.as_ref().and_then(|document| document.get("package")?.get("name")?.as_str());
        if let Some(name) = name {
            return Ok(name.to_owned());
        }
    }
    let folder = folder.canonicalize();
    let name = folder.as_deref().ok().and_then(Path::file_name).and_then(|name| name.to_str()).map(str::to_owned);
    name.ok_or_else(|| {
        Failure::with_help("the folder has no name that could be the system's", "give one with `--name`")
    })
}

fn advice(name: &str) -> String {
    let marker = identifier::variant(name, None).unwrap_or_else(|_| "Api".to_owned());
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "\
Add to Cargo.toml:

    [dependencies]
    scopes-runtime = \"{version}\"    # or `path = …` or `git = …`, while it is on no registry

and to src/lib.rs:

    pub use scopes_runtime::{{Granted, Permit, Requires, Scopes}};

    /// Everything that a token of this system may do.
    #[derive(Scopes)]
    #[scopes(manifest = \"{MANIFEST}\")]
    pub struct {marker};

    #[derive(Requires)]
    #[requires({marker}: endpoint \"GET /items\")]
    pub struct ListItems;

    pub fn list_items(_: Permit<ListItems>) -> Vec<String> {{
        Vec::new()
    }}

A misspelt scope is a compile error now. `cargo scopes check` shows what is wrong with the manifest.
"
    )
}
