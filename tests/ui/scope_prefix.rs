//! A prefix of a name, with what stands under it.

use scopes_tests::sipgate::Sipgate;

const _: scopes_tests::sipgate::Scope = Sipgate!("sessions:video:transcripts");

fn main() {}
