//! Walks over `includes` and `extends`, without recursion: a chain as long as the file overflows no stack.

use std::collections::HashSet;

use super::references::Reference;
use crate::catalog::ScopeId;
use crate::code::Code;
use crate::raw::Manifest;
use crate::report::Report;

/// A scope and all that it leads to, ascending. Every edge is followed once.
pub(crate) fn closure<'e>(from: ScopeId, edges: impl Fn(ScopeId) -> &'e [ScopeId]) -> Vec<ScopeId> {
    let mut closure = walk(from, edges, &mut HashSet::new());
    closure.sort_unstable();
    closure
}

/// What of that had not been reached yet.
pub(super) fn walk<'e>(
    from: ScopeId,
    edges: impl Fn(ScopeId) -> &'e [ScopeId],
    reached: &mut HashSet<ScopeId>,
) -> Vec<ScopeId> {
    let mut found: Vec<ScopeId> = [from].into_iter().filter(|from| reached.insert(*from)).collect();
    let mut next = 0;
    while let Some(scope) = found.get(next).copied() {
        next += 1;
        found.extend(edges(scope).iter().copied().filter(|target| reached.insert(*target)));
    }
    found
}

/// Drops and reports edges of a scope to itself.
pub(super) fn self_references(key: &str, edges: &mut [Vec<Reference>], manifest: &Manifest, report: &mut Report) {
    for (place, (targets, scope)) in edges.iter_mut().zip(&manifest.scopes).enumerate() {
        targets.retain(|edge| {
            let is_self = edge.target.0 == place;
            if is_self {
                let message = format!("`{}` names itself in `{key}`", scope.name.value);
                report.add(Code::SelfReference, edge.span, message, "leave it out");
            }
            !is_self
        });
    }
}

/// Reports each cycle once, on the edge that closes it, and cuts that edge. Comes back with the members of all.
pub(super) fn cycles(
    key: &str,
    edges: &mut [Vec<Reference>],
    manifest: &Manifest,
    report: &mut Report,
) -> HashSet<usize> {
    let mut state = vec![State::New; edges.len()];
    let mut reported: HashSet<usize> = HashSet::new();
    let mut cut: HashSet<(usize, usize)> = HashSet::new();
    // The places on the path of those that have not been reported: each is looked at once, however many cycles it is in.
    let mut open: Vec<usize> = Vec::new();
    for start in 0..edges.len() {
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some((scope, next)) = path.pop() {
            if next == 0 {
                if state[scope] != State::New {
                    continue;
                }
                state[scope] = State::OnPath(path.len());
                open.push(path.len());
            }
            let Some(edge) = edges[scope].get(next) else {
                state[scope] = State::Done;
                open.pop_if(|place| *place == path.len());
                continue;
            };
            path.push((scope, next + 1));
            let target = edge.target.0;
            match state[target] {
                State::New => path.push((target, 0)),
                State::Done => {}
                State::OnPath(begin) => {
                    cut.insert((scope, target));
                    let cycle = &path[begin..];
                    // A further edge back within what has been reported tells nothing new.
                    if open.last().is_some_and(|place| *place >= begin) {
                        let message = format!("a cycle in `{key}`: {}", named(cycle, manifest));
                        report.add(Code::Cycle, edge.span, message, "authority runs one way: take one of them out");
                    }
                    while let Some(place) = open.pop_if(|place| *place >= begin) {
                        reported.insert(path[place].0);
                    }
                }
            }
        }
    }
    for (place, targets) in edges.iter_mut().enumerate() {
        targets.retain(|edge| !cut.contains(&(place, edge.target.0)));
    }
    reported
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    New,
    /// At which place.
    OnPath(usize),
    Done,
}

/// The members of a cycle, in order and back to the first; of a long one its ends.
fn named(cycle: &[(usize, usize)], manifest: &Manifest) -> String {
    let name = |(place, _): &(usize, usize)| manifest.scopes.get(*place).map_or("", |scope| scope.name.value.as_str());
    let quoted = |part: &[(usize, usize)]| part.iter().map(|place| format!("`{}`", name(place))).collect::<Vec<_>>();
    let mut names = match cycle {
        [first @ .., one, other] if first.len() > 5 => {
            let mut names = quoted(&first[..4]);
            names.push("…".to_owned());
            names.extend(quoted(&[*one, *other]));
            names
        }
        _ => quoted(cycle),
    };
    names.extend(quoted(cycle.get(..1).unwrap_or_default()));
    names.join(" → ")
}

/// No scope requires itself or what it includes: that would always be met.
///
/// What each includes is found for 64 scopes in one walk over all edges, a bit for each, so that a file full of
/// `requires` takes no closure for each of them.
pub(super) fn requires_own_closure(
    requires: &[Vec<Reference>],
    includes: &[Vec<ScopeId>],
    cyclic: &HashSet<usize>,
    manifest: &Manifest,
    report: &mut Report,
) {
    let order = from_includer_to_included(includes);
    let dependents: Vec<usize> =
        (0..requires.len()).filter(|place| !requires[*place].is_empty() && !cyclic.contains(place)).collect();
    for block in dependents.chunks(64) {
        let mut above = vec![0_u64; includes.len()];
        for (bit, place) in block.iter().enumerate() {
            above[*place] |= 1 << bit;
        }
        for scope in &order {
            for target in &includes[*scope] {
                above[target.0] |= above[*scope];
            }
        }
        for (bit, place) in block.iter().enumerate() {
            for edge in requires[*place].iter().filter(|edge| above[edge.target.0] >> bit & 1 == 1) {
                let name = manifest.scopes.get(*place).map_or("", |scope| scope.name.value.as_str());
                let message = format!("`{name}` requires what it holds already");
                let mend = "leave it out of `requires`, or out of `includes`";
                report.add(Code::RequiresOwnClosure, edge.span, message, mend);
            }
        }
    }
}

/// Every scope after all that include it; the edges have no cycle.
fn from_includer_to_included(includes: &[Vec<ScopeId>]) -> Vec<usize> {
    let mut above = vec![0_usize; includes.len()];
    for target in includes.iter().flatten() {
        above[target.0] += 1;
    }
    let mut order: Vec<usize> = (0..includes.len()).filter(|scope| above[*scope] == 0).collect();
    let mut next = 0;
    while let Some(scope) = order.get(next).copied() {
        next += 1;
        for target in &includes[scope] {
            above[target.0] -= 1;
            if above[target.0] == 0 {
                order.push(target.0);
            }
        }
    }
    order
}
