//! An empty `all`.

use scopes_tests::sipgate::Sipgate;

const _: scopes_runtime::Requirement<scopes_tests::sipgate::Scope> = Sipgate!(all[]);

fn main() {}
