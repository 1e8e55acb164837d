//! Segments in another order.

use scopes_tests::sipgate::Sipgate;

const _: scopes_tests::sipgate::Scope = Sipgate!("sms:sessions:write");

fn main() {}
