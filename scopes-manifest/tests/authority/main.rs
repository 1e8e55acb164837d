//! What one manifest gained over another: each kind of gain by an example, and no gain missed or made up, held against
//! a naive model of what tokens may do.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod draft;
mod examples;
mod large;
mod lock;
mod naive;
mod properties;
