//! A set of the scopes of one [`Authority`](super::Authority): a bit for each, since closures are made for every scope.

use crate::catalog::ScopeId;

/// Some scopes, ascending.
#[derive(Clone, Debug, Default)]
pub(super) struct Members {
    words: Vec<u64>,
}

impl Members {
    /// Adds a scope; whether it was not there.
    pub(super) fn insert(&mut self, id: ScopeId) -> bool {
        let (word, bit) = (id.0 / 64, 1 << (id.0 % 64));
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        let is_new = self.words[word] & bit == 0;
        self.words[word] |= bit;
        is_new
    }

    pub(super) fn contains(&self, id: ScopeId) -> bool {
        self.words.get(id.0 / 64).is_some_and(|word| word >> (id.0 % 64) & 1 == 1)
    }

    pub(super) fn contains_all(&self, ids: &[ScopeId]) -> bool {
        ids.iter().all(|id| self.contains(*id))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = ScopeId> {
        self.words.iter().enumerate().flat_map(|(place, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                left &= left.checked_sub(1)?;
                Some(ScopeId(place * 64 + bit))
            })
        })
    }
}

impl Extend<ScopeId> for Members {
    fn extend<T: IntoIterator<Item = ScopeId>>(&mut self, ids: T) {
        for id in ids {
            self.insert(id);
        }
    }
}

impl FromIterator<ScopeId> for Members {
    fn from_iter<T: IntoIterator<Item = ScopeId>>(ids: T) -> Self {
        let mut members = Self::default();
        members.extend(ids);
        members
    }
}
