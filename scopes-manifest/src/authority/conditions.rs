//! Gains by `requires`: what had effect only beside another scope has it with less.
//!
//! A scope is looked at in the least token in which it has effect now. What an old scope required must be there, and the
//! old path to what it includes must be open there. That is enough for every token, and at times more than needed: where
//! one scope takes the place of another in `requires`, a gain may be found that no token has.

use super::between::{Between, Subject};
use super::gain::Gain;
use super::members::Members;
use crate::catalog::ScopeId;

pub(super) fn gains(between: &Between<'_>, subject: &Subject<'_>, gains: &mut Vec<Gain>) {
    if !between.had_requires || !between.is_reachable(subject.new) {
        return;
    }
    requirements(between, subject, gains);
    paths(between, subject, gains);
}

/// What the scope required and has effect without now.
fn requirements(between: &Between<'_>, subject: &Subject<'_>, gains: &mut Vec<Gain>) {
    let before = &between.old.scope(subject.old).requires;
    let now = &between.new.scope(subject.new).requires;
    let still: Vec<_> = now.iter().filter_map(|required| between.only_predecessor(*required)).collect();
    if before.iter().all(|required| still.contains(required)) {
        return;
    }
    let known = known(between, &[subject.new]);
    for required in before.iter().filter(|required| !known.contains(**required)) {
        let requires = between.old.scope(*required).name.clone();
        gains.push(Gain::Requires { scope: subject.name.to_owned(), requires });
    }
}

/// What the scope included already, though only through others that required something.
fn paths(between: &Between<'_>, subject: &Subject<'_>, gains: &mut Vec<Gain>) {
    let direct = &between.old.scope(subject.old).includes;
    // What was included directly needed nothing on the way.
    let is_same = |target: &ScopeId| match between.only_predecessor(*target) {
        Some(included) => included == subject.old || direct.binary_search(&included).is_ok(),
        None => false,
    };
    let targets = std::iter::once(&subject.new).chain(&between.new.scope(subject.new).includes);
    let targets: Vec<_> = targets.filter(|target| !is_same(target)).collect();
    if targets.is_empty() {
        return;
    }
    let closure = between.old.closure(&[subject.old]);
    for target in targets {
        // What the closure did not have at all is found by `inclusion`.
        let targets = between.predecessors(*target).filter(|included| closure.contains(included.old));
        if !between.is_reachable(*target) || targets.clone().next().is_none() {
            continue;
        }
        let open = between.old.effective_with(&[subject.old], &known(between, &[subject.new, *target]));
        for included in targets.filter(|included| !open.contains(included.old)) {
            let (scope, allows) = (subject.name.to_owned(), included.name.to_owned());
            gains.push(Gain::AllowsOnLess { scope, allows });
        }
    }
}

/// What had effect in the old manifest in every token in which these have effect in the new one.
fn known(between: &Between<'_>, scopes: &[ScopeId]) -> Members {
    let there = between.old_of(&between.new.comes_with(scopes));
    let held: Vec<ScopeId> = there.iter().collect();
    between.old.effective_with(&held, &there)
}
