//! Walks over `includes` and `extends`, without recursion: a chain as long as the file overflows no stack.

use std::collections::HashSet;

use super::references::Reference;
use crate::catalog::ScopeId;
use crate::code::Code;
use crate::raw::Manifest;
use crate::report::Report;

/// A scope and all that it leads to, ascending. Every edge is followed once.
pub(crate) fn closure<'e>(from: ScopeId, edges: impl Fn(ScopeId) -> &'e [ScopeId]) -> Vec<ScopeId> {
    let mut reached = HashSet::from([from]);
    let mut pending = vec![from];
    while let Some(scope) = pending.pop() {
        pending.extend(edges(scope).iter().copied().filter(|target| reached.insert(*target)));
    }
    let mut closure: Vec<ScopeId> = reached.into_iter().collect();
    closure.sort_unstable();
    closure
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
    for start in 0..edges.len() {
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some((scope, next)) = path.pop() {
            if next == 0 && state[scope] != State::New {
                continue;
            }
            state[scope] = State::OnPath;
            let Some(edge) = edges[scope].get(next) else {
                state[scope] = State::Done;
                continue;
            };
            path.push((scope, next + 1));
            let target = edge.target.0;
            match state[target] {
                State::New => path.push((target, 0)),
                State::Done => {}
                State::OnPath => {
                    cut.insert((scope, target));
                    let begin = path.iter().position(|(on_path, _)| *on_path == target).unwrap_or_default();
                    let cycle: Vec<usize> = path.iter().skip(begin).map(|(on_path, _)| *on_path).collect();
                    if cycle.iter().all(|member| !reported.contains(member)) {
                        let message = format!("a cycle in `{key}`: {}", named(&cycle, manifest));
                        report.add(Code::Cycle, edge.span, message, "authority runs one way: take one of them out");
                    }
                    reported.extend(cycle);
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
    OnPath,
    Done,
}

/// The members of a cycle, in order and back to the first; of a long one its ends.
fn named(cycle: &[usize], manifest: &Manifest) -> String {
    let name = |place: &usize| manifest.scopes.get(*place).map_or("", |scope| scope.name.value.as_str());
    let mut names: Vec<String> = cycle.iter().chain(cycle.first()).map(|place| format!("`{}`", name(place))).collect();
    if names.len() > 8 {
        names.splice(4..names.len() - 3, ["…".to_owned()]);
    }
    names.join(" → ")
}

/// No scope requires itself or what it includes: that would always be met.
pub(super) fn requires_own_closure(
    requires: &[Vec<Reference>],
    includes: &[Vec<ScopeId>],
    cyclic: &HashSet<usize>,
    manifest: &Manifest,
    report: &mut Report,
) {
    for (place, (required, scope)) in requires.iter().zip(&manifest.scopes).enumerate() {
        if required.is_empty() || cyclic.contains(&place) {
            continue;
        }
        let closure = closure(ScopeId(place), |id| includes.get(id.0).map_or(&[], Vec::as_slice));
        for edge in required.iter().filter(|edge| closure.binary_search(&edge.target).is_ok()) {
            let message = format!("`{}` requires what it holds already", scope.name.value);
            report.add(
                Code::RequiresOwnClosure,
                edge.span,
                message,
                "leave it out of `requires`, or out of `includes`",
            );
        }
    }
}
