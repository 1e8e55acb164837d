//! A made-up system with every form of `[endpoints]`.

use scopes_runtime::Scopes;

/// The marker.
#[derive(Scopes, Debug)]
#[scopes(manifest = "manifests/web.toml", path = crate::web)]
pub struct Web;
