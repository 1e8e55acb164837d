//! Finds and reads the manifest and the lock beside it: the only place of what takes part in a build that reads files.
//!
//! What comes in: the attribute's literal. What goes out: a catalogue or why there is none, and what the lock refuses of
//! it. `expand` calls it.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use proc_macro2::TokenStream;
use quote::quote;
use scopes_manifest::{Catalog, Diagnostics, Lock};
use syn::LitStr;

/// The manifest of one marker, read.
pub(crate) struct Manifest {
    /// The files that were found; not those that could not be read, so that `include_bytes!` does not fail a second time.
    found: Vec<PathBuf>,
    pub(crate) reading: Result<Catalog, Failure>,
    /// Why the manifest must not be built though it is sound: what tokens that are out would gain, or a lock that cannot
    /// be read.
    pub(crate) refusals: Vec<String>,
}

/// Why there is no catalogue.
pub(crate) enum Failure {
    Unreadable(String),
    Faulty(Diagnostics),
}

/// Reads the file that the attribute names, relative to the folder of the crate's `Cargo.toml`, and its lock.
pub(crate) fn load(manifest: &LitStr) -> Manifest {
    let folder = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let path = folder.join(manifest.value());
    let mut loaded = match read(&path, Catalog::MAX_BYTES) {
        Ok(bytes) => Manifest {
            reading: Catalog::from_bytes(&bytes).map_err(Failure::Faulty),
            found: vec![path.clone()],
            refusals: Vec::new(),
        },
        Err(error) => {
            let reading = Err(Failure::Unreadable(unreadable(manifest, &error)));
            return Manifest { found: Vec::new(), reading, refusals: Vec::new() };
        }
    };
    let (Some(lock), Some(name)) = (Lock::beside(&path), Lock::beside(Path::new(&manifest.value()))) else {
        return loaded;
    };
    let name = name.display().to_string();
    match read_lock(&lock) {
        Ok(None) => {}
        Ok(Some(bytes)) => {
            loaded.found.push(lock);
            loaded.refusals = refusals(&bytes, &name, loaded.reading.as_ref().ok());
        }
        Err(error) => loaded.refusals.push(format!(
            "cannot read the lock `{name}`: {error}\nnote: without it nothing says what tokens that are out may do; \
             write it anew with `cargo scopes lock`"
        )),
    }
    loaded
}

impl Manifest {
    /// Makes the compiler watch the files, so that an edit rebuilds this crate and those downstream. On error paths too:
    /// mending a file must be seen as well.
    ///
    /// A lock that vanishes is seen. One that appears is not, since there is no file to watch, until the crate is
    /// compiled for another reason: but what a lock refuses is a change of the manifest, and that is one.
    pub(crate) fn dependency(&self) -> TokenStream {
        let found = self.found.iter().filter_map(|path| path.to_str());
        quote! {
            #(const _: &[::core::primitive::u8] = ::core::include_bytes!(#found);)*
        }
    }
}

/// The bytes of the lock; `None` where there is none. A link into the void must not pass for no lock.
fn read_lock(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        found => found?,
    };
    read(path, Lock::MAX_BYTES).map(Some)
}

/// The bytes of a regular file: a pipe or a device must not hold the build up. Of one that is too long one byte more than
/// is allowed, so that whoever reads them says so.
fn read(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What the lock refuses. A broken one refuses whatever the manifest says, a sound one only what is more than it allows.
fn refusals(lock: &[u8], name: &str, catalog: Option<&Catalog>) -> Vec<String> {
    match Lock::from_bytes(lock) {
        Ok(lock) if catalog.is_some_and(|catalog| catalog.name() != lock.system()) => {
            let system = lock.system();
            vec![format!("{name} is the lock of the system `{system}`; run cargo scopes lock to accept this one")]
        }
        Ok(lock) => {
            let gains = catalog.map(|catalog| lock.gains(catalog)).unwrap_or_default();
            gains.iter().map(|gain| format!("WIDENED: {gain}; run cargo scopes lock to accept")).collect()
        }
        Err(fault) => vec![format!("{name}:{}:{}: {}", fault.line(), fault.column(), fault.message())],
    }
}

fn unreadable(manifest: &LitStr, error: &io::Error) -> String {
    let name = manifest.value();
    let advice = match error.kind() {
        io::ErrorKind::NotFound => "the path is relative to the folder of Cargo.toml",
        _ => "it must be a file that the build can read",
    };
    format!("cannot read the manifest `{name}`: {error}\nnote: {advice}")
}
