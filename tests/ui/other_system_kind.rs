//! A kind of another system's holders.

use scopes_runtime::{Ceiling, Requested};
use scopes_tests::itwin::{Itwin, Scope};
use scopes_tests::mendix::Audience;

fn main() {
    let requested = Requested::<Scope>::parse("email").unwrap();
    let _ = requested.within(&Ceiling::new(Itwin!(set["email"])), Audience::Public);
}
