//! What was asked for is not what was granted.

use scopes_runtime::{Requested, Requires};
use scopes_tests::itwin::{Itwin, Scope};

#[derive(Requires)]
#[requires(Itwin: "email")]
struct ReadEmail;

fn main() {
    let requested = Requested::<Scope>::parse("email").unwrap();
    let _ = requested.authorize::<ReadEmail>();
}
