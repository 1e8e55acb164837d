//! Nothing after the colon.

use scopes_runtime::Requires;
use scopes_tests::sipgate::Sipgate;

#[derive(Requires)]
#[requires(Sipgate:)]
struct SendSms;

fn main() {}
