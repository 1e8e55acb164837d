//! An alias instead of the name.

use scopes_tests::vectors::Vectors;

const _: scopes_tests::vectors::Scope = Vectors!("legacy");

fn main() {}
