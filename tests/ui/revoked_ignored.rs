//! What is revoked cannot be ignored.

#![deny(unused_must_use)]

use scopes_runtime::{Granted, ResourceGrants};
use scopes_tests::orshot::Scope;

fn main() {
    let granted = Granted::<Scope>::parse("workspace:read").unwrap();
    let mut grants = ResourceGrants::new(granted.clone(), [7, 9]);
    grants.reauthorise(granted, [9]);
}
