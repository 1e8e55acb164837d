//! One slot as eight bytes: where its name stands, how long it is, and which scope it stands for.
//!
//! A column of slots is written as one literal of bytes: as literals of their own, thousands of them would keep the
//! compiler busy for longer than all else that is derived. A slot without a name has the length 0, which no name has.

const START_BITS: u32 = 32;
const LENGTH_BITS: u32 = 12;

/// How many bytes a slot takes.
pub(crate) const BYTES: usize = 8;

#[derive(Clone, Copy)]
pub(crate) struct Slot(u64);

impl Slot {
    /// `None` where a number is too large, which takes names that no manifest can hold.
    #[cfg(feature = "search")]
    pub(crate) fn new(start: u32, length: usize, owner: u32) -> Option<Self> {
        let length = u64::try_from(length).ok().filter(|length| length >> LENGTH_BITS == 0)?;
        let owner = Some(u64::from(owner)).filter(|owner| owner >> (u64::BITS - START_BITS - LENGTH_BITS) == 0)?;
        Some(Self(u64::from(start) | length << START_BITS | owner << (START_BITS + LENGTH_BITS)))
    }

    #[cfg(feature = "search")]
    pub(crate) const fn to_bytes(self) -> [u8; BYTES] {
        self.0.to_le_bytes()
    }

    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub(crate) const fn from_bytes(bytes: [u8; BYTES]) -> Self {
        Self(u64::from_le_bytes(bytes))
    }

    /// Where the name begins.
    #[allow(clippy::inline_always, clippy::cast_possible_truncation)]
    #[inline(always)]
    pub(crate) const fn start(self) -> usize {
        self.0 as u32 as usize
    }

    /// How many bytes it has.
    #[allow(clippy::inline_always, clippy::cast_possible_truncation)]
    #[inline(always)]
    pub(crate) const fn length(self) -> usize {
        (self.0 >> START_BITS) as usize & ((1 << LENGTH_BITS) - 1)
    }

    /// The index of the scope that it stands for.
    #[allow(clippy::inline_always, clippy::cast_possible_truncation)]
    #[inline(always)]
    pub(crate) const fn owner(self) -> usize {
        (self.0 >> (START_BITS + LENGTH_BITS)) as usize
    }
}
