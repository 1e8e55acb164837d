//! `import` and `--merge`: what comes out of each format, what is told, and what documents that are made to do harm come to.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

#[path = "../generator/mod.rs"]
mod generator;
#[path = "../program/mod.rs"]
mod program;

mod fitting;
mod formats;
#[cfg(unix)]
mod hostile;
mod markdown;
mod merge;
mod openapi;
mod pages;
mod properties;
