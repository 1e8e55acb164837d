//! Where the delimiters of a scope string are, a block at a time.
//!
//! What comes in: any bytes, and the one or two that delimit. What goes out: the places of those, in order. A branch
//! for each byte, or for each name's length, would be guessed wrong by the processor about once a name; here a block
//! of 128 bytes, which most tokens fit, becomes a word with a bit for each delimiter, by the same instructions
//! whatever the bytes are. Called by `names`.

/// How many bytes are looked at together: one bit of a word for each.
const BLOCK: usize = 128;

/// The places of the delimiters.
#[derive(Clone, Debug)]
pub(crate) struct Delimiters<'t> {
    text: &'t [u8],
    /// The two bytes that delimit; the same one twice where there is but one.
    either: [u8; 2],
    /// Where the block begins.
    block: usize,
    /// The delimiters of the block that are still to come.
    marks: u128,
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

/// A bit for each delimiter among the first 128 bytes.
#[inline]
fn marks(text: &[u8], [first, second]: [u8; 2]) -> u128 {
    let text = text.get(..BLOCK).unwrap_or(text);
    // No byte 0 delimits, so what the text does not fill has no mark.
    let mut block = [0; BLOCK];
    if let Some(filled) = block.get_mut(..text.len()) {
        filled.copy_from_slice(text);
    }
    // Of a fixed length, so that the compiler compares sixteen at once and unrolls what follows.
    let is_delimiter: [u8; BLOCK] =
        core::array::from_fn(|place| u8::from(block[place] == first) | u8::from(block[place] == second));
    let (eights, _) = is_delimiter.as_chunks::<8>();
    let mut halves = [0, 0];
    for (place, eight) in eights.iter().enumerate() {
        halves[place / 8] |= gather(u64::from_le_bytes(*eight)) << (8 * (place % 8));
    }
    u128::from(halves[0]) | u128::from(halves[1]) << 64
}

/// The lowest bit of each of eight bytes, the others being zero, side by side.
#[inline]
const fn gather(bits: u64) -> u64 {
    // Each factor moves one byte's bit to its place among the highest eight; no two meet.
    bits.wrapping_mul(0x0102_0408_1020_4080) >> 56
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
