//! A test of a handler cannot make up the permit either: it has to check a grant, as the server does.

use scopes_runtime::{Permit, Requires};
use scopes_tests::sipgate::Sipgate;

#[derive(Requires)]
#[requires(Sipgate: "contacts:read")]
struct ListContacts;

async fn list(_: Permit<ListContacts>) -> &'static str {
    "Ada, Grace"
}

fn main() {
    let _ = list(());
    let _ = list(Permit::<ListContacts> {});
}
