//! What comes in: made-up scopes. What goes out: a manifest, and a crate that derives them from it.

use crate::names::Made;
use crate::scratch::{Scratch, Source};

pub fn source(scratch: &Scratch, name: String, scopes: &[Made]) -> Source {
    let lib = "\
use scopes_runtime::Scopes;

#[derive(Scopes)]
#[scopes(manifest = \"scopes.toml\")]
pub struct Marker;
";
    Source {
        name,
        dependencies: scratch.library(""),
        lib: lib.to_owned(),
        beside: Some(("scopes.toml", manifest(scopes))),
    }
}

fn manifest(scopes: &[Made]) -> String {
    let head = "format = 1\n\n[system]\nname = \"made-up\"\n\n[scopes]\n".to_owned();
    scopes.iter().fold(head, |text, scope| text + &format!("{:?} = {:?}\n", scope.name, scope.description))
}
