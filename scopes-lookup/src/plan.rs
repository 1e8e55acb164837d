//! From a name to its hash: a few bytes at places that the search has chosen, mixed to 64 bits.
//!
//! What comes in: a name from the manifest or the network, and the plan of a table. What goes out: the same hash for
//! the same bytes, wherever it is computed. A name that the plan tells from all others by some of its bytes is not read
//! whole: the comparison that follows does that.

/// Which bytes of a name are hashed, and with which seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan<'w> {
    /// Makes the hash another one where two names met in it.
    pub seed: u64,
    /// What is read of a name.
    pub sample: Sample<'w>,
}

/// What is read of a name, beside its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample<'w> {
    /// At most two windows of eight bytes; every name has at least eight.
    Eight(&'w [Window]),
    /// At most four windows of four bytes; every name has at least four.
    Four(&'w [Window]),
    /// At most sixteen bytes; every name has at least one.
    One(&'w [Window]),
    /// The whole name, of at most 256 bytes, where no few windows tell all names apart.
    Whole,
}

/// Where a window stands. In a name too short for it, it stands as near as it can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Window {
    /// So many bytes after the beginning.
    Start(u8),
    /// So many bytes before the end.
    End(u8),
}

/// What of a name is hashed: two words, told apart by the seed.
pub(crate) type Words = [u64; 2];

impl Plan<'_> {
    /// The hash of a name; `None` for one that is shorter than a window, which no name of the table is.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub(crate) fn hash(&self, name: &[u8]) -> Option<u64> {
        self.sample.read(name, self.seed).map(|words| mix(words, self.seed))
    }
}

impl Sample<'_> {
    /// What is hashed of a name. The seed matters only where the name is read whole.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub(crate) fn read(self, name: &[u8], seed: u64) -> Option<Words> {
        match self {
            Self::Eight(windows) => read(windows, name, u64::from_le_bytes),
            Self::Four(windows) => read(windows, name, |bytes| u32::from_le_bytes(bytes).into()),
            Self::One(windows) => read(windows, name, |[byte]| byte.into()),
            Self::Whole => read_whole(name, seed),
        }
    }
}

/// The windows side by side: the first eight bytes in the left word, the others in the right.
#[allow(clippy::inline_always)]
#[inline(always)]
fn read<const W: usize>(windows: &[Window], name: &[u8], number: impl Fn([u8; W]) -> u64) -> Option<Words> {
    name.len().checked_sub(W)?;
    let mut words = [0; 2];
    for (place, window) in windows.iter().enumerate() {
        let [word, shift] = [place * W / 8 % 2, place * W % 8 * 8];
        words[word] |= number(window.read(name)?) << shift;
    }
    words[0] = words[0].wrapping_add(name.len() as u64);
    Some(words)
}

/// No scope has a longer name (`MAX_NAME` of `scopes-manifest`), so no longer string is worth reading.
const LONGEST: usize = 256;

fn read_whole(name: &[u8], seed: u64) -> Option<Words> {
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    let (chunks, rest) = name.as_chunks::<8>();
    // `mix` tells the second word from the seed, so that word must not begin as the seed.
    let folded = chunks.iter().fold(seed, |hash, chunk| mix([u64::from_le_bytes(*chunk) ^ hash, 0], seed));
    let rest = rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    Some([folded, rest.wrapping_add((name.len() as u64) << 56)])
}

impl Window {
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn read<const W: usize>(self, name: &[u8]) -> Option<[u8; W]> {
        match self {
            // These two are what the others come to; the compiler does not see it and would clamp.
            Self::Start(0) => name.first_chunk().copied(),
            Self::End(0) => name.last_chunk().copied(),
            Self::Start(offset) => {
                let last = name.len().checked_sub(W)?;
                name.get(last.min(offset.into())..)?.first_chunk().copied()
            }
            Self::End(offset) => {
                let last = name.len().checked_sub(W)?;
                name.get(last.saturating_sub(offset.into())..)?.first_chunk().copied()
            }
        }
    }
}

/// Two words to one of which each bit depends on all bits of both: the halves of their product, one upon the other.
#[allow(clippy::inline_always, clippy::cast_possible_truncation)]
#[inline(always)]
pub(crate) const fn mix(words: Words, seed: u64) -> u64 {
    let product = words[0] as u128 * (words[1] ^ seed) as u128;
    product as u64 ^ (product >> 64) as u64
}
