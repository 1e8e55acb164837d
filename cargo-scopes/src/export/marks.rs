//! Text in Markdown that is shown as it is: what would be a mark is escaped. `markdown` and `typescript` write by it.

/// What has a meaning to `CommonMark` or to GitHub somewhere in a line.
const MARKS: &str = "\\`*_{}[]<>#|~&!^$@";

/// A text within a line.
pub(super) fn text(text: &str) -> String {
    let mut marked = String::with_capacity(text.len());
    for character in text.chars() {
        if MARKS.contains(character) {
            marked.push('\\');
        }
        match character {
            '\n' | '\r' => marked.push(' '),
            other => marked.push(other),
        }
    }
    outer_spaces(&marked)
}

/// Spaces at the ends would be taken away.
fn outer_spaces(text: &str) -> String {
    let (start, end) = (text.len() - text.trim_start_matches(' ').len(), text.trim_end_matches(' ').len());
    let Some(inner) = text.get(start..end) else { return "&#32;".repeat(text.len()) };
    format!("{}{inner}{}", "&#32;".repeat(start), "&#32;".repeat(text.len() - end))
}

/// A text as code in a cell of a table. There a backslash before `|` is taken away before the code is read.
pub(super) fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // One space at each end belongs to the fence, where both are there.
    let is_padded = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let padding = if is_padded && !text.trim().is_empty() { " " } else { "" };
    format!("{fence}{padding}{}{padding}{fence}", text.replace('|', "\\|"))
}
