//! Who gained a call: single scopes, then what only together suffices.
//!
//! An endpoint that takes other scopes is tried with tokens, in both manifests: with every single scope, and with the
//! least token for each alternative, for each kind of resource. What no such token gained no other did. What `settled`
//! answers is not tried: a token is made once, and meets only those endpoints that it can have gained.

use std::cell::LazyCell;

use super::Authority;
use super::between::{Between, Subject};
use super::endpoint::Pair;
use super::members::Members;
use super::settled;
use super::token::{Token, resources};
use crate::catalog::{Access, ScopeId};

/// How many callers of one endpoint are looked for: more than are ever named.
pub(super) const MOST_CALLERS: usize = 100;

/// How many tokens are tried for one alternative. Only where aliases have moved are there more than one.
const MOST_TOKENS: usize = 256;

/// For each endpoint the tokens that gained it, by names.
pub(super) fn callers(between: &Between<'_>, pairs: &[Pair<'_>]) -> Vec<Vec<Vec<String>>> {
    let mut search = Search::new(between, pairs);
    for (number, subject) in between.subjects().iter().enumerate() {
        search.alone(number, subject);
    }
    for (place, all) in search.together() {
        search.least(place, all);
    }
    search.callers
}

/// An endpoint's place and one of its alternatives.
type Alternative<'a> = (usize, &'a [ScopeId]);

struct Search<'s, 'a> {
    between: &'s Between<'a>,
    pairs: &'s [Pair<'a>],
    unsettled: Members,
    /// By the first scope of each, the alternatives of endpoints that are not settled.
    open: Vec<Vec<Alternative<'a>>>,
    /// By every scope of each, those of endpoints that are.
    settled: Vec<Vec<Alternative<'a>>>,
    /// The number of the subject with which each endpoint was tried last.
    tried: Vec<Option<usize>>,
    callers: Vec<Vec<Vec<String>>>,
}

impl<'s, 'a> Search<'s, 'a> {
    fn new(between: &'s Between<'a>, pairs: &'s [Pair<'a>]) -> Self {
        let [mut open, mut settled] = [(); 2].map(|()| vec![Vec::new(); between.new.scopes.len()]);
        for (place, pair) in pairs.iter().enumerate() {
            let (None | Some(Access::Scopes(_)), Access::Scopes(requirement)) = (pair.old, pair.new) else { continue };
            let is_settled = settled::is_settled(between, pair);
            let (index, most) = if is_settled { (&mut settled, usize::MAX) } else { (&mut open, 1) };
            for all in requirement.alternatives() {
                all.iter().take(most).for_each(|id| index[id.0].push((place, all.as_slice())));
            }
        }
        let unsettled = settled::unsettled(between);
        let (tried, callers) = (vec![None; pairs.len()], vec![Vec::new(); pairs.len()]);
        Self { between, pairs, unsettled, open, settled, tried, callers }
    }

    /// A token of one scope.
    fn alone(&mut self, number: usize, subject: &Subject<'a>) {
        let is_settled = !self.unsettled.contains(subject.new);
        if is_settled && self.open.iter().all(Vec::is_empty) {
            return;
        }
        let (between, pairs) = (self.between, self.pairs);
        let new = Token::new(between.new, vec![subject.new]);
        let old = LazyCell::new(|| Token::new(between.old, vec![subject.old]));
        let is_freed = between.old.scope(subject.old).is_restriction && !between.new.scope(subject.new).is_restriction;
        for id in new.effective.iter() {
            let is_fresh = || {
                let had = settled::counted(between, id).is_some_and(|before| old.effective.contains(before));
                is_freed || !had
            };
            let settled = if !is_settled && is_fresh() { self.settled[id.0].as_slice() } else { &[] };
            for (place, all) in self.open[id.0].iter().chain(settled) {
                let is_done = self.tried[*place] == Some(number) || self.callers[*place].len() >= MOST_CALLERS;
                if is_done || !new.effective.contains_all(all) {
                    continue;
                }
                self.tried[*place] = Some(number);
                if is_gained(between.new, &pairs[*place], &old, &new) {
                    self.callers[*place].push(vec![subject.name.to_owned()]);
                }
            }
        }
    }

    /// The alternatives for which the least token is tried.
    fn together(&self) -> Vec<Alternative<'a>> {
        let is_first = |id: usize, all: &[ScopeId]| all.first() == Some(&ScopeId(id));
        let is_unsettled = |all: &[ScopeId]| all.iter().any(|id| self.unsettled.contains(*id));
        let settled = self.settled.iter().enumerate().flat_map(|(id, alternatives)| {
            alternatives.iter().filter(move |(_, all)| is_first(id, all) && is_unsettled(all))
        });
        self.open.iter().flatten().chain(settled).copied().collect()
    }

    /// The least tokens for one alternative.
    fn least(&mut self, place: usize, all: &[ScopeId]) {
        let between = self.between;
        let Least { tokens, is_cut } = least(between, all);
        for held in tokens.into_iter().filter(|held| held.len() > 1) {
            let callers = &mut self.callers[place];
            if callers.len() >= MOST_CALLERS {
                return;
            }
            let is_held = |name: &String| held.iter().any(|subject| subject.name == name);
            if callers.iter().any(|known| known.iter().all(is_held)) {
                continue;
            }
            let new = Token::new(between.new, held.iter().map(|subject| subject.new).collect());
            let old = Token::new(between.old, held.iter().map(|subject| subject.old).collect());
            // Where not all tokens are tried, the one that stands for them counts as one that gained.
            if is_cut || is_gained(between.new, &self.pairs[place], &old, &new) {
                callers.push(held.iter().map(|subject| subject.name.to_owned()).collect());
            }
        }
    }
}

/// Whether the new token may call an endpoint where the old one could not.
fn is_gained(authority: &Authority, pair: &Pair<'_>, old: &Token<'_>, new: &Token<'_>) -> bool {
    let could = |resource| pair.old.is_some_and(|access| old.may_call(access, resource));
    let mut resources = resources(authority, pair.new).into_iter();
    resources.any(|resource| new.may_call(pair.new, resource) && !could(resource))
}

/// The tokens to try for one alternative.
struct Least<'b, 'a> {
    tokens: Vec<Vec<&'b Subject<'a>>>,
    /// Whether there are more than are looked at, of which the one here says nothing.
    is_cut: bool,
}

/// The old names that come to all of an alternative, with what those require; none where one of them is new. A new scope
/// may be held by several names that once meant different scopes, and each choice is another token.
fn least<'b, 'a>(between: &'b Between<'a>, all: &[ScopeId]) -> Least<'b, 'a> {
    let required = between.new.with_required(all);
    let count = required.iter().fold(1, |count: usize, id| count.saturating_mul(between.names(*id).len()));
    let is_cut = count > MOST_TOKENS;
    let mut tokens = vec![Vec::new()];
    for names in required.iter().map(|id| between.names(*id)) {
        let names = if is_cut { names.get(..1).unwrap_or_default() } else { names };
        match names {
            [] => return Least { tokens: Vec::new(), is_cut: false },
            [name] => tokens.iter_mut().for_each(|token| token.push(name)),
            names => {
                let longer = |token: &Vec<_>| names.iter().map(|name| [token.as_slice(), &[name]].concat()).collect();
                tokens = tokens.iter().flat_map(|token| -> Vec<_> { longer(token) }).collect();
            }
        }
    }
    Least { tokens, is_cut }
}
