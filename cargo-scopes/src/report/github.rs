//! Findings as workflow commands of GitHub Actions, which shows them at the lines of a pull request.

use std::fmt::Write as _;

use super::{Findings, rule};

/// A line a finding: `::error file=…,line=…,col=…,title=…::message`.
pub(crate) fn findings(files: &[Findings]) -> String {
    let mut text = String::new();
    for (file, severity, finding) in
        files.iter().flat_map(|file| file.all().map(|(severity, finding)| (&file.file, severity, finding)))
    {
        let help = finding.help().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
        let _ = writeln!(
            text,
            "::{} file={},line={},col={},title={}::{}",
            severity.as_str(),
            property(file),
            finding.line(),
            finding.column(),
            property(rule(finding)),
            message(&format!("{}{help}", finding.message())),
        );
    }
    text
}

/// A message ends at a line break, so breaks are written as GitHub reads them back.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property also ends at a comma or colon.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
