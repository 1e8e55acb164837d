//! A function that needs a grant takes no request.

use scopes_runtime::{Granted, Requested};
use scopes_tests::itwin::Scope;

fn serve(_: &Granted<Scope>) {}

fn main() {
    serve(&Requested::<Scope>::parse("email").unwrap());
}
