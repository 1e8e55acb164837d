//! Gains of one scope by itself: who may hold it, where it counts, what comes with it; and restrictions, which take
//! away, so that losing one is a gain.

use std::collections::{BTreeSet, HashSet};

use super::Authority;
use super::between::{Between, Subject};
use super::gain::Gain;
use crate::catalog::Axis;

/// What the manifest says of an old name.
pub(super) fn gains(between: &Between<'_>, subject: &Subject<'_>, gains: &mut Vec<Gain>) {
    let (old, new) = (between.old.scope(subject.old), between.new.scope(subject.new));
    let scope = || subject.name.to_owned();
    if old.is_restriction && !new.is_restriction {
        gains.push(Gain::Unrestricted { scope: scope() });
    }
    for ((axis, old), new) in Axis::ALL.into_iter().zip(&old.allowed).zip(&new.allowed) {
        let Some(old) = old else { continue };
        let kinds = new.as_ref().map(|new| new.iter().filter(|kind| !old.contains(kind)).cloned().collect::<Vec<_>>());
        if kinds.as_ref().is_none_or(|kinds| !kinds.is_empty()) {
            gains.push(Gain::Holders { scope: scope(), axis, kinds });
        }
    }
    if new.approval < old.approval {
        gains.push(Gain::Approval { scope: scope(), old: old.approval, new: new.approval });
    }
    if new.sensitivity < old.sensitivity {
        gains.push(Gain::Sensitivity { scope: scope(), old: old.sensitivity, new: new.sensitivity });
    }
    if let Some(kind) = old.bound_to.as_ref().filter(|kind| new.bound_to.as_ref() != Some(kind)) {
        gains.push(Gain::Unbound { scope: scope(), kind: kind.clone(), now: new.bound_to.clone() });
    }
    for issued in new.issues.iter().filter(|issued| !old.issues.contains(issued)) {
        gains.push(Gain::Issues { scope: scope(), issued: *issued });
    }
    let mut released: HashSet<&str> = between.old.claims(subject.old).collect();
    for claim in between.new.claims(subject.new).filter(|claim| released.insert(claim)) {
        gains.push(Gain::Claims { scope: scope(), claim: claim.to_owned() });
    }
}

/// What concerns names that mean nothing any more, and all tokens at once.
pub(super) fn gains_of_all(between: &Between<'_>, gains: &mut Vec<Gain>) {
    let (old, new) = (between.old, between.new);
    // A name that is not declared grants nothing, and restricts nothing.
    for (name, _) in between.gone().iter().filter(|(_, id)| old.scope(*id).is_restriction) {
        gains.push(Gain::RestrictionGone { scope: (*name).to_owned() });
    }
    if new.max_bytes > old.max_bytes {
        gains.push(Gain::Longer { old: old.max_bytes, new: new.max_bytes });
    }
    // A grant of resources whose kind is not said is taken to be of the only kind, where there is only one.
    let is_bound_to = |authority: &Authority, id: crate::ScopeId, kind: &str| {
        authority.scope(id).bound_to.as_deref().is_some_and(|bound| bound == kind)
    };
    if let (None, Some(kind)) = (only_kind(old), only_kind(new)) {
        let was_bound = |subject: &Subject<'_>| is_bound_to(old, subject.old, kind);
        if between.subjects().iter().any(|subject| was_bound(subject) && is_bound_to(new, subject.new, kind)) {
            gains.push(Gain::OnlyKind { kind: kind.to_owned() });
        }
    }
}

fn only_kind(authority: &Authority) -> Option<&str> {
    let kinds: BTreeSet<&str> = authority.scopes.iter().filter_map(|scope| scope.bound_to.as_deref()).collect();
    kinds.first().copied().filter(|_| kinds.len() == 1)
}
