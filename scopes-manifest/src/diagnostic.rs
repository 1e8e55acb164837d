//! What is wrong with a manifest: where, what, and how to mend it, for people and for programs.

use std::fmt::{self, Write as _};
use std::ops::Range;

use crate::catalog::Axis;
use crate::code::Code;
use crate::excerpt::Excerpt;
use crate::source::{Source, Span};

/// One fault.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub(crate) code: Code,
    pub(crate) lint: Option<&'static str>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) span: Span,
    pub(crate) place: Related,
    pub(crate) related: Vec<Related>,
}

/// A place in the manifest with what is to be said of it.
#[derive(Clone, Debug)]
pub struct Related {
    /// Shared by all: the line is cut out of it when somebody looks.
    source: Source,
    span: Span,
    message: String,
}

impl Related {
    pub(crate) fn new(source: &Source, span: Span, message: String) -> Self {
        Self { source: source.clone(), span, message }
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.source.position(self.span.start).0
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.source.position(self.span.start).1
    }

    /// The bytes concerned.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.start..self.span.end
    }

    /// The whole line.
    #[must_use]
    pub fn source_line(&self) -> &str {
        self.source.line(self.line())
    }

    /// What there is to show of the line.
    #[must_use]
    pub fn excerpt(&self) -> Excerpt {
        Excerpt::of(&self.source, self.span)
    }

    /// What is to be said of it.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl Diagnostic {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// The name of the lint that found it, where the code is [`Code::Lint`].
    #[must_use]
    pub fn lint(&self) -> Option<&'static str> {
        self.lint
    }

    /// What is wrong, in a line, with the right spelling where one is near.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// How to mend it.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.place.line()
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.place.column()
    }

    /// The bytes concerned.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.start..self.span.end
    }

    /// The whole line.
    #[must_use]
    pub fn source_line(&self) -> &str {
        self.place.source_line()
    }

    /// Other places that belong to it, such as the second of two names that clash.
    #[must_use]
    pub fn related(&self) -> &[Related] {
        &self.related
    }

    /// What there is to show of the line.
    #[must_use]
    pub fn excerpt(&self) -> Excerpt {
        self.place.excerpt()
    }

    /// The fault as compilers show it: message and code, `file:line:column`, the line with a mark, the mend.
    #[must_use]
    pub fn render(&self, file: &str) -> String {
        let mut text = format!("{} [{}]\n", self.message, self.code);
        self.place.render(&mut text, file);
        for related in &self.related {
            let _ = writeln!(text, "{}", related.message);
            related.render(&mut text, file);
        }
        if let Some(help) = &self.help {
            let _ = write!(text, "help: {help}");
        }
        text.trim_end().to_owned()
    }
}

impl Related {
    fn render(&self, text: &mut String, file: &str) {
        let Excerpt { line, column, before, marked, after } = self.excerpt();
        let gutter = " ".repeat(line.to_string().len());
        let (indent, marks) = (" ".repeat(before.chars().count()), "^".repeat(marked.chars().count().max(1)));
        let _ = writeln!(text, "{gutter}--> {file}:{line}:{column}");
        let _ = writeln!(text, "{gutter} |");
        let _ = writeln!(text, "{line} | {before}{marked}{after}");
        let _ = writeln!(text, "{gutter} | {indent}{marks}");
    }
}

/// Every fault of a manifest, in the order of their places; never none.
#[derive(Clone, Debug)]
pub struct Diagnostics {
    pub(crate) list: Vec<Diagnostic>,
    pub(crate) salvage: Box<Salvage>,
}

impl Diagnostics {
    /// The faults in the order of their places.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// How many there are, at least one.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "it is never empty")]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// All of them as text, for a manifest of this name.
    #[must_use]
    pub fn render(&self, file: &str) -> String {
        self.list.iter().map(|fault| fault.render(file)).collect::<Vec<_>>().join("\n\n")
    }

    /// What could be read all the same.
    #[must_use]
    pub fn salvage(&self) -> &Salvage {
        &self.salvage
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.render("scopes.toml"))
    }
}

impl std::error::Error for Diagnostics {}

/// What could be read of a faulty manifest: enough to generate the enum, so that uses of it are no further errors.
#[derive(Clone, Debug, Default)]
pub struct Salvage {
    pub(crate) scopes: Vec<SalvagedScope>,
    pub(crate) presets: Vec<String>,
    pub(crate) kinds: [Option<Vec<String>>; 4],
}

/// A scope of a faulty manifest.
#[derive(Clone, Debug)]
pub struct SalvagedScope {
    pub(crate) name: String,
    pub(crate) variant: String,
}

impl Salvage {
    /// Scopes whose names give identifiers, each identifier once.
    #[must_use]
    pub fn scopes(&self) -> &[SalvagedScope] {
        &self.scopes
    }

    /// The constants of presets, each once.
    #[must_use]
    pub fn presets(&self) -> &[String] {
        &self.presets
    }

    /// The values of an axis, as they stand; `None` where it is not listed.
    #[must_use]
    pub fn kinds(&self, axis: Axis) -> Option<&[String]> {
        self.kinds.get(axis as usize)?.as_deref()
    }
}

impl SalvagedScope {
    /// The wire name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The variant's identifier.
    #[must_use]
    pub fn variant(&self) -> &str {
        &self.variant
    }
}
