//! An empty manifest.

use scopes_runtime::Scopes;

#[derive(Scopes)]
#[scopes(manifest = "empty.toml")]
pub struct Api;


fn main() {}
