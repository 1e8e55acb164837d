//! A kind of client that the manifest does not list.

use scopes_runtime::{Ceiling, Requested};
use scopes_tests::itwin::{Client, Itwin, Scope};

fn main() {
    let requested = Requested::<Scope>::parse("email").unwrap();
    let _ = requested.within(&Ceiling::new(Itwin!(set["email"])), Client::Dekstop);
}
