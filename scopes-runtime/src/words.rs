//! The bits behind a [`ScopeSet`](crate::ScopeSet): `[u64; N]`, as wide as the system needs.
//!
//! Stable Rust cannot write `[u64; S::WORDS]` for a generic `S`, so each scope type names its array and this
//! sealed trait says what the sets do with it. Reached through `__private` by generated code only.

use core::fmt::Debug;
use core::hash::Hash;

/// An array of 64-bit words, one bit a scope, bit 0 of word 0 first.
pub trait Words:
    Copy + Eq + Hash + Debug + Send + Sync + AsRef<[u64]> + AsMut<[u64]> + sealed::Sealed + 'static
{
    /// No bit set.
    const EMPTY: Self;
}

impl<const N: usize> Words for [u64; N] {
    const EMPTY: Self = [0; N];
}

mod sealed {
    pub trait Sealed {}

    impl<const N: usize> Sealed for [u64; N] {}
}

/// Whether the bit `index` is set; an index past the end is not.
#[inline]
pub(crate) const fn has(words: &[u64], index: usize) -> bool {
    index / 64 < words.len() && words[index / 64] >> (index % 64) & 1 == 1
}

/// Sets the bit `index`; an index past the end changes nothing.
#[inline]
pub(crate) const fn put(words: &mut [u64], index: usize) {
    if index / 64 < words.len() {
        words[index / 64] |= 1 << (index % 64);
    }
}

/// Clears the bit `index`.
#[inline]
pub(crate) const fn clear(words: &mut [u64], index: usize) {
    if index / 64 < words.len() {
        words[index / 64] &= !(1 << (index % 64));
    }
}

/// The lowest set bit at or after the word `from`, or `None`.
#[inline]
pub(crate) const fn first(words: &[u64], from: usize) -> Option<usize> {
    let mut word = from;
    while word < words.len() {
        if words[word] != 0 {
            return Some(word * 64 + words[word].trailing_zeros() as usize);
        }
        word += 1;
        // Sets of large systems are mostly empty words.
        while word + 4 <= words.len() && words[word] | words[word + 1] | words[word + 2] | words[word + 3] == 0 {
            word += 4;
        }
    }
    None
}

/// The bits that are set in both.
#[inline]
pub(crate) const fn both<const N: usize>(left: &[u64; N], right: &[u64; N]) -> [u64; N] {
    let mut both = *left;
    let mut word = 0;
    while word < N {
        both[word] &= right[word];
        word += 1;
    }
    both
}

/// So many words are passed over at once where none has a bit.
const STRIDE: usize = 8;

/// Folds the bits that are set, in order, until a step fails.
///
/// Two words are walked through as one number, since a branch at the end of each would be guessed wrong for most sets.
#[inline]
pub(crate) fn try_fold<A, E>(
    words: &[u64],
    mut all: A,
    mut step: impl FnMut(A, usize) -> Result<A, E>,
) -> Result<A, E> {
    if let [low, rest @ ..] = words
        && rest.len() < 2
    {
        let high = rest.first().copied().unwrap_or_default();
        let mut bits = u128::from(*low) | u128::from(high) << 64;
        while bits != 0 {
            all = step(all, bits.trailing_zeros() as usize)?;
            bits &= bits - 1;
        }
        return Ok(all);
    }
    for (stride, words) in words.chunks(STRIDE).enumerate() {
        if words.iter().fold(0, |any, word| any | word) == 0 {
            continue;
        }
        for (place, word) in words.iter().enumerate() {
            all = ones(*word).try_fold(all, |all, bit| step(all, (stride * STRIDE + place) * 64 + bit))?;
        }
    }
    Ok(all)
}

/// The bits of one word, from the lowest.
#[inline]
fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let place = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(place)
    })
}

/// Whether any bit is set in both.
#[inline]
pub(crate) fn intersects(left: &[u64], right: &[u64]) -> bool {
    // Folding instead of leaving early keeps the loop free of branches: most sets are one or two words.
    left.iter().zip(right).fold(0, |both, (left, right)| both | (left & right)) != 0
}

/// Whether every bit of `part` is set in `whole`.
#[inline]
pub(crate) fn is_subset(part: &[u64], whole: &[u64]) -> bool {
    part.iter().zip(whole).fold(0, |rest, (part, whole)| rest | (part & !whole)) == 0
}

/// Whether every bit of `part` is set in `whole`, and there is one.
#[inline]
pub(crate) fn is_nonempty_subset(part: &[u64], whole: &[u64]) -> bool {
    let (any, rest) =
        part.iter().zip(whole).fold((0, 0), |(any, rest), (part, whole)| (any | part, rest | (part & !whole)));
    any != 0 && rest == 0
}
