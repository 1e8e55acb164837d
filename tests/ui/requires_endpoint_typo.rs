//! A typo in the endpoint of `#[requires]`.

use scopes_runtime::Requires;
use scopes_tests::sipgate::Sipgate;

#[derive(Requires)]
#[requires(Sipgate: endpoint "POST /sesions/fax")]
struct SendFax;

fn main() {}
