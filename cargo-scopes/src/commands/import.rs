//! `import`: a manifest from a document that somebody has, with notes of what could not be read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use scopes_manifest::{Catalog, Diagnostics};
use serde::Serialize;

use super::Format;
use crate::console::Console;
use crate::counted::counted;
use crate::draft::Merged;
use crate::failure::{Failure, Outcome};
use crate::files::{self, Input};
use crate::import::{self, Imported, Options};
use crate::note::Note;
use crate::report::human;

/// Make a manifest from a document: Markdown, OpenAPI, Google discovery, metadata, a list, and all that `export` writes.
///
/// What could not be read is told with its line. Exits with 1 where there is such a thing, or where the result is no valid
/// manifest.
#[derive(Debug, Args)]
#[command(
    after_help = "A list has a name a line, and after a tab, two blanks, ` - ` or `: ` what the scope grants; or names apart by\n\
                  commas, or by blanks where each has one of : . / _ - in it. A bullet (- * +) may stand before, and # begins a\n\
                  comment. What could be meant in two ways is told and not taken.\n\n\
                  Examples:\n  \
    cargo scopes import --name calendar -o scopes.toml openapi.yaml\n  \
    cargo scopes import --merge scopes.toml docs/scopes.md"
)]
pub(crate) struct Arguments {
    /// The document. `-` is the standard input.
    #[arg(value_name = "DOCUMENT")]
    document: PathBuf,
    /// What the document is; without it what its content says beyond doubt.
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    from: Option<import::Format>,
    /// The system's name; without it the document's own, or that of the file.
    #[arg(long, value_name = "SYSTEM")]
    name: Option<String>,
    /// Write the manifest to this file, which must not be there yet.
    #[arg(long, short, value_name = "FILE", conflicts_with = "merge")]
    output: Option<PathBuf>,
    /// Add what is new to this manifest; all that stands there is kept.
    #[arg(long, value_name = "FILE")]
    merge: Option<PathBuf>,
    /// With `--merge`: where texts of scopes differ, take the document's.
    #[arg(long, requires = "merge")]
    take_texts: bool,
    /// Describe a scope by its name where the document does not say what it grants.
    #[arg(long)]
    describe_by_name: bool,
    #[command(flatten)]
    page: PageArguments,
    /// How notes are written to the standard error.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What else of a page in Markdown may be taken for scopes.
#[derive(Debug, Args)]
struct PageArguments {
    /// Markdown: headings with an id are scopes, also beside a table.
    #[arg(long)]
    headings: bool,
    /// Markdown: names in running text, written as code, are scopes.
    #[arg(long)]
    prose: bool,
}

/// The names of the formats, each with what it is.
fn formats() -> impl TypedValueParser<Value = import::Format> {
    let value = |format: &import::Format| PossibleValue::new(format.as_str()).help(format.meaning());
    PossibleValuesParser::new(import::Format::ALL.iter().map(value)).try_map(|name| name.parse::<import::Format>())
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    for (option, path) in [("--output", &arguments.output), ("--merge", &arguments.merge)] {
        if path.as_deref() == Some(Path::new("-")) {
            let help = "name one, or leave the option out: then the manifest goes to the standard output";
            return Err(Failure::with_help(format!("`{option} -` names no file"), help));
        }
    }
    let bytes = files::read(&arguments.document, Input::Document)?;
    let options = Options {
        from: arguments.from,
        name: arguments.name.clone(),
        describe_by_name: arguments.describe_by_name,
        headings: arguments.page.headings,
        prose: arguments.page.prose,
    };
    let imported = import::read(&bytes, &arguments.document, &options).map_err(|error| {
        let blank = if error.place.is_none() { " " } else { "" };
        Failure::new(format!("{}:{blank}{error}", arguments.document.display()))
    })?;
    match &arguments.merge {
        Some(manifest) => merge(arguments, &imported, manifest, console),
        None => write(arguments, &imported, console),
    }
}

/// A manifest of its own. It is written also where it is not valid, since it is easier to mend than to begin anew.
fn write(arguments: &Arguments, imported: &Imported, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    if imported.draft.system.name.is_empty() {
        let what = "the document does not say the name of its system";
        return Err(Failure::with_help(what, "give it with `--name`"));
    }
    let text = imported.draft.to_toml();
    let written = arguments.output.as_deref().unwrap_or_else(|| Path::new("<the manifest>"));
    match &arguments.output {
        Some(path) => files::create(path, &text)?,
        None => console.print(&text)?,
    }
    let outcome = Summary { arguments, imported, manifest: written, merged: &[] };
    outcome.tell(Catalog::parse(&text).err().as_ref(), console)
}

/// Into a manifest that is there, which is written only where the result is valid and is another.
fn merge(
    arguments: &Arguments,
    imported: &Imported,
    path: &Path,
    console: &mut Console<'_>,
) -> Result<Outcome, Failure> {
    let bytes = files::read(path, Input::Manifest)?;
    let before =
        String::from_utf8(bytes).map_err(|error| Failure::new(format!("cannot read `{}`: {error}", path.display())))?;
    let merged = imported.draft.merge_into(&before, arguments.take_texts);
    let Merged { text, notes } = merged.map_err(|error| {
        Failure::with_help(
            format!("cannot add to `{}`: {error}", path.display()),
            format!("`cargo scopes check {}` says more", path.display()),
        )
    })?;
    let faults = Catalog::parse(&text).err();
    if faults.is_none() && text != before {
        files::replace(path, &text)?;
    }
    // Where the manifest was at fault by itself, those faults are its own and stand at its own lines.
    let own = faults.as_ref().and_then(|_| Catalog::parse(&before).err());
    let reason = match (&own, &faults) {
        (Some(_), _) => Some("it was not valid before, either: mend that first"),
        (None, Some(_)) => Some("with the document it would not be valid"),
        (None, None) => None,
    };
    let summary = Summary { arguments, imported, manifest: path, merged: &notes };
    let outcome = summary.tell(own.as_ref().or(faults.as_ref()), console)?;
    if let Some(reason) = reason.filter(|_| arguments.format == Format::Human) {
        console.tell(&format!("`{}` is left as it is: {reason}\n", path.display()))?;
    }
    Ok(outcome)
}

/// What is told when all is done.
struct Summary<'a> {
    arguments: &'a Arguments,
    imported: &'a Imported,
    /// What the manifest is called.
    manifest: &'a Path,
    /// About the manifest that was there.
    merged: &'a [Note],
}

/// The same for programs.
#[derive(Serialize)]
struct Report<'a> {
    document: String,
    scopes: usize,
    endpoints: usize,
    notes: &'a [Note],
    merged: &'a [Note],
    faults: Vec<Fault<'a>>,
}

#[derive(Serialize)]
struct Fault<'a> {
    code: &'static str,
    message: &'a str,
    line: usize,
    column: usize,
}

impl Summary<'_> {
    fn tell(&self, faults: Option<&Diagnostics>, console: &mut Console<'_>) -> Result<Outcome, Failure> {
        match self.arguments.format {
            Format::Json => self.tell_programs(faults, console)?,
            Format::Human => self.tell_people(faults, console)?,
        }
        let is_lost = self.imported.notes.iter().chain(self.merged).any(|note| note.is_lost);
        Ok(Outcome::fine_if(faults.is_none() && !is_lost))
    }

    fn tell_people(&self, faults: Option<&Diagnostics>, console: &mut Console<'_>) -> Result<(), Failure> {
        for (path, notes) in [(&*self.arguments.document, &self.imported.notes[..]), (self.manifest, self.merged)] {
            for note in notes {
                console.tell(&format!("{}:{}: {}\n", path.display(), note.place.line, note.sentence))?;
            }
        }
        if let Some(faults) = faults {
            let text = human::faults(faults, &self.manifest.display().to_string(), console.coloring.messages);
            console.tell(&text)?;
        }
        let lost = self.imported.notes.iter().filter(|note| note.is_lost).map(|note| note.place.line);
        let lost = match lost.collect::<BTreeSet<_>>().len() {
            0 => String::new(),
            count => format!("; {} could not be read", counted(count, "line")),
        };
        let draft = &self.imported.draft;
        let (scopes, endpoints) = (counted(draft.scopes.len(), "scope"), counted(draft.endpoints.len(), "endpoint"));
        Ok(console.tell(&format!("{scopes}, {endpoints}{lost}\n"))?)
    }

    fn tell_programs(&self, faults: Option<&Diagnostics>, console: &mut Console<'_>) -> Result<(), Failure> {
        let draft = &self.imported.draft;
        let faults = faults.into_iter().flat_map(Diagnostics::iter).map(|fault| Fault {
            code: fault.code().as_str(),
            message: fault.message(),
            line: fault.line(),
            column: fault.column(),
        });
        let report = Report {
            document: self.arguments.document.display().to_string(),
            scopes: draft.scopes.len(),
            endpoints: draft.endpoints.len(),
            notes: &self.imported.notes,
            merged: self.merged,
            faults: faults.collect(),
        };
        let text = serde_json::to_string_pretty(&report).map_err(|error| Failure::new(error.to_string()))?;
        Ok(console.tell(&(text + "\n"))?)
    }
}
