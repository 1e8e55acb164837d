//! The catalogue of sipgate.

use scopes_runtime::Scopes;

/// The scopes of sipgate.
#[derive(Scopes, Debug)]
#[scopes(manifest = "../scopes.toml", path = crate::sipgate)]
pub struct Sipgate;
