//! A permit has no default.

use scopes_runtime::{Permit, Requires};
use scopes_tests::sipgate::Sipgate;

#[derive(Requires)]
#[requires(Sipgate: "openid")]
struct SignIn;

fn _forge() -> Permit<SignIn> {
    Default::default()
}

fn main() {}
