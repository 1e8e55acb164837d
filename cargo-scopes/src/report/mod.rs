//! What `check` found, as each reader wants it: people, programs, code-scanning services, GitHub's log.

pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod sarif;

use scopes_manifest::{Catalog, Diagnostic, Diagnostics};

/// What was found in one file.
#[derive(Debug)]
pub(crate) struct Findings {
    /// The path as it was given.
    pub(crate) file: String,
    /// The faults for which the manifest is refused, in the order of their places.
    pub(crate) errors: Vec<Diagnostic>,
    /// What lints at level `warn` say, in the same order.
    pub(crate) warnings: Vec<Diagnostic>,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severity {
    Error,
    Warning,
}

impl Severity {
    /// The word, as compilers, SARIF and GitHub have it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl Findings {
    pub(crate) fn of(file: String, reading: &Result<Catalog, Diagnostics>) -> Self {
        match reading {
            Ok(catalog) => Self { file, errors: Vec::new(), warnings: catalog.warnings() },
            Err(faults) => Self { file, errors: faults.iter().cloned().collect(), warnings: Vec::new() },
        }
    }

    /// All of them, errors first.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Severity, &Diagnostic)> {
        let errors = self.errors.iter().map(|one| (Severity::Error, one));
        errors.chain(self.warnings.iter().map(|one| (Severity::Warning, one)))
    }
}

/// The rule behind a finding: the code, or the lint's name where a lint found it.
pub(crate) fn rule(finding: &Diagnostic) -> &'static str {
    finding.lint().unwrap_or(finding.code().as_str())
}
