//! An identifier instead of the wire name.

use scopes_tests::sipgate::Sipgate;

const _: scopes_tests::sipgate::Scope = Sipgate!("sessions_sms.write");

fn main() {}
