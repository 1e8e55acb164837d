//! A name that no literal of the macro could hold is one fault, and the other scopes can be used.

use scopes_runtime::Scopes;

#[derive(Scopes)]
#[scopes(manifest = "odd_name.toml")]
pub struct Api;

#[deny(unreachable_patterns)]
fn _uses(scope: Scope) -> bool {
    matches!(scope, Api!("a:read") | Api!("2fa:read")) && scope == Scope::SecondFactorRead
}

fn main() {}
