//! Where each name goes, given the hashes: one bucket for few names, and hash-and-displace for many.
//!
//! Few names take a table so sparse that some seed parts them all; a lookup then needs no pilot, since the compiler
//! knows the only one. Many names are put into buckets of two or three; the fullest bucket first, each is displaced until
//! all its names fall into free slots (Belazzougui, Botelho, Dietzfelbinger: Hash, displace, and compress, 2009).

use alloc::vec;
use alloc::vec::Vec;

use crate::{bucket, place};

/// The sizes of a table that is tried.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub(super) buckets: usize,
    pub(super) slots: usize,
    /// How many seeds are tried.
    pub(super) attempts: u64,
}

/// A sparse table has at most so many slots: with the 8 bytes of each, a quarter of the smallest first-level cache.
const SPARSE_SLOTS: usize = 1024;

/// How often one bucket is displaced. Where that is not enough, another seed and then a larger table are tried.
const DISPLACEMENTS: u16 = 1024;

impl Shape {
    /// What is tried for so many names, in this order.
    pub(super) fn candidates(names: usize) -> impl Iterator<Item = Self> {
        let sparse = (names * 2).max(names.saturating_mul(names) / 12).next_power_of_two();
        let sparse = [sparse, sparse * 2].into_iter().filter(|slots| *slots <= SPARSE_SLOTS);
        let sparse = sparse.map(|slots| Self { buckets: 1, slots, attempts: 1024 });
        let slots = (names * 4 / 3).next_power_of_two();
        let dense = [slots, slots * 2, slots * 4].into_iter();
        sparse.chain(dense.map(|slots| Self { buckets: (slots / 4).max(1), slots, attempts: 64 }))
    }

    /// The pilots, and the slot of each hash; `None` where two meet whatever the pilots.
    pub(super) fn arrange(self, hashes: impl Iterator<Item = u64>) -> Option<(Vec<u16>, Vec<usize>)> {
        if self.buckets == 1 { self.arrange_sparse(hashes) } else { self.arrange_buckets(&hashes.collect::<Vec<_>>()) }
    }

    fn arrange_sparse(self, hashes: impl Iterator<Item = u64>) -> Option<(Vec<u16>, Vec<usize>)> {
        let mut taken = vec![false; self.slots];
        let mut places = Vec::new();
        for hash in hashes {
            let slot = place(hash, 0, self.slots);
            if core::mem::replace(taken.get_mut(slot)?, true) {
                return None;
            }
            places.push(slot);
        }
        Some((vec![0], places))
    }

    fn arrange_buckets(self, hashes: &[u64]) -> Option<(Vec<u16>, Vec<usize>)> {
        let mut buckets = vec![Vec::new(); self.buckets];
        for (name, hash) in hashes.iter().enumerate() {
            buckets.get_mut(bucket(*hash, self.buckets))?.push(name);
        }
        let mut order: Vec<usize> = (0..self.buckets).collect();
        order.sort_by_key(|bucket| core::cmp::Reverse(buckets[*bucket].len()));
        let mut pilots = vec![0; self.buckets];
        let mut places = vec![0; hashes.len()];
        let mut taken = vec![false; self.slots];
        for bucket in order {
            let members = &buckets[bucket];
            let pilot = (0..DISPLACEMENTS).find(|pilot| self.claim(*pilot, members, hashes, &mut taken))?;
            pilots[bucket] = pilot;
            for name in members {
                places[*name] = place(hashes[*name], pilot, self.slots);
            }
        }
        Some((pilots, places))
    }

    /// Takes the slots of a bucket's names, all or none.
    fn claim(self, pilot: u16, members: &[usize], hashes: &[u64], taken: &mut [bool]) -> bool {
        for (count, name) in members.iter().enumerate() {
            let slot = place(hashes[*name], pilot, self.slots);
            if taken[slot] {
                for name in &members[..count] {
                    taken[place(hashes[*name], pilot, self.slots)] = false;
                }
                return false;
            }
            taken[slot] = true;
        }
        true
    }
}
