//! A typo in an `all` within `any`.

use scopes_tests::sipgate::Sipgate;

const _: scopes_runtime::Requirement<scopes_tests::sipgate::Scope> =
    Sipgate!(any["contacts:read", all["openid", "balance:raed"]]);

fn main() {}
