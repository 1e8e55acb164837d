//! What comes in: made-up scopes. What goes out: for each contender, the source of a crate that holds them.

pub mod ours;
pub mod strum_enumset;
mod tables;

use crate::names;
use crate::scratch::{Scratch, Source};

/// In the order of [`all`]. The first is what the others are compared with.
pub const NAMES: [&str; 4] = ["ours", "strum-enumset", "strum-enumset-bare", "tables"];

/// A crate of each contender with this many scopes.
pub fn all(scratch: &Scratch, size: usize) -> [Source; 4] {
    let scopes = names::scopes(size);
    let [ours, described, bare, tables] = NAMES.map(|name| format!("{name}-{size}"));
    [
        ours::source(scratch, ours, &scopes),
        strum_enumset::described(described, &scopes),
        strum_enumset::bare(bare, &scopes),
        tables::source(tables, &scopes),
    ]
}
