//! Where the delimiters of a scope string are, eight bytes at a time.
//!
//! What comes in: any bytes, and the one or two that delimit. What goes out: the places of those, in order. A branch
//! for each byte, or for each name's length, would be guessed wrong by the processor about once a name; here one block
//! of 64 bytes becomes a word with a bit for each delimiter, whatever they are. Called by `names`.

/// How many bytes are looked at together: one bit of a word for each.
const BLOCK: usize = 64;

/// The lowest bit of each byte.
const ONES: u64 = 0x0101_0101_0101_0101;

/// All bits of each byte but the highest.
const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;

/// The places of the delimiters.
#[derive(Clone, Debug)]
pub(crate) struct Delimiters<'t> {
    text: &'t [u8],
    /// The two bytes that delimit; the same one twice where there is but one.
    either: [u8; 2],
    /// Where the block begins.
    block: usize,
    /// The delimiters of the block that are still to come.
    marks: u64,
}

impl<'t> Delimiters<'t> {
    #[inline]
    pub(crate) fn of(text: &'t [u8], either: [u8; 2]) -> Self {
        Self { text, either, block: 0, marks: marks(text, either) }
    }
}

impl Iterator for Delimiters<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.marks == 0 {
            self.block += BLOCK;
            let rest = self.text.get(self.block..).filter(|rest| !rest.is_empty())?;
            self.marks = marks(rest, self.either);
        }
        let place = self.block + self.marks.trailing_zeros() as usize;
        self.marks &= self.marks - 1;
        Some(place)
    }
}

/// A bit for each delimiter among the first 64 bytes.
#[inline]
fn marks(text: &[u8], delimiters: [u8; 2]) -> u64 {
    let block = text.get(..BLOCK).unwrap_or(text);
    let (words, rest) = block.as_chunks::<8>();
    let mut marks = 0;
    for (place, word) in words.iter().enumerate() {
        marks |= marks_of(u64::from_le_bytes(*word), delimiters) << (8 * place);
    }
    if rest.is_empty() {
        return marks;
    }
    // The last eight bytes without those that were seen; where there are no eight, one by one.
    let word = match block.last_chunk::<8>() {
        Some(word) => u64::from_le_bytes(*word) >> (8 * (8 - rest.len())),
        None => rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    marks | marks_of(word, delimiters) << (8 * words.len())
}

/// A bit for each of eight bytes that is a delimiter, the first byte's lowest.
#[inline]
const fn marks_of(word: u64, [first, second]: [u8; 2]) -> u64 {
    let is_delimiter = zeros(word ^ (ONES * first as u64)) | zeros(word ^ (ONES * second as u64));
    // Each factor moves one byte's bit to its place among the highest eight; no two meet.
    (is_delimiter >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The highest bit of each byte that is zero, exactly (H. S. Warren, Hacker's Delight, section 6-1).
#[inline]
const fn zeros(word: u64) -> u64 {
    !(((word & LOW) + LOW) | word | LOW)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use std::vec::Vec;

    use super::Delimiters;

    fn naive(text: &[u8], delimiters: [u8; 2]) -> Vec<usize> {
        (0..text.len()).filter(|place| delimiters.contains(&text[*place])).collect()
    }

    #[test]
    fn the_places_are_those_of_a_search_byte_by_byte() {
        let mut random = 1_u64;
        for length in (0..300).chain([1_000, 4_096]) {
            for share in [2, 8, 40] {
                let text: Vec<u8> = (0..length)
                    .map(|_| {
                        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                        let byte = (random >> 56) as u8;
                        if (random >> 33).is_multiple_of(share) {
                            [b' ', b',', 0x21, 0xA0][byte as usize % 4]
                        } else {
                            byte
                        }
                    })
                    .collect();
                for delimiters in [[b' ', b' '], [b',', b','], [b' ', b',']] {
                    let places: Vec<usize> = Delimiters::of(&text, delimiters).collect();
                    assert_eq!(places, naive(&text, delimiters), "{text:?}");
                }
            }
        }
    }
}
