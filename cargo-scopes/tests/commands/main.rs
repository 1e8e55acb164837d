//! The other commands: what they find, what they print, and how they exit.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

#[path = "../program/mod.rs"]
mod program;
#[path = "../../../tests/tests/scratch/mod.rs"]
mod scratch;

mod check;
mod explain;
mod files;
mod init;
mod lock;
mod reach;
mod runtime;
