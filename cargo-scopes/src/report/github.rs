//! Findings as workflow commands of GitHub Actions, which shows them at the lines of a pull request.

use super::{Findings, rule};

/// A line a finding: `::error file=…,line=…,col=…,title=…::message`.
pub(crate) fn findings(files: &[Findings]) -> String {
    let mut text = String::new();
    for file in files {
        for (severity, finding) in file.all() {
            let help = finding.help().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
            text.push_str(&format!(
                "::{} file={},line={},col={},title={}::{}\n",
                severity.as_str(),
                property(&file.file),
                finding.line(),
                finding.column(),
                property(rule(finding)),
                message(&format!("{}{help}", finding.message())),
            ));
        }
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
