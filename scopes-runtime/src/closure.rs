//! Authority: what a set of scopes comes to once inclusion and `requires` have been followed.
//!
//! What comes in: the bits that a token holds and the system's [`Table`]. What goes out: the bits that count. Called
//! by sets and grants; the walk over `includes` is `const`, so that a scope's closure is a constant too.

use crate::table::Table;
use crate::words::{self, Words};

/// Adds all that the set includes, transitively.
pub(crate) const fn close<const N: usize>(set: &mut [u64; N], table: &Table<[u64; N]>) {
    follow(set, &[0; N], table);
}

/// The same, but nothing enters that is in `barred`, which nothing of the set is. Each scope is visited once and each
/// edge followed once; the worklist is a second set, so nothing is allocated and no depth overflows the stack.
const fn follow<const N: usize>(closed: &mut [u64; N], barred: &[u64; N], table: &Table<[u64; N]>) {
    let mut pending = words::both(closed, &table.composites);
    let mut from = 0;
    while let Some(scope) = words::first(&pending, from) {
        from = scope / 64;
        words::clear(&mut pending, scope);
        let (mut edge, end) = table.includes.range(scope);
        while edge < end {
            let Some(target) = table.includes.target(edge) else { break };
            edge += 1;
            if words::has(closed, target) || words::has(barred, target) {
                continue;
            }
            words::put(closed, target);
            if words::has(&table.composites, target) {
                words::put(&mut pending, target);
                if target / 64 < from {
                    from = target / 64;
                }
            }
        }
    }
}

/// Makes of a set what of it has effect: its closure without the scopes whose `requires` are not met, and without what
/// only those include. Each round bars at least one scope, so it ends; where nothing requires anything it is the
/// closure.
fn settle<const N: usize>(set: &mut [u64; N], table: &Table<[u64; N]>) {
    let held = *set;
    close(set, table);
    if !words::intersects(set, &table.dependents) {
        return;
    }
    let mut barred = [0; N];
    loop {
        let inert = unmet(set, table);
        if inert == [0; N] {
            return;
        }
        for ((barred, inert), (set, held)) in barred.iter_mut().zip(inert).zip(set.iter_mut().zip(held)) {
            *barred |= inert;
            *set = held & !*barred;
        }
        follow(set, &barred, table);
    }
}

/// The scopes of `live` that require one that is not in it.
fn unmet<const N: usize>(live: &[u64; N], table: &Table<[u64; N]>) -> [u64; N] {
    let mut unmet = [0; N];
    for scope in members(words::both(live, &table.dependents)) {
        if table.requires.of(scope).any(|required| !words::has(live, required)) {
            words::put(&mut unmet, scope);
        }
    }
    unmet
}

/// Adds all that the set requires, transitively.
fn require<const N: usize>(set: &mut [u64; N], table: &Table<[u64; N]>) {
    let held = *set;
    // The table's edges are transitive already, so what is added here needs no second look.
    for required in members(words::both(&held, &table.dependents)).flat_map(|scope| table.requires.of(scope)) {
        words::put(set, required);
    }
}

/// Makes of a set what its members include, so that those of them can be left out without changing the closure.
fn cover<const N: usize>(set: &mut [u64; N], table: &Table<[u64; N]>) {
    let held = core::mem::replace(set, [0; N]);
    for included in members(words::both(&held, &table.composites)).flat_map(|scope| table.includes.of(scope)) {
        words::put(set, included);
    }
    close(set, table);
}

/// The bits that are set, in order.
fn members<const N: usize>(mut left: [u64; N]) -> impl Iterator<Item = usize> {
    let mut from = 0;
    core::iter::from_fn(move || {
        let first = words::first(&left, from)?;
        words::clear(&mut left, first);
        from = first / 64;
        Some(first)
    })
}

/// The walks above for code that knows only `S::Words`. They change the set in place: one of 5,000 scopes is as long
/// as a short text, and each copy would cost as much.
pub trait Authority: Words {
    /// See [`close`].
    fn close(&mut self, table: &Table<Self>);
    /// Leaves what has effect of a token that holds these.
    fn settle(&mut self, table: &Table<Self>);
    /// Adds all that these require.
    fn require(&mut self, table: &Table<Self>);
    /// Leaves what members of this set include.
    fn cover(&mut self, table: &Table<Self>);
}

impl<const N: usize> Authority for [u64; N] {
    #[inline]
    fn close(&mut self, table: &Table<Self>) {
        close(self, table);
    }

    #[inline]
    fn settle(&mut self, table: &Table<Self>) {
        settle(self, table);
    }

    #[inline]
    fn require(&mut self, table: &Table<Self>) {
        require(self, table);
    }

    #[inline]
    fn cover(&mut self, table: &Table<Self>) {
        cover(self, table);
    }
}
