//! The catalogue of the token vectors.

use scopes_runtime::Scopes;

/// The scopes of the token vectors.
#[derive(Scopes, Debug)]
#[scopes(manifest = "manifests/vectors.toml", path = crate::vectors)]
pub struct Vectors;
