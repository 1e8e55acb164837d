//! What existing scopes may do more or less, by the model that the lock is made of.

use std::collections::HashSet;

use scopes_manifest::authority::{Authority, Gain};

use super::successor::Successors;
use super::{Change, Class, Kind};

/// What was told.
#[derive(Default)]
pub(super) struct Told {
    /// Scopes and endpoints, as the subjects of changes.
    subjects: HashSet<String>,
    /// Whether there was more than is looked for.
    is_cut: bool,
}

impl Told {
    /// Whether something was told of a scope or endpoint.
    pub(super) fn has(&self, subject: &str) -> bool {
        self.subjects.contains(subject)
    }

    /// The class of what is another and not told: where all was looked at, no token that is out gained anything by it.
    pub(super) fn class(&self, harmless: Class) -> Class {
        if self.is_cut { Class::Widening } else { harmless }
    }
}

/// Tells them.
pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) -> Told {
    let (old, new) = (Authority::of(between.old), Authority::of(between.new));
    let (gains, losses) = (old.gains(&new), new.gains(&old));
    let is_cut = gains.len().max(losses.len()) >= Authority::MOST_GAINS;
    for gain in &gains {
        changes.push(change(Class::Widening, gain, gain.to_string()));
    }
    // Nobody holds a restriction that was not there.
    for loss in losses.iter().filter(|loss| !matches!(loss, Gain::RestrictionGone { .. })) {
        changes.push(change(Class::Narrowing, loss, loss.lost().to_string()));
    }
    let subjects = gains.iter().chain(&losses).filter_map(|one| one.scope().or(one.endpoint())).map(str::to_owned);
    let told = Told { subjects: subjects.collect(), is_cut };
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
