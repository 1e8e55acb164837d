//! A public endpoint requires nothing.

use scopes_tests::sipgate::Sipgate;

const _: scopes_runtime::Requirement<scopes_tests::sipgate::Scope> = Sipgate!(endpoint "GET /health");

fn main() {}
