//! Each wrong literal of a set has its own error.

use scopes_tests::sipgate::Sipgate;

const _: scopes_tests::sipgate::ScopeSet = Sipgate!(set["contact:read", "openid", "histroy:read"]);

fn main() {}
