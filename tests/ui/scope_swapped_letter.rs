//! A swapped letter in a constant.

use scopes_tests::sipgate::Sipgate;

const _: scopes_tests::sipgate::Scope = Sipgate!("sessions:sms:wirte");

fn main() {}
