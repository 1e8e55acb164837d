//! A typo in each list is an error of its own.

use scopes_runtime::Scopes;

#[derive(Scopes)]
#[scopes(manifest = "lists_typos.toml")]
pub struct Api;


fn main() {}
