//! The catalogue of iTwin Platform.

use scopes_runtime::Scopes;

/// The scopes of iTwin Platform.
#[derive(Scopes, Debug)]
#[scopes(manifest = "manifests/itwin.toml", path = crate::itwin)]
pub struct Itwin;
