//! A program that depends on the crate of the scopes alone.

#![deny(warnings, missing_docs, clippy::all, clippy::pedantic, clippy::nursery)]

use strict::{Granted, Permit, Requires, Scope, Strict};

/// Writing.
#[derive(Requires)]
#[requires(Strict: any["notes:write", all["option", "notes:read"]])]
struct Write;

const fn write(_: &Permit<Write>) -> Scope {
    Strict!("notes:write")
}

fn main() {
    let Ok(granted) = Granted::<Scope>::parse("notes:write") else { return };
    match granted.authorize::<Write>() {
        Ok(permit) => println!("{} {}", write(&permit), strict::shared()),
        Err(denied) => println!("{denied}"),
    }
}
