//! Which bytes of the names to read: few that tell all of them apart.
//!
//! Greedy: the window that tells most names apart, then the one that tells most of the rest apart. Names that two
//! windows of eight bytes do not tell apart are read in smaller pieces, and whole in the end.

use alloc::vec::Vec;

use super::sample;
use crate::plan::{Window, Words};

/// How many bytes of a name the windows read together.
const BYTES: usize = 16;

/// Windows lie so near to the beginning or the end.
const REACH: usize = 40;

/// Of names that are not yet told apart, so many are looked at in choosing the next window.
const JUDGED: usize = 512;

/// The width of the windows and their places; 0 and none where names are to be read whole.
pub(super) fn choose(names: &[&str]) -> (usize, Vec<Window>) {
    let shortest = names.iter().map(|name| name.len()).min().unwrap_or(0);
    for width in [8, 4, 1] {
        if width <= shortest
            && let Some(windows) = windows(names, width)
        {
            return (width, windows);
        }
    }
    (0, Vec::new())
}

fn windows(names: &[&str], width: usize) -> Option<Vec<Window>> {
    let longest = names.iter().map(|name| name.len()).max()?;
    let mut chosen = Vec::new();
    let mut alike = alike(names, width, &chosen);
    while !alike.is_empty() {
        if chosen.len() == BYTES / width {
            return None;
        }
        let judged = &alike[..alike.len().min(JUDGED)];
        chosen.push(Window::Start(0));
        let last = chosen.len() - 1;
        let mut best = (0, Window::Start(0));
        for window in candidates((longest - width).min(REACH)) {
            chosen[last] = window;
            let told_apart = distinct(judged, width, &chosen);
            if told_apart > best.0 {
                best = (told_apart, window);
            }
            if told_apart == judged.len() {
                break;
            }
        }
        chosen[last] = best.1;
        // All again: the length is added to the first window, and names of different lengths may have come to meet.
        alike = self::alike(names, width, &chosen);
    }
    Some(chosen)
}

fn candidates(reach: usize) -> impl Iterator<Item = Window> {
    let offsets = (0..=reach).filter_map(|offset| u8::try_from(offset).ok());
    offsets.flat_map(|offset| [Window::Start(offset), Window::End(offset)])
}

/// The names that some other name is read like.
fn alike<'n>(names: &[&'n str], width: usize, windows: &[Window]) -> Vec<&'n str> {
    let mut read: Vec<(Option<Words>, &str)> = names.iter().map(|name| (words(name, width, windows), *name)).collect();
    read.sort_unstable();
    read.chunk_by(|left, right| left.0 == right.0)
        .filter(|group| group.len() > 1)
        .flat_map(|group| group.iter().map(|(_, name)| *name))
        .collect()
}

/// How many of the names are told apart.
fn distinct(names: &[&str], width: usize, windows: &[Window]) -> usize {
    let mut read: Vec<Option<Words>> = names.iter().map(|name| words(name, width, windows)).collect();
    read.sort_unstable();
    read.dedup();
    read.len()
}

fn words(name: &str, width: usize, windows: &[Window]) -> Option<Words> {
    sample(width, windows).read(name.as_bytes(), 0)
}
