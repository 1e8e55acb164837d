//! What comes in: the checkout of the library, and the sources of packages. What goes out: a temporary folder with a
//! copy of the library, and [`Package`]s in it, ready for cargo.
//!
//! The library is copied, so that nobody who edits it meanwhile makes a measured run build it again.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use tempfile::TempDir;

/// Folders of the checkout that no build of the library reads.
const LEFT_OUT: [&str; 3] = ["target", "benches", ".git"];

pub struct Scratch {
    folder: TempDir,
}

/// What a package is made of.
pub struct Source {
    pub name: String,
    /// The lines under `[dependencies]`.
    pub dependencies: String,
    /// `src/lib.rs`
    pub lib: String,
    /// Name and text of a further file beside `Cargo.toml`.
    pub beside: Option<(&'static str, String)>,
}

/// A package on disk.
pub struct Package {
    pub name: String,
    pub folder: PathBuf,
}

impl Scratch {
    pub fn new(library: &Path) -> Result<Self, String> {
        let folder = tempfile::Builder::new()
            .prefix("scopes-compile-")
            .tempdir()
            .map_err(|error| format!("temporary folder: {error}"))?;
        copy(library, &folder.path().join("library"))?;
        Ok(Self { folder })
    }

    /// The line under `[dependencies]` for the library. `keys` goes into the table: `, features = ["serde"]`.
    pub fn library(&self, keys: &str) -> String {
        let path = self.folder.path().join("library/scopes-runtime");
        format!("scopes-runtime = {{ path = {path:?}{keys} }}\n")
    }

    /// The target folder that all packages share, so that dependencies are built once.
    pub fn target(&self) -> PathBuf {
        self.folder.path().join("target")
    }

    /// An empty folder for one build, removed when it is dropped.
    pub fn fresh_target(&self) -> Result<TempDir, String> {
        TempDir::new_in(self.folder.path()).map_err(|error| format!("temporary folder: {error}"))
    }

    pub fn write(&self, source: &Source) -> Result<Package, String> {
        let folder = self.folder.path().join(&source.name);
        // The empty table keeps cargo from looking for a workspace in the folders above.
        let manifest = format!(
            "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{}\n[workspace]\n",
            source.name, source.dependencies
        );
        make(&folder.join("src"))?;
        put(&folder.join("Cargo.toml"), &manifest)?;
        put(&folder.join("src/lib.rs"), &source.lib)?;
        if let Some((name, text)) = &source.beside {
            put(&folder.join(name), text)?;
        }
        Ok(Package { name: source.name.clone(), folder })
    }
}

impl Package {
    /// Makes cargo build this package again, and nothing else.
    pub fn touch(&self) -> Result<(), String> {
        let path = self.folder.join("src/lib.rs");
        File::options()
            .write(true)
            .open(&path)
            .and_then(|file| file.set_modified(SystemTime::now()))
            .map_err(|error| format!("{}: {error}", path.display()))
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |error| format!("{}: {error}", from.display());
    make(to)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (name, kind) = (entry.file_name(), entry.file_type().map_err(failed)?);
        if kind.is_dir() {
            if !LEFT_OUT.iter().any(|left_out| name == OsStr::new(left_out)) {
                copy(&entry.path(), &to.join(&name))?;
            }
        } else {
            fs::copy(entry.path(), to.join(&name)).map_err(failed)?;
        }
    }
    Ok(())
}

fn make(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

fn put(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
