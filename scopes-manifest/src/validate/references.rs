//! References by name, resolved: to a declared scope, or reported with the nearest right spelling.

use std::collections::{HashMap, HashSet};

use crate::catalog::ScopeId;
use crate::code::Code;
use crate::raw::{Manifest, Removed, Text};
use crate::report::Report;
use crate::source::Span;

/// A resolved reference and where it was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    pub(super) target: ScopeId,
    pub(super) span: Span,
}

/// Every name that can be referred to, and those that explain why another cannot.
pub(super) struct Index<'m> {
    names: HashMap<&'m str, ScopeId>,
    ordered: Vec<&'m str>,
    aliases: HashMap<&'m str, &'m str>,
    removed: HashMap<&'m str, &'m Removed>,
    /// Declared in a form that was refused: a reference to one is right.
    doubtful: &'m HashSet<String>,
}

impl<'m> Index<'m> {
    pub(super) fn new(manifest: &'m Manifest) -> Self {
        let names = || manifest.scopes.iter().map(|scope| scope.name.value.as_str());
        let mut by_name = HashMap::new();
        for (place, name) in names().enumerate() {
            by_name.entry(name).or_insert(ScopeId(place));
        }
        let alias = |scope: &'m crate::raw::Scope| {
            scope.aliases.iter().map(|alias| (alias.value.as_str(), scope.name.value.as_str()))
        };
        Self {
            names: by_name,
            ordered: names().collect(),
            aliases: manifest.scopes.iter().flat_map(alias).collect(),
            removed: manifest.removed.iter().map(|removed| (removed.name.value.as_str(), removed)).collect(),
            doubtful: &manifest.doubts.names,
        }
    }

    /// The scope of this name, without a report.
    pub(super) fn get(&self, name: &str) -> Option<ScopeId> {
        self.names.get(name).copied()
    }

    /// Every name, in manifest order.
    pub(super) fn names(&self) -> &[&'m str] {
        &self.ordered
    }

    /// The scope of a reference; an unknown one is reported.
    pub(super) fn resolve(&self, text: &Text, report: &mut Report) -> Option<Reference> {
        let name = text.value.as_str();
        if let Some(target) = self.get(name) {
            return Some(Reference { target, span: text.span });
        }
        if self.doubtful.contains(name) {
            return None;
        }
        let message = self.unknown(name, report);
        report.add(Code::UnknownScope, text.span, message, "declare it under `[scopes]`, or correct the name");
        None
    }

    /// Those of a list that are known.
    pub(super) fn resolve_all(&self, texts: &[Text], report: &mut Report) -> Vec<Reference> {
        texts.iter().filter_map(|text| self.resolve(text, report)).collect()
    }

    /// What is said of a name that nobody declares.
    pub(super) fn unknown(&self, name: &str, report: &mut Report) -> String {
        if let Some(scope) = self.aliases.get(name) {
            return format!("`{name}` is an alias of `{scope}`; write `{scope}`");
        }
        if let Some(removed) = self.removed.get(name) {
            let version = removed.version.as_ref().map(|version| format!(" in {}", version.value)).unwrap_or_default();
            let note = removed.note.as_ref().map(|note| format!(": {}", note.value)).unwrap_or_default();
            return format!("the scope `{name}` was removed{version}{note}");
        }
        let suggestion = report.suggestion(name, self.ordered.iter().copied());
        format!("unknown scope `{name}`{suggestion}")
    }
}
