//! An enum as a marker.

use scopes_runtime::Scopes;

#[derive(Scopes)]
#[scopes(manifest = "good.toml")]
pub enum Api {}

fn main() {}
