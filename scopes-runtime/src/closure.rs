//! Authority: what a set of scopes comes to once inclusion and `requires` have been followed.
//!
//! What comes in: the bits that a token holds and the system's [`Table`]. What goes out: the bits that count. Called
//! by sets and grants; the walk over `includes` is `const`, so that a scope's closure is a constant too.

use crate::table::Table;
use crate::words::{self, Words};

/// All that `set` includes, transitively, itself among it.
pub(crate) const fn close<const N: usize>(set: [u64; N], table: &Table<[u64; N]>) -> [u64; N] {
    close_without(set, &[0; N], table)
}

/// The same, but scopes in `barred` neither enter nor pass anything on. Each scope is visited once and each edge
/// followed once; the worklist is a second set, so nothing is allocated and no depth overflows the stack.
const fn close_without<const N: usize>(set: [u64; N], barred: &[u64; N], table: &Table<[u64; N]>) -> [u64; N] {
    let mut closed = [0; N];
    let mut pending = [0; N];
    let mut word = 0;
    while word < N {
        closed[word] = set[word] & !barred[word];
        pending[word] = closed[word] & table.composites[word];
        word += 1;
    }
    let mut from = 0;
    while let Some(scope) = words::first(&pending, from) {
        from = scope / 64;
        words::clear(&mut pending, scope);
        let (mut edge, end) = table.includes.range(scope);
        while edge < end {
            let Some(target) = table.includes.target(edge) else { break };
            edge += 1;
            if words::has(&closed, target) || words::has(barred, target) {
                continue;
            }
            words::put(&mut closed, target);
            if words::has(&table.composites, target) {
                words::put(&mut pending, target);
                if target / 64 < from {
                    from = target / 64;
                }
            }
        }
    }
    closed
}

/// What of `set` has effect: its closure without the scopes whose `requires` are not met, and without what only
/// those include. Each round bars at least one scope, so it ends; where nothing requires anything it is the closure.
fn effective<const N: usize>(set: [u64; N], table: &Table<[u64; N]>) -> [u64; N] {
    let mut live = close(set, table);
    if !words::intersects(&live, &table.dependents) {
        return live;
    }
    let mut barred = [0; N];
    loop {
        let inert = unmet(&live, table);
        if inert == [0; N] {
            return live;
        }
        for (barred, inert) in barred.iter_mut().zip(inert) {
            *barred |= inert;
        }
        live = close_without(set, &barred, table);
    }
}

/// The scopes of `live` that require one that is not in it.
fn unmet<const N: usize>(live: &[u64; N], table: &Table<[u64; N]>) -> [u64; N] {
    let mut unmet = [0; N];
    for scope in words::common(live, &table.dependents) {
        if table.requires.of(scope).any(|required| !words::has(live, required)) {
            words::put(&mut unmet, scope);
        }
    }
    unmet
}

/// All that `set` requires, transitively, itself among it.
fn required<const N: usize>(set: [u64; N], table: &Table<[u64; N]>) -> [u64; N] {
    let mut all = set;
    // The table's edges are transitive already, so what is added here needs no second look.
    for required in words::common(&set, &table.dependents).flat_map(|scope| table.requires.of(scope)) {
        words::put(&mut all, required);
    }
    all
}

/// Which scopes another member of `set` includes, so that they can be left out without changing the closure.
fn covered<const N: usize>(set: [u64; N], table: &Table<[u64; N]>) -> [u64; N] {
    let mut below = [0; N];
    for included in words::common(&set, &table.composites).flat_map(|scope| table.includes.of(scope)) {
        words::put(&mut below, included);
    }
    close(below, table)
}

/// The walks above for code that knows only `S::Words`.
pub trait Authority: Words {
    /// See [`close`].
    fn close(self, table: &Table<Self>) -> Self;
    /// What has effect of a token that holds these.
    fn effective(self, table: &Table<Self>) -> Self;
    /// With all that these require.
    fn required(self, table: &Table<Self>) -> Self;
    /// What members of this set include.
    fn covered(self, table: &Table<Self>) -> Self;
}

impl<const N: usize> Authority for [u64; N] {
    fn close(self, table: &Table<Self>) -> Self {
        close(self, table)
    }

    fn effective(self, table: &Table<Self>) -> Self {
        effective(self, table)
    }

    fn required(self, table: &Table<Self>) -> Self {
        required(self, table)
    }

    fn covered(self, table: &Table<Self>) -> Self {
        covered(self, table)
    }
}
