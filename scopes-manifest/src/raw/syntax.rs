//! What the TOML parser could not understand, each fault once.

use toml::de::Error;

use crate::code::Code;
use crate::report::Report;
use crate::source::Span;

/// Reports the parser's errors without those that only follow from another: a second one in the same line, and the
/// complaints of every further line after a bracket that was not closed.
pub(super) fn report(text: &str, errors: &[Error], report: &mut Report) {
    let mut places: Vec<(Span, &str)> = errors.iter().map(|error| (span(text, error), error.message())).collect();
    places.sort_unstable_by_key(|(span, _)| span.start);
    let mut last_line = None;
    // The line after one where a comma was wanted at the start.
    let mut unclosed = None;
    for (span, message) in places {
        let (line, column) = report.source().position(span.start);
        let wants_comma = message.contains("expected `,`");
        let is_at_start = report.source().line(line).chars().take(column - 1).all(char::is_whitespace);
        if last_line != Some(line) && unclosed != Some(line) {
            report.add(Code::Syntax, span, format!("this is not TOML: {message}"), help(message));
        }
        last_line = Some(line);
        if unclosed == Some(line) || (wants_comma && is_at_start) {
            unclosed = Some(line + 1);
        }
    }
}

fn span(text: &str, error: &Error) -> Span {
    let span = error.span().unwrap_or_default();
    Span { start: span.start.min(text.len()), end: span.end.min(text.len()) }
}

fn help(message: &str) -> &'static str {
    if message.contains("duplicate") {
        "give each key once"
    } else if message.contains("expected `,`") {
        "put a comma here, or close the bracket that was opened before"
    } else {
        "see https://toml.io for how it is written"
    }
}
