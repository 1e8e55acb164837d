//! A permit cannot be used twice.

use scopes_runtime::{Permit, Requires};
use scopes_tests::sipgate::Sipgate;

#[derive(Requires)]
#[requires(Sipgate: "openid")]
struct SignIn;

fn _use(_: Permit<SignIn>) {}

fn _twice(permit: Permit<SignIn>) {
    _use(permit);
    _use(permit);
}

fn main() {}
