//! The catalogue of Mendix.

use scopes_runtime::Scopes;

/// The scopes of Mendix.
#[derive(Scopes, Debug)]
#[scopes(manifest = "manifests/mendix.toml", path = crate::mendix)]
pub struct Mendix;
