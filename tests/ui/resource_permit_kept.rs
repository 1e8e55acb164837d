//! A permit for a resource is not kept across a new authorisation.

use scopes_runtime::{Granted, Requires, ResourceGrants};
use scopes_tests::orshot::{Orshot, Scope};

#[derive(Requires)]
#[requires(Orshot: "workspace:read")]
struct ReadWorkspace;

fn main() {
    let granted = Granted::<Scope>::parse("workspace:read").unwrap();
    let mut grants = ResourceGrants::new(granted.clone(), [7, 9]);
    let permit = grants.authorize::<ReadWorkspace>(&7).unwrap();
    let _revoked = grants.reauthorise(granted, [9]);
    println!("{}", permit.resource());
}
