//! A typo in `all`.

use scopes_tests::sipgate::Sipgate;

const _: scopes_runtime::Requirement<scopes_tests::sipgate::Scope> = Sipgate!(all["contacts:read", "blanace:read"]);

fn main() {}
