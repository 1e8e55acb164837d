//! Finds and reads the manifest: the only place of the project's libraries that touches a file.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use proc_macro2::TokenStream;
use quote::quote;
use scopes_manifest::{Catalog, Diagnostics};
use syn::LitStr;

/// The manifest of one marker, read.
pub(crate) struct Manifest {
    /// Where it was found; `None` where nothing could be read, so that `include_bytes!` does not fail a second time.
    found: Option<PathBuf>,
    pub(crate) reading: Result<Catalog, Failure>,
}

/// Why there is no catalogue.
pub(crate) enum Failure {
    Unreadable(String),
    Faulty(Diagnostics),
}

/// Reads the file that the attribute names, relative to the folder of the crate's `Cargo.toml`.
pub(crate) fn load(manifest: &LitStr) -> Manifest {
    let folder = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let path = folder.join(manifest.value());
    match fs::read(&path) {
        Ok(bytes) => Manifest { reading: Catalog::from_bytes(&bytes).map_err(Failure::Faulty), found: Some(path) },
        Err(error) => Manifest { found: None, reading: Err(Failure::Unreadable(unreadable(manifest, &error))) },
    }
}

impl Manifest {
    /// Makes the compiler watch the file, so that an edit rebuilds this crate and those downstream. On error paths
    /// too: mending the file must be seen as well.
    pub(crate) fn dependency(&self) -> TokenStream {
        let Some(path) = self.found.as_deref().and_then(Path::to_str) else { return TokenStream::new() };
        quote! {
            const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
        }
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
