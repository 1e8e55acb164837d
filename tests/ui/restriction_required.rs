//! A restriction as a requirement.

use scopes_tests::vectors::Vectors;

const _: scopes_runtime::Requirement<scopes_tests::vectors::Scope> = Vectors!(all["lim"]);

fn main() {}
