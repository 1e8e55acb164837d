//! Members in manifest order, from either end, and the ways to collect them.

use core::fmt;
use core::iter::FusedIterator;

use super::ScopeSet;
use crate::scope::Scope;
use crate::words;

/// The members of a [`ScopeSet`] in manifest order, and what can be collected into one.
#[derive(Clone)]
pub struct Iter<S: Scope> {
    left: ScopeSet<S>,
    /// Words before this one are empty: a walk over a wide set looks at each word once.
    word: usize,
}

impl<S: Scope> Iter<S> {
    #[inline]
    pub(super) fn new(set: &ScopeSet<S>) -> Self {
        Self { left: *set, word: 0 }
    }
}

impl<S: Scope> Iterator for Iter<S> {
    type Item = S;

    #[inline]
    fn next(&mut self) -> Option<S> {
        loop {
            let bits = self.left.words.as_mut().get_mut(self.word)?;
            if *bits != 0 {
                let index = self.word * 64 + bits.trailing_zeros() as usize;
                *bits &= *bits - 1;
                return S::ALL.get(index).copied();
            }
            self.word += 1;
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left.len(), Some(self.left.len()))
    }
}

impl<S: Scope> DoubleEndedIterator for Iter<S> {
    fn next_back(&mut self) -> Option<S> {
        let (word, bits) = self.left.words().iter().enumerate().rev().find(|(_, bits)| **bits != 0)?;
        let index = word * 64 + 63 - bits.leading_zeros() as usize;
        words::clear(self.left.words.as_mut(), index);
        S::ALL.get(index).copied()
    }
}

impl<S: Scope> ExactSizeIterator for Iter<S> {}

impl<S: Scope> FusedIterator for Iter<S> {}

impl<S: Scope> fmt::Debug for Iter<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.clone()).finish()
    }
}

impl<S: Scope> IntoIterator for ScopeSet<S> {
    type Item = S;
    type IntoIter = Iter<S>;

    fn into_iter(self) -> Iter<S> {
        self.iter()
    }
}

impl<S: Scope> IntoIterator for &ScopeSet<S> {
    type Item = S;
    type IntoIter = Iter<S>;

    fn into_iter(self) -> Iter<S> {
        self.iter()
    }
}

impl<S: Scope> Extend<S> for ScopeSet<S> {
    fn extend<I: IntoIterator<Item = S>>(&mut self, scopes: I) {
        for scope in scopes {
            self.insert(scope);
        }
    }
}

impl<'s, S: Scope> Extend<&'s S> for ScopeSet<S> {
    fn extend<I: IntoIterator<Item = &'s S>>(&mut self, scopes: I) {
        self.extend(scopes.into_iter().copied());
    }
}

impl<S: Scope> FromIterator<S> for ScopeSet<S> {
    fn from_iter<I: IntoIterator<Item = S>>(scopes: I) -> Self {
        let mut set = Self::new();
        set.extend(scopes);
        set
    }
}

impl<'s, S: Scope> FromIterator<&'s S> for ScopeSet<S> {
    fn from_iter<I: IntoIterator<Item = &'s S>>(scopes: I) -> Self {
        scopes.into_iter().copied().collect()
    }
}

impl<S: Scope> From<S> for ScopeSet<S> {
    fn from(scope: S) -> Self {
        let mut set = Self::new();
        set.insert(scope);
        set
    }
}

impl<S: Scope, const N: usize> From<[S; N]> for ScopeSet<S> {
    fn from(scopes: [S; N]) -> Self {
        scopes.into_iter().collect()
    }
}
