//! The search for a table: which bytes to read, and where each name goes.
//!
//! What comes in: the names of a catalogue, each once. What goes out: a [`Layout`] in which no two names share a slot.
//! The same names always give the same layout, and the work is in proportion to the names, with a bound for each of
//! them. Runs inside a compiler that was asked for no optimisation, so it computes what it can once.

mod shape;
mod windows;

use alloc::vec;
use alloc::vec::Vec;

use self::shape::Shape;
use crate::plan::{Plan, Sample, Window, Words, mix};
use crate::slot::{self, Slot};

/// A name, where it stands in the text of all names, and the index of the scope that it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Name<'n> {
    /// The name.
    pub text: &'n str,
    /// The byte where it begins.
    pub start: u32,
    /// The index of its scope: an alias has that of another name.
    pub owner: u32,
}

/// A table for some names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// See [`Plan`].
    pub seed: u64,
    /// How many bytes a window has: 8, 4 or 1, and 0 where names are read whole.
    pub width: usize,
    /// Where they stand.
    pub windows: Vec<Window>,
    /// See [`Lookup`](crate::Lookup).
    pub pilots: Vec<u8>,
    /// See [`Lookup`](crate::Lookup).
    pub slots: Vec<u8>,
}

/// Finds a table for these names, none of them empty and none given twice; `None` where the bounded search finds
/// none, which takes names made to defeat it.
#[must_use]
pub fn search(names: &[Name<'_>]) -> Option<Layout> {
    let texts: Vec<&str> = names.iter().map(|name| name.text).collect();
    let (width, windows) = windows::choose(&texts);
    // Names of a regular pattern can meet in few windows whatever the seed; read whole they are mixed more than once.
    let by_windows = if width == 0 { None } else { arranged(names, &texts, width, windows) };
    by_windows.or_else(|| arranged(names, &texts, 0, Vec::new()))
}

/// A table for names that are read by these windows.
fn arranged(names: &[Name<'_>], texts: &[&str], width: usize, windows: Vec<Window>) -> Option<Layout> {
    let sample = sample(width, &windows);
    let windowed = words(texts, sample, 0)?;
    for shape in Shape::candidates(names.len()) {
        for seed in (1..=shape.attempts).map(scramble) {
            let whole = if width == 0 { Some(words(texts, sample, seed)?) } else { None };
            let hashes = whole.as_ref().unwrap_or(&windowed).iter().map(|words| mix(*words, seed));
            if let Some((pilots, places)) = shape.arrange(hashes) {
                let slots = slots(names, &places, shape.slots)?;
                let pilots = pilots.into_iter().flat_map(u16::to_le_bytes).collect();
                return Some(Layout { seed, width, windows, pilots, slots });
            }
        }
    }
    None
}

/// The column of slots, given the place of each name.
fn slots(names: &[Name<'_>], places: &[usize], count: usize) -> Option<Vec<u8>> {
    let mut slots = vec![[0; slot::BYTES]; count];
    for (name, place) in names.iter().zip(places) {
        *slots.get_mut(*place)? = Slot::new(name.start, name.text.len(), name.owner)?.to_bytes();
    }
    Some(slots.concat())
}

impl Layout {
    /// How a table of this layout turns names into hashes.
    #[must_use]
    pub fn plan(&self) -> Plan<'_> {
        Plan { seed: self.seed, sample: sample(self.width, &self.windows) }
    }
}

fn sample(width: usize, windows: &[Window]) -> Sample<'_> {
    match width {
        8 => Sample::Eight(windows),
        4 => Sample::Four(windows),
        1 => Sample::One(windows),
        _ => Sample::Whole,
    }
}

fn words(names: &[&str], sample: Sample<'_>, seed: u64) -> Option<Vec<Words>> {
    names.iter().map(|name| sample.read(name.as_bytes(), seed)).collect()
}

/// Seeds without a pattern: the finaliser of `SplitMix64`.
fn scramble(number: u64) -> u64 {
    let mut seed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    seed = (seed ^ seed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    seed = (seed ^ seed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    seed ^ seed >> 31
}
