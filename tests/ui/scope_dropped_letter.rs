//! A dropped letter in an expression.

use scopes_tests::sipgate::Sipgate;

fn _scope() -> scopes_tests::sipgate::Scope {
    Sipgate!("contacts:rad")
}

fn main() {}
