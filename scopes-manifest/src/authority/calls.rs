//! Gains of endpoints: who can call one that could not. `callers` finds the tokens.

use super::between::{Between, Subject};
use super::callers::callers;
use super::endpoint::{Pair, pairs};
use super::gain::Gain;
use super::opening::Opening;
use super::token::{Token, resources, under};
use crate::catalog::{Access, ScopeId};

/// Endpoints that both manifests have.
pub(super) fn gains(between: &Between<'_>, gains: &mut Vec<Gain>) {
    gains.extend(of_pairs(between, |pair| pair.old.is_some()));
}

/// Endpoints that only the new one has.
pub(super) fn gains_by_new(between: &Between<'_>) -> Vec<Gain> {
    of_pairs(between, |pair| pair.old.is_none())
}

fn of_pairs(between: &Between<'_>, is_asked: impl Fn(&Pair<'_>) -> bool) -> Vec<Gain> {
    let mut pairs = pairs(between.old, between.new);
    pairs.retain(is_asked);
    let callers = callers(between, &pairs);
    let mut gains = Vec::new();
    for (pair, callers) in pairs.iter().zip(callers) {
        let mut open = |opening| gains.push(Gain::Endpoint { route: pair.route.to_owned(), opening });
        match (pair.old, pair.new) {
            (Some(Access::Public), _) => continue,
            (_, Access::Public) => open(Opening::Public),
            (None | Some(Access::Scopes(_)), Access::Authenticated { .. }) => open(Opening::Authenticated),
            _ => {}
        }
        honoured(between, pair).for_each(|restriction| open(Opening::Under(restriction.to_owned())));
        if !callers.is_empty() {
            open(Opening::Scopes(callers));
        }
    }
    gains
}

/// The old names of restrictions under which an endpoint can be called now and could not.
fn honoured<'b>(between: &'b Between<'_>, pair: &Pair<'_>) -> impl Iterator<Item = &'b str> {
    let (before, now) = match (pair.old.and_then(under), under(pair.new)) {
        (Some(before), Some(now)) => (before, now),
        _ => (&[][..], &[][..]),
    };
    let is_honoured =
        |subject: &&Subject<'_>| between.old.scope(subject.old).is_restriction && !before.contains(&subject.old);
    let (new, access) = (between.new, pair.new);
    let is_called = move || {
        let is_barred = |id: &ScopeId| new.scope(*id).is_restriction && !now.contains(id);
        let held = between.subjects().iter().map(|subject| subject.new).filter(|id| !is_barred(id));
        let token = Token::new(new, held.collect());
        resources(new, access).into_iter().any(|resource| token.may_call(access, resource))
    };
    let mut honoured: Vec<_> = now.iter().flat_map(|id| between.names(*id)).filter(is_honoured).collect();
    if !honoured.is_empty() && !is_called() {
        honoured.clear();
    }
    honoured.sort_by_key(|subject| subject.old);
    honoured.into_iter().map(|subject| subject.name)
}
