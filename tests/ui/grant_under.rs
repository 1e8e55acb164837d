//! A grant in `under`.

use scopes_tests::vectors::Vectors;

const _: scopes_runtime::Requirement<scopes_tests::vectors::Scope> = Vectors!(all["read"] under["write"]);

fn main() {}
