//! No `#[requires]`.

use scopes_runtime::Requires;

#[derive(Requires)]
struct SendSms;

fn main() {}
