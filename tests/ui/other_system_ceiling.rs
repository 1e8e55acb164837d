//! The ceiling of another system.

use scopes_runtime::{Ceiling, Holder, Requested};
use scopes_tests::{itwin, mendix};

fn main() {
    let requested = Requested::<itwin::Scope>::parse("email").unwrap();
    let ceiling = Ceiling::new(mendix::Mendix!(set["email"]));
    let _ = requested.within(&ceiling, Holder::UNKNOWN);
}
