//! `cargo scopes`, the command line of `scopes.toml`.
//!
//! Arguments come in; documents go to the standard output, messages to the standard error, and an exit code says how it
//! went: 0 fine; 1 the answer is no (faults, a denied change, a scope that does not allow a call); 2 there is no answer
//! (usage, a file that cannot be read or written, a manifest that is not valid where a valid one is needed).
//!
//! [`run`] is the program over streams of the caller's own (files, the current folder and `git` are those of the process);
//! the modules under it make the documents and can be used alone:
//!
//! ```
//! use cargo_scopes::draft::Draft;
//! use scopes_manifest::Catalog;
//!
//! let catalog = Catalog::parse("format = 1\n[system]\nname = \"calendar\"\n[scopes]\n\"events:read\" = \"Read events.\"\n")?;
//! let manifest = Draft::of(&catalog).to_toml();
//! assert!(manifest.contains("\"events:read\" = \"Read events.\""));
//! # Ok::<(), scopes_manifest::Diagnostics>(())
//! ```

pub mod change;
mod cli;
mod columns;
mod commands;
mod console;
mod counted;
pub mod draft;
pub mod explanation;
pub mod export;
mod failure;
mod files;
pub mod graph;
mod groups;
pub mod import;
mod names;
mod note;
mod place;
pub mod reach;
mod report;
pub mod schema;
mod visible;

pub use crate::cli::{main, run};
pub use crate::console::{Coloring, Console};
pub use crate::note::Note;
pub use crate::place::Place;
