//! `cargo scopes diff`: every kind of change is found and has its class, and no widening is ever called harmless.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod compared;
mod complete;
// What random manifests are and what tokens may do under them is said once, beside the model that is tested.
#[path = "../../../scopes-manifest/tests/authority/draft.rs"]
mod draft;
mod every_kind;
#[path = "../generator/mod.rs"]
mod generator;
mod kinds;
#[path = "../../../scopes-manifest/tests/authority/naive.rs"]
mod naive;
#[path = "../program/mod.rs"]
mod program;
mod properties;
mod restated;
mod revisions;
mod words;
