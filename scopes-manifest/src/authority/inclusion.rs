//! Gains by inclusion: the closure of a scope grew.

use super::between::{Between, Subject};
use super::gain::Gain;
use crate::catalog::ScopeId;

/// What an old name includes now and did not, by what that was before: a scope that has taken the place of two is
/// what either was. What has taken the place of none is new, and those who hold tokens gain it all the same.
pub(super) fn gains(between: &Between<'_>, subject: &Subject<'_>, gains: &mut Vec<Gain>) {
    // A restriction binds also where it has no effect.
    let counts = |id: ScopeId| between.is_reachable(id) || between.new.scope(id).is_restriction;
    if between.is_unchanged(subject.new) || !counts(subject.new) {
        return;
    }
    let before = between.old.closure(&[subject.old]);
    let mut add = |allows: &str| gains.push(Gain::Allows { scope: subject.name.to_owned(), allows: allows.to_owned() });
    for id in between.new.closure(&[subject.new]).iter().filter(|id| counts(*id)) {
        let mut predecessors = between.predecessors(id).peekable();
        if predecessors.peek().is_none() {
            add(&between.new.scope(id).name);
        }
        for included in predecessors.filter(|included| !before.contains(included.old)) {
            add(included.name);
        }
    }
}
