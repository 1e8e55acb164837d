//! Findings for programs: one document, a file an entry.

use scopes_manifest::{Diagnostic, Related};
use serde::Serialize;

use super::{Findings, Severity};

#[derive(Serialize)]
struct Document<'a> {
    files: Vec<File<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    file: &'a str,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    severity: &'static str,
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lint: Option<&'static str>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    /// From 1.
    line: usize,
    /// In characters, from 1.
    column: usize,
    /// Bytes of the file.
    span: [usize; 2],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    message: &'a str,
    line: usize,
    column: usize,
    span: [usize; 2],
}

/// The document, with a line break at its end.
pub(crate) fn findings(files: &[Findings]) -> serde_json::Result<String> {
    let files = files.iter().map(|file| File {
        file: &file.file,
        findings: file.all().map(|(severity, finding)| entry(severity, finding)).collect(),
    });
    Ok(serde_json::to_string_pretty(&Document { files: files.collect() })? + "\n")
}

fn entry(severity: Severity, finding: &Diagnostic) -> Finding<'_> {
    Finding {
        severity: severity.as_str(),
        code: finding.code().as_str(),
        lint: finding.lint(),
        message: finding.message(),
        help: finding.help(),
        line: finding.line(),
        column: finding.column(),
        span: [finding.span().start, finding.span().end],
        related: finding.related().iter().map(place).collect(),
    }
}

fn place(related: &Related) -> Place<'_> {
    Place {
        message: related.message(),
        line: related.line(),
        column: related.column(),
        span: [related.span().start, related.span().end],
    }
}
