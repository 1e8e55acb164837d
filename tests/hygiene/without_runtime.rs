//! A program that names only the crate of the scopes: by glob, and through a module of its own.

#![deny(warnings, missing_docs, clippy::pedantic)]

use scopes_tests::sipgate::*;

mod again {
    pub use scopes_tests::sipgate::Sipgate as Api;
}

fn main() {
    let set = Sipgate!(set["openid", "balance:read"]);
    assert!(set.contains(again::Api!("openid")));
    assert_eq!(again::Api!(endpoint "POST /sessions/sms").to_string(), "sessions:sms:write");
    assert_eq!(Scope::ALL.len(), 102);
}
