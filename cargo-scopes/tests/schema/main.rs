//! The JSON Schema of the manifest: it is the one in `docs/`, it refuses nothing that the reader accepts, and what the
//! reader refuses it refuses too, unless that cannot be seen without knowing the rest of the file.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects by failing")]

#[path = "../program/mod.rs"]
mod program;

#[path = "../../../scopes-manifest/tests/cases/mod.rs"]
mod cases;
mod random;
mod refused;
mod strings;

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use scopes_manifest::Catalog;
use serde_json::Value;

/// The schema as editors use it.
pub(crate) struct Schema(Validator);

impl Schema {
    pub(crate) fn new() -> Self {
        Self(jsonschema::draft7::new(&cargo_scopes::schema::of_manifest()).unwrap())
    }

    /// What the schema finds; what is no TOML is refused before it is asked.
    pub(crate) fn faults(&self, manifest: &str) -> Vec<String> {
        match toml::from_str::<Value>(manifest) {
            Ok(value) => {
                self.0.iter_errors(&value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
            }
            Err(fault) => vec![fault.to_string()],
        }
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// What the program prints, what it tells, and its exit code.
fn schema(arguments: &[&str]) -> (String, String, u8) {
    program::run(["schema"].iter().chain(arguments).copied()).into_parts()
}

#[test]
fn the_documentation_has_what_is_printed() {
    let file = fs::read_to_string(repository().join("docs/scopes.schema.json")).unwrap();
    let again = "write it anew: cargo run -p cargo-scopes -- scopes schema -o docs/scopes.schema.json";
    assert!(schema(&[]) == (file.clone(), String::new(), 0), "{again}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("written.json");
    assert_eq!(schema(&["--output", path.to_str().unwrap()]), (String::new(), String::new(), 0));
    assert_eq!(fs::read_to_string(&path).unwrap(), file);
    let (document, message, code) = schema(&["-o", folder.path().to_str().unwrap()]);
    assert_eq!((document.as_str(), code), ("", 2));
    assert!(message.contains("it is no regular file"), "{message}");
}

#[test]
fn it_is_a_schema() {
    let schema = cargo_scopes::schema::of_manifest();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    if let Err(fault) = jsonschema::draft7::meta::validate(&schema) {
        panic!("{fault}");
    }
}

#[test]
fn every_catalogue_of_the_repository_is_accepted() {
    let schema = Schema::new();
    let mut paths = vec![repository().join("scopes.toml"), repository().join("tests/demo/scopes.toml")];
    let manifests = fs::read_dir(repository().join("tests/manifests")).unwrap();
    paths.extend(manifests.map(|entry| entry.unwrap().path()).filter(|path| path.extension().unwrap() == "toml"));
    for path in &paths {
        let text = fs::read_to_string(path).unwrap();
        Catalog::parse(&text).unwrap();
        assert_eq!(schema.faults(&text), [""; 0], "{}", path.display());
    }
    assert!(paths.len() > 20, "only {} catalogues were found", paths.len());
}
