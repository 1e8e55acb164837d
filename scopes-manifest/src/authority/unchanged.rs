//! Which scopes include nothing that they did not, found without a closure for each: a chain as long as the file would
//! take the square of its length.
//!
//! A scope is unchanged where it took the place of one, and each of its edges leads to an unchanged scope that the old
//! one included. Of the others `inclusion` makes closures.

use super::between::Between;
use super::members::Members;
use crate::catalog::ScopeId;

/// The new scopes that are unchanged; what lies on a cycle, which an edited lock may have, is not.
pub(super) fn scopes(between: &Between<'_>) -> Members {
    let mut unchanged = Members::default();
    let mut seen = Members::default();
    for start in (0..between.new.scopes.len()).map(ScopeId) {
        // Each with the number of its edges that have been followed.
        let mut path = vec![(start, 0)];
        while let Some((id, next)) = path.pop() {
            if next == 0 && !seen.insert(id) {
                continue;
            }
            match between.new.scope(id).includes.get(next) {
                Some(target) => path.extend([(id, next + 1), (*target, 0)]),
                None if is_unchanged(between, id, &unchanged) => _ = unchanged.insert(id),
                None => {}
            }
        }
    }
    unchanged
}

fn is_unchanged(between: &Between<'_>, id: ScopeId, unchanged: &Members) -> bool {
    let Some(before) = between.only_predecessor(id) else { return false };
    let direct = &between.old.scope(before).includes;
    let mut closure = None;
    between.new.scope(id).includes.iter().all(|target| {
        let Some(included) = between.only_predecessor(*target).filter(|_| unchanged.contains(*target)) else {
            return false;
        };
        direct.binary_search(&included).is_ok()
            || closure.get_or_insert_with(|| between.old.closure(&[before])).contains(included)
    })
}
