//! Text that came from a document, made safe to print: a terminal obeys control characters, and others hide or turn around
//! what stands beside them. Notes and failures go through here.

use std::borrow::Cow;

use scopes_manifest::format::UNSAFE_CHARACTERS;

/// The text with such characters spelt out (`\u{1b}`), but for line breaks and tabs.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let is_unsafe = |character: char| {
        !matches!(character, '\n' | '\t') && UNSAFE_CHARACTERS.iter().any(|range| range.contains(&character))
    };
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_unsafe(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}
