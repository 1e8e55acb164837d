//! The perfect hash behind `scopes-runtime`: finds a scope by its name with one comparison.
//!
//! What comes in: a name from the network and a [`Lookup`] that was made for one catalogue when its crate was built.
//! What goes out: which scope it is. The name chooses one slot, and that slot's name is compared with it: whoever
//! crafts a name makes it cost one comparison, as any other does. Nothing is allocated. There is no loop over the name
//! and no branch on its bytes but the comparison, unless few of its bytes do not tell it from all others and it is read
//! whole. Called by `scopes-runtime`; made by `scopes-macros` through `search`.

#![no_std]

#[cfg(feature = "search")]
extern crate alloc;

mod plan;
#[cfg(feature = "search")]
mod search;
mod slot;

pub use self::plan::{Plan, Sample, Window};
#[cfg(feature = "search")]
pub use self::search::{Layout, Name, search};
use self::slot::Slot;

/// The table of one catalogue. Written as a constant, so that the compiler folds its plan into the code of the lookup.
#[derive(Clone, Copy, Debug)]
pub struct Lookup<'t> {
    /// How a name becomes a hash.
    pub plan: Plan<'t>,
    /// How far a bucket's slots are displaced: two bytes for each of a power of two of buckets.
    pub pilots: &'t [u8],
    /// Eight bytes for each of a power of two of slots.
    pub slots: &'t [u8],
    /// What the slots' names are parts of.
    pub names: &'t str,
}

impl Lookup<'_> {
    /// A table without names.
    pub const EMPTY: Self =
        Self { plan: Plan { seed: 0, sample: Sample::Whole }, pilots: &[0; 2], slots: &[0; slot::BYTES], names: "" };

    /// The index of the scope with this name or alias: byte-equal, nothing else.
    // Out of line the plan would be interpreted and not folded; each catalogue has its own copy.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    #[must_use]
    pub fn find(&self, name: &[u8]) -> Option<usize> {
        let hash = self.plan.hash(name)?;
        let (pilots, _) = self.pilots.as_chunks();
        let pilot = u16::from_le_bytes(*pilots.get(bucket(hash, pilots.len()))?);
        let (slots, _) = self.slots.as_chunks();
        let slot = Slot::from_bytes(*slots.get(place(hash, pilot, slots.len()))?);
        if slot.length() != name.len() {
            return None;
        }
        let known = self.names.as_bytes().get(slot.start()..slot.start() + slot.length())?;
        if known == name { Some(slot.owner()) } else { None }
    }
}

/// The bucket of a hash: its lowest bits.
#[allow(clippy::inline_always, clippy::cast_possible_truncation)]
#[inline(always)]
const fn bucket(hash: u64, buckets: usize) -> usize {
    hash as usize & buckets.wrapping_sub(1)
}

/// The slot of a hash: its highest bits, displaced as the pilot of its bucket says.
#[allow(clippy::inline_always, clippy::cast_possible_truncation)]
#[inline(always)]
const fn place(hash: u64, pilot: u16, slots: usize) -> usize {
    ((hash >> 32) as u32 ^ pilot as u32) as usize & slots.wrapping_sub(1)
}
