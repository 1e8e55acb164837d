//! A form that the macro does not have.

use scopes_tests::sipgate::Sipgate;

const _: scopes_runtime::Requirement<scopes_tests::sipgate::Scope> = Sipgate!(every["openid"]);

fn main() {}
