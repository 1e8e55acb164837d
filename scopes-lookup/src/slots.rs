//! The columns of a [`Lookup`](crate::Lookup), laid out while the crate of the catalogue is compiled.
//!
//! What comes in: the names in manifest order, and where the search has put each. What goes out: the columns by slot.
//! The derive writes each name once, and the empty slots not at all.

/// The name in each slot. The names come as the runtime prints them, with a space behind.
#[must_use]
pub const fn slots<'n, const SLOTS: usize>(spaced_names: &[&'n str], places: &[u32]) -> [&'n str; SLOTS] {
    let mut slots = [""; SLOTS];
    let mut index = 0;
    while index < spaced_names.len() {
        let spaced = spaced_names[index];
        slots[places[index] as usize] = spaced.split_at(spaced.len() - 1).0;
        index += 1;
    }
    slots
}

/// The scope of each slot: names stand for the scope of their own index, and aliases, which follow them, for those
/// given.
#[must_use]
pub const fn owners<const SLOTS: usize>(names: usize, aliased: &[u32], places: &[u32]) -> [u32; SLOTS] {
    let mut owners = [0; SLOTS];
    let mut index = 0;
    while index < places.len() {
        // A manifest of 1 MiB has fewer names than a `u32` counts.
        #[allow(clippy::cast_possible_truncation)]
        let owner = if index < names { index as u32 } else { aliased[index - names] };
        owners[places[index] as usize] = owner;
        index += 1;
    }
    owners
}
