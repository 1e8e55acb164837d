//! Workspaces of their own, so that a test sees what a user's crate sees: written under the target folder, locked to
//! the versions that this workspace has.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A workspace in a folder of this name with these files; `{runtime}` in them is the path of `scopes-runtime`.
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    pub(crate) fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&root);
        let workspace = Self { root };
        for (path, text) in files {
            workspace.write(path, text);
        }
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        fs::copy(repository.join("Cargo.lock"), workspace.root.join("Cargo.lock")).unwrap();
        workspace
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("scopes-runtime");
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text.replace("{runtime}", &runtime.display().to_string())).unwrap();
    }

    /// Where a file of it is.
    #[allow(dead_code, reason = "each test compiles this file, and not each asks")]
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Runs cargo without the network; what it did, and what it said.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> (Output, String) {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .args(["--offline", "--color", "never"])
            // One for all of them, and kept: the macros and what they need are built once. Cargo tells crates of several
            // workspaces apart by name and version alone, so the tests' crates differ in that.
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("scratch"))
            .env_remove("RUSTFLAGS")
            .current_dir(&self.root)
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        (output, text)
    }
}
