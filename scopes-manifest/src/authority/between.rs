//! Two manifests side by side: which scope of the new one each old name means.

use std::collections::HashMap;

use super::members::Members;
use super::{Authority, unchanged};
use crate::catalog::ScopeId;

/// An old name that still means a scope, and what it means in either manifest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject<'a> {
    pub(super) name: &'a str,
    pub(super) old: ScopeId,
    pub(super) new: ScopeId,
    /// Whether the new scope is what the old one has become, and not only what one of its aliases stands for now.
    /// Programs name a scope by its own name, so an alias alone takes no authority along.
    is_successor: bool,
}

/// The old and the new manifest.
pub(super) struct Between<'a> {
    pub(super) old: &'a Authority,
    pub(super) new: &'a Authority,
    subjects: Vec<Subject<'a>>,
    /// Old names that mean nothing any more, with what they meant.
    gone: Vec<(&'a str, ScopeId)>,
    /// For each new scope the old names that mean it.
    names: Vec<Vec<Subject<'a>>>,
    /// Whether anything required anything in the old manifest.
    pub(super) had_requires: bool,
    /// The new scopes that include nothing that they did not.
    unchanged: Members,
    /// What of the new manifest has effect in a token with every old name, and so in any token of old names.
    reachable: Members,
}

impl<'a> Between<'a> {
    pub(super) fn new(old: &'a Authority, new: &'a Authority) -> Self {
        let places = (0..).map(ScopeId);
        let meanings: HashMap<&str, ScopeId> =
            new.scopes.iter().zip(places).flat_map(|(scope, id)| scope.names().map(move |name| (name, id))).collect();
        let mut between = Self {
            old,
            new,
            subjects: Vec::new(),
            gone: Vec::new(),
            names: vec![Vec::new(); new.scopes.len()],
            had_requires: old.scopes.iter().any(|scope| !scope.requires.is_empty()),
            unchanged: Members::default(),
            reachable: Members::default(),
        };
        for (scope, old) in old.scopes.iter().zip((0..).map(ScopeId)) {
            let is_gone = !meanings.contains_key(scope.name.as_str());
            let first = between.subjects.len();
            for name in scope.names() {
                let Some(new) = meanings.get(name).copied() else {
                    between.gone.push((name, old));
                    continue;
                };
                let is_successor = is_gone || name == scope.name || name == between.new.scope(new).name;
                // Names of one scope that still mean one scope are one subject.
                match between.subjects[first..].iter_mut().find(|subject| subject.new == new) {
                    Some(subject) => subject.is_successor |= is_successor,
                    None => between.subjects.push(Subject { name, old, new, is_successor }),
                }
            }
        }
        for subject in &between.subjects {
            between.names[subject.new.0].push(*subject);
        }
        let meant: Vec<ScopeId> = between.subjects.iter().map(|subject| subject.new).collect();
        between.reachable = new.effective(&meant);
        between.unchanged = unchanged::scopes(&between);
        between
    }

    /// Every old name that means a scope, once for each pair of what it meant and means, by the scopes' names.
    pub(super) fn subjects(&self) -> &[Subject<'a>] {
        &self.subjects
    }

    /// Old names that mean nothing any more, with what they meant.
    pub(super) fn gone(&self) -> &[(&'a str, ScopeId)] {
        &self.gone
    }

    /// The old names that mean a new scope, one of each old scope; a token can hold it by them.
    pub(super) fn names(&self, new: ScopeId) -> &[Subject<'a>] {
        &self.names[new.0]
    }

    /// The old scopes that a new one has taken the place of; none where it is new.
    pub(super) fn predecessors(&self, new: ScopeId) -> impl Iterator<Item = &Subject<'a>> + Clone {
        self.names(new).iter().filter(|subject| subject.is_successor)
    }

    /// The one old scope that a new one has taken the place of, where no other name means it.
    pub(super) fn only_predecessor(&self, new: ScopeId) -> Option<ScopeId> {
        match self.names(new) {
            [subject] if subject.is_successor => Some(subject.old),
            _ => None,
        }
    }

    /// Whether a new scope is known to include nothing that it did not.
    pub(super) fn is_unchanged(&self, new: ScopeId) -> bool {
        self.unchanged.contains(new)
    }

    /// Whether a new scope has effect in any token of old names.
    pub(super) fn is_reachable(&self, new: ScopeId) -> bool {
        self.reachable.contains(new)
    }

    /// The old scopes that some new ones have taken the place of.
    pub(super) fn old_of(&self, new: &Members) -> Members {
        new.iter().flat_map(|id| self.predecessors(id)).map(|subject| subject.old).collect()
    }
}
