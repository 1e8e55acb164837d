//! A consent is given for what was found approvable, and not for a request.

use scopes_runtime::Requested;
use scopes_tests::itwin::Scope;

fn main() {
    let _ = Requested::<Scope>::parse("email").unwrap().consent();
}
