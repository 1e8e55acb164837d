//! A crate whose author denies every lint there is to deny, has no standard library, and calls the runtime otherwise.

#![no_std]
#![deny(warnings, missing_docs, unsafe_code, unreachable_pub, unused_qualifications, rustdoc::all)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery, clippy::unwrap_used, clippy::indexing_slicing)]
#![deny(clippy::missing_docs_in_private_items, clippy::absolute_paths, clippy::exhaustive_enums)]
#![allow(clippy::redundant_pub_crate, reason = "its opposite, `unreachable_pub`, is denied")]

pub use renamed::{Granted, Permit, Requires};

/// The marker.
#[derive(renamed::Scopes)]
#[scopes(manifest = "scopes.toml", crate = ::renamed)]
pub struct Strict;

/// Nobody outside sees it.
mod inner {
    /// A private marker in a module, with names of its own.
    #[derive(renamed::Scopes)]
    #[scopes(manifest = "scopes.toml", path = crate::inner, scope = Name, set = Names, crate = ::renamed)]
    pub(super) struct Private;

    /// Uses it.
    #[must_use]
    pub(super) const fn both() -> Names {
        Private!(set["notes:read", "notes:write"])
    }
}

/// Reading.
#[derive(Requires)]
#[requires(Strict: endpoint "GET /notes")]
pub struct Read;

/// Needs the proof.
#[must_use]
pub const fn read(_: &Permit<Read>) -> Scope {
    Strict!("notes:read")
}

/// How many scopes two systems share.
#[must_use]
pub fn shared() -> usize {
    inner::both().len() + Strict::READER.len()
}
