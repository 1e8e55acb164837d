//! Writes a file as a whole or not at all: to a file of another name in the same folder, which then takes the name.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use scopes_manifest::Catalog;
use tempfile::{Builder, NamedTempFile};

use super::read::{Input, read};
use crate::failure::Failure;

/// Makes a file that is not there yet. One that is there stays as it is.
pub(crate) fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let file = written(path, text)?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Failure::with_help(format!("`{}` is there already", path.display()), "nothing was written"))
        }
        Err(error) => Err(unwritable(path, &error.error)),
    }
}

/// Makes a document, or puts it in the place of an older one. A manifest is no document: it is not replaced.
pub(crate) fn document(path: &Path, text: &str) -> Result<(), Failure> {
    if is_manifest(path)? {
        let what = format!("`{}` is a manifest, and would be replaced by what is made of it", path.display());
        return Err(Failure::with_help(what, "name another file; nothing was written"));
    }
    replace(path, text)
}

/// Whether scopes can be read out of what is there.
fn is_manifest(path: &Path) -> Result<bool, Failure> {
    // What is no file cannot be written either, which is told when it is tried.
    if !path.is_file() {
        return Ok(false);
    }
    Ok(match Catalog::from_bytes(&read(path, Input::Manifest)?) {
        Ok(_) => true,
        Err(faults) => !faults.salvage().scopes().is_empty(),
    })
}

/// Makes a file, or puts the text in the place of what is there. A symbolic link stays one: its target is replaced.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let target = match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_symlink() => fs::canonicalize(path).map_err(|error| unwritable(path, &error))?,
        _ => path.to_owned(),
    };
    let permissions = match fs::metadata(&target) {
        Ok(metadata) if !metadata.is_file() => {
            return Err(Failure::new(format!("cannot write `{}`: it is no regular file", path.display())));
        }
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err(Failure::new(format!("cannot write `{}`: it is read-only", path.display())));
        }
        Ok(metadata) => Some(metadata.permissions()),
        Err(_) => None,
    };
    let file = written(&target, text)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions).map_err(|error| unwritable(path, &error))?;
    }
    file.persist(&target).map_err(|error| unwritable(path, &error.error))?;
    Ok(())
}

/// The text in a temporary file beside the one that it is to become.
fn written(path: &Path, text: &str) -> Result<NamedTempFile, Failure> {
    let failed = |error: io::Error| unwritable(path, &error);
    if path == Path::new("-") {
        let what = "`-` is no file that could be written";
        return Err(Failure::with_help(what, "leave the option out for the standard output, or write `./-`"));
    }
    let mut builder = Builder::new();
    builder.prefix(".scopes-").suffix(".tmp");
    // Temporary files are private by default; what lands has the mode of any new file.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder(path)).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    Ok(file)
}

fn folder(path: &Path) -> PathBuf {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_owned)
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("cannot write `{}`: {error}", path.display()))
}
