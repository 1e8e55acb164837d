//! Gains of endpoints: who can call one that could not.
//!
//! An endpoint that takes other scopes is tried with tokens, in both manifests: with every single scope, and with the
//! least token for each alternative, for each kind of resource. What no such token gained no other did.

use std::collections::BTreeSet;

use super::Authority;
use super::between::{Between, Subject};
use super::endpoint::{Pair, pairs};
use super::gain::{Gain, Opening};
use super::members::Members;
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
    let is_honoured = |subject: &&Subject<'_>| {
        let is_restriction = between.old.scope(subject.old).is_restriction;
        is_restriction && now.contains(&subject.new) && !before.contains(&subject.old)
    };
    let (new, access) = (between.new, pair.new);
    let is_called = move || {
        let is_barred = |id: &ScopeId| new.scope(*id).is_restriction && !now.contains(id);
        let held = between.subjects().iter().map(|subject| subject.new).filter(|id| !is_barred(id));
        let token = Token::new(new, held.collect());
        resources(between).into_iter().any(|resource| token.may_call(access, resource))
    };
    let mut honoured: Vec<&str> = between.subjects().iter().filter(is_honoured).map(|subject| subject.name).collect();
    if !honoured.is_empty() && !is_called() {
        honoured.clear();
    }
    honoured.into_iter()
}

fn under(access: &Access) -> Option<&[ScopeId]> {
    match access {
        Access::Public => None,
        Access::Authenticated { under } => Some(under),
        Access::Scopes(requirement) => Some(requirement.under()),
    }
}

/// For each endpoint that takes scopes the tokens that gained it: single scopes, then what only together suffices.
fn callers(between: &Between<'_>, pairs: &[Pair<'_>]) -> Vec<Vec<Vec<String>>> {
    let mut callers = vec![Vec::new(); pairs.len()];
    let resources = resources(between);
    let gained = |held: &[&Subject<'_>], pair: &Pair<'_>| {
        let new = Token::new(between.new, held.iter().map(|subject| subject.new).collect());
        let old = Token::new(between.old, held.iter().map(|subject| subject.old).collect());
        let could = |resource| pair.old.is_some_and(|access| old.may_call(access, resource));
        resources.iter().any(|resource| new.may_call(pair.new, *resource) && !could(*resource))
    };
    let alternatives = by_first(between.new, pairs);
    let is_asked = alternatives.iter().any(|alternatives| !alternatives.is_empty());
    for subject in between.subjects().iter().filter(|_| is_asked) {
        let effective = between.new.effective(&[subject.new]);
        let met = effective.iter().flat_map(|id| &alternatives[id.0]).filter(|(_, all)| effective.contains_all(all));
        let met: BTreeSet<usize> = met.map(|(place, _)| *place).collect();
        for place in met.into_iter().filter(|place| gained(&[subject], &pairs[*place])) {
            callers[place].push(vec![subject.name.to_owned()]);
        }
    }
    for (place, all) in alternatives.iter().flatten() {
        for held in least(between, all).into_iter().filter(|held| held.len() > 1) {
            let names: Vec<String> = held.iter().map(|subject| subject.name.to_owned()).collect();
            let is_known = callers[*place].iter().any(|known| known.iter().all(|name| names.contains(name)));
            if !is_known && gained(&held, &pairs[*place]) {
                callers[*place].push(names);
            }
        }
    }
    callers
}

/// How many tokens are tried for one alternative. Only where aliases have moved are there more than one.
const MOST_TOKENS: usize = 256;

/// The old names that come to all of an alternative, with what those require; none where one of them is new. A new scope
/// may be held by several names that once meant different scopes, and each choice is another token.
fn least<'b, 'a>(between: &'b Between<'a>, all: &[ScopeId]) -> Vec<Vec<&'b Subject<'a>>> {
    let mut tokens = vec![Vec::new()];
    for id in between.new.with_required(all) {
        let names = between.names(id);
        let is_bounded = tokens.len().saturating_mul(names.len()) <= MOST_TOKENS;
        // Beyond the bound the names that came to least are taken: what they could call the others could too.
        let names = if is_bounded { names.iter().collect() } else { weakest(between, names) };
        tokens =
            tokens.iter().flat_map(|token| names.iter().map(|name| [token.as_slice(), &[*name]].concat())).collect();
    }
    tokens
}

/// The name that meant the fewest scopes.
fn weakest<'b, 'a>(between: &Between<'a>, names: &'b [Subject<'a>]) -> Vec<&'b Subject<'a>> {
    names.iter().min_by_key(|name| between.old.closure(&[name.old]).iter().count()).into_iter().collect()
}

/// The alternatives in which each scope stands first, with the places of their endpoints, for those endpoints whose
/// scopes may have changed anything.
fn by_first<'a>(new: &Authority, pairs: &[Pair<'a>]) -> Vec<Vec<(usize, &'a [ScopeId])>> {
    let mut alternatives = vec![Vec::new(); new.scopes.len()];
    for (place, pair) in pairs.iter().enumerate() {
        let (None | Some(Access::Scopes(_)), Access::Scopes(requirement)) = (pair.old, pair.new) else { continue };
        for all in requirement.alternatives() {
            if let Some(first) = all.first() {
                alternatives[first.0].push((place, all.as_slice()));
            }
        }
    }
    alternatives
}

/// No resource, and one of every kind that scopes are bound to.
fn resources<'a>(between: &Between<'a>) -> BTreeSet<Option<&'a str>> {
    let scopes = between.old.scopes.iter().chain(&between.new.scopes);
    scopes.map(|scope| scope.bound_to.as_deref()).chain([None]).collect()
}

/// A token in one manifest.
struct Token<'a> {
    authority: &'a Authority,
    held: Vec<ScopeId>,
    effective: Members,
}

impl<'a> Token<'a> {
    fn new(authority: &'a Authority, held: Vec<ScopeId>) -> Self {
        Self { authority, effective: authority.effective(&held), held }
    }

    /// Whether it may call an endpoint for a resource of a kind, or for none. A restriction binds whether or not it has
    /// effect.
    fn may_call(&self, access: &Access, resource: Option<&str>) -> bool {
        let Some(under) = under(access) else { return true };
        let binds = |id: &&ScopeId| self.authority.scope(**id).is_restriction && !under.contains(id);
        if self.held.iter().any(|id| binds(&id)) {
            return false;
        }
        let Access::Scopes(requirement) = access else { return true };
        let counts = |id: &ScopeId| {
            let bound_to = self.authority.scope(*id).bound_to.as_deref();
            self.effective.contains(*id) && (bound_to.is_none() || bound_to == resource)
        };
        requirement.alternatives().iter().any(|all| all.iter().all(counts))
    }
}
