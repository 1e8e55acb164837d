//! Where the manifest is: as cargo finds its own, in this folder or the nearest above.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The file's usual name.
pub(crate) const MANIFEST: &str = "scopes.toml";

/// The manifest that was named, or the nearest.
pub(crate) fn manifest(named: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(path) = named {
        return Ok(path.to_owned());
    }
    // A link into the void is the manifest too: reading it says what is wrong.
    let is_there = |path: &Path| path.symlink_metadata().is_ok();
    if is_there(Path::new(MANIFEST)) {
        return Ok(PathBuf::from(MANIFEST));
    }
    let folder =
        env::current_dir().map_err(|error| Failure::new(format!("cannot tell the current folder: {error}")))?;
    let found = folder.ancestors().map(|folder| folder.join(MANIFEST)).find(|path| is_there(path));
    found.ok_or_else(|| {
        Failure::with_help(
            format!("there is no `{MANIFEST}` in `{}` or in any folder above", folder.display()),
            "name the file, or make one with `cargo scopes init`",
        )
    })
}
