//! An empty alternative.

use scopes_tests::sipgate::Sipgate;

const _: scopes_runtime::Requirement<scopes_tests::sipgate::Scope> = Sipgate!(any["openid", all[]]);

fn main() {}
