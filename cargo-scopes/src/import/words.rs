//! Titles and texts of a document as a manifest has them: a title as a name, a text on one line. The readers of the formats
//! are the callers.

/// A title as one plain word: letters and digits in lower case, with `-` for what is between them.
pub(crate) fn plain_word(title: &str) -> String {
    let parts = title.split(|character: char| !character.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_lowercase()
}

/// A text on one line: a line break and the blanks around it are one space.
pub(crate) fn one_line(text: &str) -> String {
    if text.contains(['\n', '\r']) {
        text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    } else {
        text.to_owned()
    }
}
