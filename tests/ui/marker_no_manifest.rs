//! No manifest.

use scopes_runtime::Scopes;

#[derive(Scopes)]
pub struct Api;

fn main() {}
