//! Collects every fault of a reading. Made by `Catalog::parse`, lent to each stage, and asked once at the end.

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
    suggestions_left: usize,
}

impl Report {
    pub(crate) fn new(source: Source) -> Self {
        Self { source, list: Vec::new(), suggestions_left: SUGGESTIONS }
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
        let help = Some(help.into()).filter(|help| !help.is_empty());
        let place = Related::new(&self.source, span, String::new());
        let related = related.into_iter().map(|(span, text)| Related::new(&self.source, span, text)).collect();
        self.list.push(Diagnostic { code, message: message.into(), help, span, place, related });
    }

    /// `; did you mean …?`, or nothing.
    pub(crate) fn suggestion<'a>(&mut self, word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
        if self.suggestions_left == 0 {
            return String::new();
        }
        self.suggestions_left -= 1;
        spelling::nearest(word, known).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
    }

    pub(crate) fn source(&self) -> &Source {
        &self.source
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The lines with faults of this code.
    pub(crate) fn lines_of(&self, code: Code) -> Vec<usize> {
        self.list.iter().filter(|fault| fault.code == code).map(Diagnostic::line).collect()
    }

    /// Whether a line was not understood. A key that stands twice leaves everything else as it was.
    pub(crate) fn has_broken_lines(&self) -> bool {
        self.list.iter().any(|fault| fault.code == Code::Syntax && !fault.message.contains("duplicate"))
    }

    pub(crate) fn retain(&mut self, keep: impl Fn(&Diagnostic) -> bool) {
        self.list.retain(keep);
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
