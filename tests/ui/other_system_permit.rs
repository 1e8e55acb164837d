//! A grant of one system for an operation of another.

use scopes_runtime::{Granted, Permit, Requires};
use scopes_tests::sipgate::Sipgate;

#[derive(Requires)]
#[requires(Sipgate: "openid")]
struct SignIn;

fn _forge(granted: &Granted<scopes_tests::itwin::Scope>) -> Permit<SignIn> {
    granted.authorize::<SignIn>().unwrap()
}

fn main() {}
