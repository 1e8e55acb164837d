//! What existing scopes may do more or less, by the model that the lock is made of.

use scopes_manifest::authority::{Authority, Gain};

use super::successor::Successors;
use super::{Change, Class};

pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) {
    let (old, new) = (Authority::of(between.old), Authority::of(between.new));
    for gain in old.gains(&new) {
        changes.push(change(Class::Widening, &gain, gain.to_string()));
    }
    for loss in new.gains(&old) {
        // Nobody holds a restriction that was not there.
        if !matches!(loss, Gain::RestrictionGone { .. }) {
            changes.push(change(Class::Narrowing, &loss, loss.lost().to_string()));
        }
    }
}

/// One gain or loss as a change.
pub(super) fn change(class: Class, gain: &Gain, message: String) -> Change {
    let (kind, subject) = match (gain.scope(), gain.endpoint()) {
        (Some(scope), _) => ("authority", scope),
        (None, Some(route)) => ("calls", route),
        (None, None) => ("authority", "[system]"),
    };
    Change::new(class, kind, subject, message)
}
