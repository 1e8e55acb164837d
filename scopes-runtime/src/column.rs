//! Columns of generated data, each written as one or two literals: as thousands of literals they would keep the
//! compiler busy for longer than all else that is derived, and each text would need a relocation in the program.
//!
//! What comes in: literals from `scopes-macros`. What goes out: numbers, texts and edges by a scope's index, in
//! constants too. Nothing here is public API: it is reached through `__private`.

/// Numbers of four bytes, the lowest byte first.
#[derive(Clone, Copy, Debug)]
pub struct Numbers(pub &'static [u8]);

impl Numbers {
    /// No number.
    pub const NONE: Self = Self(&[]);

    /// The number at a place and the one behind it.
    #[inline]
    pub(crate) const fn pair(self, place: usize) -> Option<(usize, usize)> {
        let (numbers, _) = self.0.as_chunks();
        if place + 1 < numbers.len() {
            Some((u32::from_le_bytes(numbers[place]) as usize, u32::from_le_bytes(numbers[place + 1]) as usize))
        } else {
            None
        }
    }

    /// The number at a place.
    #[inline]
    pub(crate) const fn get(self, place: usize) -> Option<usize> {
        let (numbers, _) = self.0.as_chunks();
        if place < numbers.len() { Some(u32::from_le_bytes(numbers[place]) as usize) } else { None }
    }
}

/// A text for each scope: that of `i` lies between `starts[i]` and `starts[i + 1]`. A column without any text has no
/// `starts` either.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    /// All texts, one after the other.
    pub text: &'static str,
    /// Where each begins, and one more entry for the end.
    pub starts: Numbers,
}

impl Texts {
    /// No scope has a text.
    pub const NONE: Self = Self { text: "", starts: Numbers::NONE };

    /// The text of one scope; `None` where it is empty.
    #[inline]
    #[must_use]
    pub const fn get(self, index: usize) -> Option<&'static str> {
        match self.range(index) {
            Some((start, end)) if start < end => self.between(start, end),
            _ => None,
        }
    }

    /// Where the text of one scope lies.
    #[inline]
    pub(crate) const fn range(self, index: usize) -> Option<(usize, usize)> {
        self.starts.pair(index)
    }

    #[inline]
    pub(crate) const fn between(self, start: usize, end: usize) -> Option<&'static str> {
        match self.text.split_at_checked(end) {
            Some((until_end, _)) => match until_end.split_at_checked(start) {
                Some((_, text)) => Some(text),
                None => None,
            },
            None => None,
        }
    }
}

/// Lists of texts, for a column that few scopes have any in, sorted by index.
#[derive(Clone, Copy, Debug)]
pub struct Lists(pub &'static [(u32, &'static [&'static str])]);

impl Lists {
    /// The list of one scope, empty where it has none. A binary search, so that it can be `const` and costs nothing
    /// where the column is empty.
    #[must_use]
    pub const fn get(self, index: usize) -> &'static [&'static str] {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let (found, list) = self.0[middle];
            if found as usize == index {
                return list;
            } else if (found as usize) < index {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        &[]
    }
}

/// Edges from scope to scope: those of `i` are `targets[starts[i]..starts[i + 1]]`. A system without edges has no
/// `starts` either.
#[derive(Clone, Copy, Debug)]
pub struct Edges {
    /// Where each scope's edges begin, and one more entry for the end.
    pub starts: Numbers,
    /// The scopes that they lead to.
    pub targets: Numbers,
}

impl Edges {
    /// No scope has an edge.
    pub const NONE: Self = Self { starts: Numbers::NONE, targets: Numbers::NONE };

    /// The first and one past the last edge of a scope.
    #[inline]
    pub(crate) const fn range(self, index: usize) -> (usize, usize) {
        match self.starts.pair(index) {
            Some(range) => range,
            None => (0, 0),
        }
    }

    /// Where all edges of a scope lead to.
    pub(crate) fn of(self, index: usize) -> impl Iterator<Item = usize> {
        let (start, end) = self.range(index);
        (start..end).filter_map(move |edge| self.target(edge))
    }

    /// Where the edge `edge` leads to.
    #[inline]
    pub(crate) const fn target(self, edge: usize) -> Option<usize> {
        self.targets.get(edge)
    }
}
