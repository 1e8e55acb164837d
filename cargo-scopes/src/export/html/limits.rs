//! How much of each list a page shows, so that all lists together stay in proportion to the manifest, whatever the ways
//! through it. `page` works the limits out once; `tree` and `scope` keep to them.

use scopes_manifest::ScopeId;

use super::page::Page;
use super::tree::{Direction, outline};

/// How many lines all trees have together, where there is more than one for each scope to show.
const LINES: usize = 30_000;

/// How many lines one tree has at most beyond what stands directly under its root.
const NESTED: usize = 60;

/// How many endpoints all scopes have together, where there is more than one for each to show.
const ENDPOINTS: usize = 10_000;

/// Up to how many scopes an endpoint takes where it is told beside each of them; with more it stands in the table alone.
pub(super) const TOLD: usize = 4;

/// What every list is cut to. Most are shorter, and only those that are not lose anything.
#[derive(Clone, Copy, Default)]
pub(super) struct Limits {
    /// Lines of a tree directly under its root.
    pub(super) direct: usize,
    /// Lines of a tree below those.
    pub(super) nested: usize,
    /// Endpoints of a scope.
    pub(super) endpoints: usize,
}

impl Limits {
    /// The largest limits by which the trees of all scopes fit into a page, what stands directly under the roots first.
    pub(super) fn of(page: &Page<'_>) -> Self {
        let directions = [Direction::Includes, Direction::IncludedBy];
        let roots: Vec<(ScopeId, Direction)> = page
            .catalog
            .scopes()
            .iter()
            .flat_map(|scope| directions.map(|direction| (scope.id(), direction)))
            .filter(|(root, direction)| !page.next_to(*root, *direction).is_empty())
            .collect();
        let lengths: Vec<usize> = roots.iter().map(|(root, direction)| page.next_to(*root, *direction).len()).collect();
        let direct = fitting(&lengths, LINES).max(1);
        let room = LINES.saturating_sub(lengths.iter().map(|length| direct.min(*length)).sum());
        let named: Vec<usize> = page.catalog.scopes().iter().map(|scope| page.named_by(scope.id()).len()).collect();
        let limits = Self { direct, nested: NESTED, endpoints: fitting(&named, ENDPOINTS).max(1) };
        let nested: Vec<usize> =
            roots.iter().map(|(root, direction)| outline(page, *root, *direction, limits).nested).collect();
        Self { nested: fitting(&nested, room), ..limits }
    }
}

/// The largest limit by which lists of these lengths have no more lines than there is room for.
fn fitting(lengths: &[usize], room: usize) -> usize {
    let mut lengths = lengths.to_vec();
    lengths.sort_unstable();
    let (mut room, mut left) = (room, lengths.len());
    for length in &lengths {
        // All the shorter ones fit; were the rest cut to this one, they would have as many lines each.
        if length * left > room {
            return room / left;
        }
        room -= length;
        left -= 1;
    }
    lengths.last().copied().unwrap_or_default()
}
