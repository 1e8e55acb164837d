//! Names that Rust uses itself, two systems in one module, no prelude, and every lint denied.

#![no_implicit_prelude]
#![deny(warnings, missing_docs)]

use ::scopes_runtime as renamed;
use renamed::{Requires, Scopes};

/// Names of Rust's own.
#[derive(Scopes)]
#[scopes(manifest = "rust_names.toml", crate = renamed)]
pub struct Names;

/// A second system in the same module.
#[derive(Scopes)]
#[scopes(manifest = "good.toml", scope = Second, set = SecondSet)]
pub struct Other;

/// A third one, in a module.
pub mod auth {
    /// The marker.
    #[derive(::scopes_runtime::Scopes)]
    #[scopes(manifest = "good.toml", path = crate::auth)]
    pub struct Inner;
}

use auth::Inner as Renamed;

/// An operation.
#[derive(Requires)]
#[requires(Renamed: "a:read")]
pub struct Read<T>(T)
where
    T: ::core::marker::Copy;

const NAMES: ScopeSet = Names!(set["option", "none", "some", "ok", "err", "string", "vec", "box", "type", "fn", "words", "system", "self"]);

fn main() {
    ::core::assert!(NAMES == ScopeSet::ALL);
    ::core::assert!(::core::matches!(Scope::Option, Names!("option")));
    ::core::assert!(::core::matches!(Other!("a:read"), Second::ARead));
    ::core::assert!(SecondSet::ALL.contains(Second::ARead));
    ::core::assert!(<Read<u8> as Requires>::REQUIREMENT == ::core::convert::From::from(auth::Scope::ARead));
}
