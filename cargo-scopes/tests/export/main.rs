//! `export`, and the draft between a catalogue and its text: what each format carries, and that nothing is lost on the way.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

#[path = "../generator/mod.rs"]
mod generator;
#[path = "../markup/mod.rs"]
mod markup;
#[path = "../program/mod.rs"]
mod program;
#[path = "../projection/mod.rs"]
mod projection;

mod documents;
mod draft;
mod html;
mod keys;
mod openapi;
mod round_trip;
