//! Gains by inclusion: the closure of a scope grew.

use super::between::{Between, Subject};
use super::gain::Gain;

/// What an old name includes now and did not, by the old names of what is included: a scope that two names have come
/// to mean is what either was. What has no old name is new, and those who hold tokens gain it all the same.
pub(super) fn gains(between: &Between<'_>, subject: &Subject<'_>, gains: &mut Vec<Gain>) {
    if !between.is_reachable(subject.new) {
        return;
    }
    let before = between.old.closure(&[subject.old]);
    let mut add = |allows: &str| gains.push(Gain::Allows { scope: subject.name.to_owned(), allows: allows.to_owned() });
    for id in between.new.closure(&[subject.new]).iter().filter(|id| between.is_reachable(*id)) {
        let names = between.names(id);
        if names.is_empty() {
            add(&between.new.scope(id).name);
        }
        for included in names.iter().filter(|included| !before.contains(included.old)) {
            add(included.name);
        }
    }
}
