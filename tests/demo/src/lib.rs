//! Four scopes for the examples in the documentation of `scopes-runtime`. It is a crate of its own, so that the
//! examples use a catalogue as any downstream crate does.

#![no_std]

use scopes_runtime::Scopes;

/// The marker of the example system.
#[derive(Scopes, Debug)]
#[scopes(manifest = "scopes.toml")]
pub struct Demo;
