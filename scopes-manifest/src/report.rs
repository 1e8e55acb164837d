//! Collects every fault of a reading. Made by `Catalog::parse`, lent to each stage, and asked once at the end.

use std::collections::{BTreeSet, HashSet};

use crate::code::Code;
use crate::diagnostic::{Diagnostic, Related};
use crate::source::{Source, Span};
use crate::spelling;

/// How many suggestions one reading looks for: each looks at every name, so a file of wrong ones stays linear.
const SUGGESTIONS: usize = 100;

/// The faults so far.
#[derive(Debug)]
pub(crate) struct Report {
    source: Source,
    list: Vec<Diagnostic>,
    /// Codes with their places: what a pattern or a rule does wrong many times is one fault.
    seen: HashSet<(Code, Span)>,
    subjects: Vec<&'static str>,
    suggestions_left: usize,
}

impl Report {
    pub(crate) fn new(source: Source) -> Self {
        Self { source, list: Vec::new(), seen: HashSet::new(), subjects: Vec::new(), suggestions_left: SUGGESTIONS }
    }

    /// Adds a fault with the mend.
    pub(crate) fn add(&mut self, code: Code, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.add_related(code, span, message, help, Vec::new());
    }

    /// The same with other places that belong to it.
    pub(crate) fn add_related(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
        related: Vec<(Span, String)>,
    ) {
        // Several lints may find fault with one name, and what is absent has no place of its own.
        if code != Code::Lint && span.start < span.end && !self.seen.insert((code, span)) {
            return;
        }
        let help = Some(help.into()).filter(|help| !help.is_empty());
        let place = Related::new(&self.source, span, String::new());
        let related = related.into_iter().map(|(span, text)| Related::new(&self.source, span, text)).collect();
        self.list.push(Diagnostic { code, lint: None, message: message.into(), help, span, place, related });
    }

    /// Adds a fault unless one about the same `subject` has been added by this method.
    pub(crate) fn add_once(&mut self, code: Code, subject: &'static str, span: Span, message: String, help: String) {
        if !self.subjects.contains(&subject) {
            self.subjects.push(subject);
            self.add(code, span, message, help);
        }
    }

    /// `; did you mean …?`, or nothing.
    pub(crate) fn suggestion<'a>(&mut self, word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
        self.suggestion_from(word, || known)
    }

    /// The same where the words are yet to be gathered: only while suggestions are left.
    pub(crate) fn suggestion_from<'a, I: IntoIterator<Item = &'a str>>(
        &mut self,
        word: &str,
        known: impl FnOnce() -> I,
    ) -> String {
        if self.suggestions_left == 0 {
            return String::new();
        }
        self.suggestions_left -= 1;
        spelling::nearest(word, known()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
    }

    pub(crate) fn source(&self) -> &Source {
        &self.source
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Drops what is only wrong because a line was not understood: what `is_consequence` says, and whatever lies in or
    /// runs into such a line.
    pub(crate) fn drop_consequences(&mut self, is_consequence: impl Fn(Code) -> bool) {
        let broken: BTreeSet<usize> =
            self.list.iter().filter(|fault| fault.code == Code::Syntax).map(Diagnostic::line).collect();
        let source = &self.source;
        self.list.retain(|fault| {
            let lines = fault.line()..=source.position(fault.span.end).0;
            fault.code == Code::Syntax || (!is_consequence(fault.code) && broken.range(lines).next().is_none())
        });
    }

    /// Whether a line was not understood. A key that stands twice leaves everything else as it was.
    pub(crate) fn has_broken_lines(&self) -> bool {
        self.list.iter().any(|fault| fault.code == Code::Syntax && !fault.message.contains("duplicate"))
    }

    pub(crate) fn extend(&mut self, found: Vec<Diagnostic>) {
        self.list.extend(found);
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Everything, in the order of the places.
    pub(crate) fn into_list(mut self) -> Vec<Diagnostic> {
        self.list.sort_by_key(|fault| (fault.span, fault.code));
        self.list
    }
}
