//! A typo in `#[requires]`.

use scopes_runtime::Requires;
use scopes_tests::sipgate::Sipgate;

#[derive(Requires)]
#[requires(Sipgate: "sessions:sms:wirte")]
struct SendSms;

fn _permit(_: scopes_runtime::Permit<SendSms>) {}

fn main() {}
