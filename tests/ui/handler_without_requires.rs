//! A handler can ask for the permit of an operation alone: a type that says what it requires.

use axum::extract::FromRequestParts;
use scopes_runtime::Permit;

struct ListContacts;

fn is_extractor<T: FromRequestParts<()>>() {}

fn main() {
    is_extractor::<Permit<ListContacts>>();
}
