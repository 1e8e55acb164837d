//! A name twice in a set.

use scopes_tests::sipgate::Sipgate;

const _: scopes_tests::sipgate::ScopeSet = Sipgate!(set["openid", "openid"]);

fn main() {}
