//! A doubled letter in a pattern.

use scopes_tests::sipgate::Sipgate;

fn _is(scope: scopes_tests::sipgate::Scope) -> bool {
    matches!(scope, Sipgate!("openidd"))
}

fn main() {}
