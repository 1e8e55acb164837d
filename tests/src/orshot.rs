//! The catalogue of Orshot.

use scopes_runtime::Scopes;

/// The scopes of Orshot.
#[derive(Scopes, Debug)]
#[scopes(manifest = "manifests/orshot.toml", path = crate::orshot)]
pub struct Orshot;
