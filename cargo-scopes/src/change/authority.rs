//! What existing scopes may do more or less, by the model that the lock is made of.

use std::collections::HashSet;

use scopes_manifest::authority::{Authority, Gain};

use super::successor::Successors;
use super::{Change, Class, Kind};

/// Tells them, and says of which endpoints that both manifests have something was told.
pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) -> HashSet<String> {
    let (old, new) = (Authority::of(between.old), Authority::of(between.new));
    let mut told = HashSet::new();
    for gain in old.gains(&new) {
        told.extend(gain.endpoint().map(str::to_owned));
        changes.push(change(Class::Widening, &gain, gain.to_string()));
    }
    for loss in new.gains(&old) {
        // Nobody holds a restriction that was not there.
        if !matches!(loss, Gain::RestrictionGone { .. }) {
            told.extend(loss.endpoint().map(str::to_owned));
            changes.push(change(Class::Narrowing, &loss, loss.lost().to_string()));
        }
    }
    for gain in old.gains_by_new_endpoints(&new) {
        let route = gain.endpoint().unwrap_or_default().to_owned();
        changes.push(Change::new(Class::Widening, Kind::CallsNew, route, format!("{gain}; it is new")));
    }
    told
}

/// One gain or loss as a change.
fn change(class: Class, gain: &Gain, message: String) -> Change {
    let (kind, subject) = match (gain.scope(), gain.endpoint()) {
        (Some(scope), _) => (Kind::Authority, scope),
        (None, Some(route)) => (Kind::Calls, route),
        (None, None) => (Kind::Authority, "[system]"),
    };
    Change::new(class, kind, subject, message)
}
