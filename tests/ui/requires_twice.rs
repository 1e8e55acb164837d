//! Two of them.

use scopes_runtime::Requires;
use scopes_tests::sipgate::Sipgate;

#[derive(Requires)]
#[requires(Sipgate: "openid")]
#[requires(Sipgate: "balance:read")]
struct SendSms;

fn main() {}
