//! A misspelt key of `#[scopes]`.

use scopes_runtime::Scopes;

#[derive(Scopes)]
#[scopes(manfest = "empty.toml")]
pub struct Api;

fn main() {}
