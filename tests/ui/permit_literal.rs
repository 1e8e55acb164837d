//! A permit cannot be written.

use scopes_runtime::{Permit, Requires};
use scopes_tests::sipgate::Sipgate;

#[derive(Requires)]
#[requires(Sipgate: "openid")]
struct SignIn;

fn _forge() -> Permit<SignIn> {
    Permit { checked: std::marker::PhantomData }
}

fn main() {}
