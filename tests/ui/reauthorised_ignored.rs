//! What a new authorisation changes cannot be ignored.

#![deny(unused_must_use)]

use scopes_runtime::Granted;
use scopes_tests::orshot::Scope;

fn main() {
    let granted = Granted::<Scope>::parse("workspace:read").unwrap();
    granted.reauthorise(Granted::default());
}
