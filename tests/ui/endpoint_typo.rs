//! A typo in an endpoint.

use scopes_tests::sipgate::Sipgate;

const _: scopes_runtime::Requirement<scopes_tests::sipgate::Scope> = Sipgate!(endpoint "POST /sessions/smss");

fn main() {}
