//! Findings as SARIF 2.1.0, which code-scanning services take.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Findings, Severity, rule};
use crate::explanation::Explanation;

/// The document, with a line break at its end.
pub(crate) fn findings(files: &[Findings]) -> serde_json::Result<String> {
    let rules: BTreeSet<&str> = files.iter().flat_map(Findings::all).map(|(_, finding)| rule(finding)).collect();
    let results: Vec<Value> = files.iter().flat_map(results).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "cargo-scopes",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.into_iter().map(described).collect::<Vec<_>>(),
            } },
            // Columns count characters, as in the messages; without this they would be UTF-16 code units.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

/// A rule with what `explain` says of it.
fn described(id: &str) -> Value {
    let Some(explanation) = Explanation::of(id) else { return json!({ "id": id }) };
    json!({
        "id": id,
        "shortDescription": { "text": explanation.summary() },
        "help": { "text": explanation.summary(), "markdown": explanation.page() },
    })
}

fn results(file: &Findings) -> Vec<Value> {
    let location = |line: usize, column: usize, message: Option<&str>| {
        let mut location = json!({
            "physicalLocation": {
                "artifactLocation": { "uri": uri(&file.file) },
                "region": { "startLine": line, "startColumn": column },
            },
        });
        if let (Some(message), Some(fields)) = (message, location.as_object_mut()) {
            fields.insert("message".into(), json!({ "text": message }));
        }
        location
    };
    let result = |(severity, finding): (Severity, &scopes_manifest::Diagnostic)| {
        let help = finding.help().map(|help| format!("\n{help}")).unwrap_or_default();
        let related = finding.related().iter();
        json!({
            "ruleId": rule(finding),
            "level": severity.as_str(),
            "message": { "text": format!("{}{help}", finding.message()) },
            "locations": [location(finding.line(), finding.column(), None)],
            "relatedLocations":
                related.map(|one| location(one.line(), one.column(), Some(one.message()))).collect::<Vec<_>>(),
        })
    };
    file.all().map(result).collect()
}

/// A relative reference (RFC 3986): what cannot stand in a path is percent-encoded.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}
