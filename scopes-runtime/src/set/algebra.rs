//! Union, intersection, difference and their operators; a scope stands for the set of it alone.

use core::borrow::Borrow;
use core::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not, Sub, SubAssign};

use super::ScopeSet;
use crate::scope::Scope;

impl<S: Scope> ScopeSet<S> {
    /// The members of either.
    #[must_use]
    pub fn union(&self, other: impl Borrow<Self>) -> Self {
        self.combine(other.borrow(), |left, right| left | right)
    }

    /// The members of both.
    #[must_use]
    pub fn intersection(&self, other: impl Borrow<Self>) -> Self {
        self.combine(other.borrow(), |left, right| left & right)
    }

    /// The members of this set that `other` does not have.
    #[must_use]
    pub fn difference(&self, other: impl Borrow<Self>) -> Self {
        self.combine(other.borrow(), |left, right| left & !right)
    }

    /// The members of one of the two and not of both.
    #[must_use]
    pub fn symmetric_difference(&self, other: impl Borrow<Self>) -> Self {
        self.combine(other.borrow(), |left, right| left ^ right)
    }

    /// Every scope of the system that is no member.
    #[must_use]
    pub fn complement(&self) -> Self {
        Self::ALL.difference(self)
    }

    /// As [`union`](Self::union), in constants too.
    pub(crate) const fn join<const N: usize>(self, other: Self) -> Self
    where
        S: Scope<Words = [u64; N]>,
    {
        let mut words = self.words;
        let mut place = 0;
        while place < N {
            words[place] |= other.words[place];
            place += 1;
        }
        Self { words }
    }

    fn combine(&self, other: &Self, word: impl Fn(u64, u64) -> u64) -> Self {
        let mut combined = *self;
        for (left, right) in combined.words.as_mut().iter_mut().zip(other.words()) {
            *left = word(*left, *right);
        }
        combined
    }
}

impl<S: Scope> Not for ScopeSet<S> {
    type Output = Self;

    fn not(self) -> Self {
        self.complement()
    }
}

/// One operator with its assigning form, for a set and for a single scope on the right.
macro_rules! operator {
    ($trait:ident $method:ident, $assign:ident $assign_method:ident, $named:ident) => {
        impl<S: Scope> $trait for ScopeSet<S> {
            type Output = Self;

            fn $method(self, other: Self) -> Self {
                self.$named(other)
            }
        }

        impl<S: Scope> $trait<S> for ScopeSet<S> {
            type Output = Self;

            fn $method(self, scope: S) -> Self {
                self.$named(Self::from(scope))
            }
        }

        impl<S: Scope> $assign for ScopeSet<S> {
            fn $assign_method(&mut self, other: Self) {
                *self = self.$named(other);
            }
        }

        impl<S: Scope> $assign<S> for ScopeSet<S> {
            fn $assign_method(&mut self, scope: S) {
                *self = self.$named(Self::from(scope));
            }
        }
    };
}

operator!(BitOr bitor, BitOrAssign bitor_assign, union);
operator!(BitAnd bitand, BitAndAssign bitand_assign, intersection);
operator!(Sub sub, SubAssign sub_assign, difference);
operator!(BitXor bitxor, BitXorAssign bitxor_assign, symmetric_difference);
