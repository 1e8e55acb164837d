//! What a string of the format looks like, as patterns that JavaScript, Rust and Python read alike: no class by name, no
//! look-around, and of Unicode the basic plane alone, since characters beyond it are written in no common way.

use std::ops::RangeInclusive;

use scopes_manifest::format::{
    LONGEST_NAME, LONGEST_TEXT, METHODS, NAME_CHARACTERS, NOT_IN_URI, PATH_PUNCTUATION, SEPARATORS, Text,
    UNSAFE_CHARACTERS,
};
use scopes_manifest::identifier::{KEYWORDS, OF_SYSTEM, TAKEN};
use serde_json::{Map, Value, json};

/// Unicode's white space without what is unsafe: a text of nothing else is blank.
const WHITE_SPACE: &str = r" \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000";

/// What parts the words of an identifier.
const BETWEEN: &str = "[^A-Za-z0-9]";

/// The schema of one kind of string.
pub(super) fn schema(kind: Text) -> Map<String, Value> {
    let mut keywords = vec![("type", json!("string"))];
    match kind {
        Text::Note => keywords.extend([("maxLength", json!(LONGEST_TEXT)), ("pattern", json!(note()))]),
        Text::Sentence => {
            keywords.extend([
                ("minLength", json!(1)),
                ("maxLength", json!(LONGEST_TEXT)),
                ("pattern", json!(sentence())),
            ]);
        }
        Text::ScopeName => keywords.extend(name(&format!("^{}+$", name_characters("")))),
        Text::ScopeOrPattern => {
            let (literal, separators) = (name_characters("*"), String::from_iter(SEPARATORS));
            keywords.extend(name(&format!("^{literal}+([{separators}]\\*)?$")));
        }
        Text::Template => {
            let literal = name_characters("*{}");
            keywords.push(("pattern", json!(format!("^{literal}*\\{{[^{{}}]+\\}}{literal}*$"))));
        }
        Text::Kind => {
            let taken = KEYWORDS.iter().copied().chain([TAKEN]).filter(|word| word.starts_with(char::is_uppercase));
            keywords.push(("pattern", json!(begins_with_letter())));
            keywords.push(("not", string_like(&whole(taken.map(gives_variant)))));
        }
        Text::PresetName => {
            keywords.push(("pattern", json!(begins_with_letter())));
            keywords.push(("not", string_like(&whole(OF_SYSTEM.iter().map(|word| gives_constant(word))))));
        }
        Text::Identifier => {
            let taken: Vec<&str> = KEYWORDS.iter().copied().chain([TAKEN]).collect();
            keywords.push(("pattern", json!("^(_[A-Za-z0-9]|[A-Za-z])[A-Za-z0-9_]*$")));
            keywords.push(("not", json!({ "enum": taken })));
        }
        Text::Language => keywords.push(("pattern", json!("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"))),
        Text::Uri => {
            let character = class(|character| character.is_ascii_graphic() && !NOT_IN_URI.contains(character));
            keywords.push(("pattern", json!(format!("^{character}*:{character}*$"))));
        }
        Text::Route => {
            keywords.push(("pattern", json!(route())));
            keywords.push(("not", string_like(r"/\.\.?(/|$)")));
        }
        // Nothing is known of what another kind may be.
        _ => {}
    }
    keywords.into_iter().map(|(keyword, value)| (keyword.to_owned(), value)).collect()
}

/// Said of strings alone, so that it can stand beside what is said of other types.
fn string_like(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn name(pattern: &str) -> [(&'static str, Value); 3] {
    [("minLength", json!(1)), ("maxLength", json!(LONGEST_NAME)), ("pattern", json!(pattern))]
}

fn name_characters(without: &str) -> String {
    class(|character| NAME_CHARACTERS.iter().any(|range| range.contains(&character)) && !without.contains(character))
}

fn note() -> String {
    format!("^[^{}]*$", unsafe_characters())
}

/// White space, a character that shows, and whatever is safe.
fn sentence() -> String {
    let unsafe_characters = unsafe_characters();
    format!("^[{WHITE_SPACE}]*[^{WHITE_SPACE}{unsafe_characters}][^{unsafe_characters}]*$")
}

fn unsafe_characters() -> String {
    UNSAFE_CHARACTERS.iter().filter(|range| u32::from(*range.end()) <= 0xFFFF).map(range).collect()
}

fn range(range: &RangeInclusive<char>) -> String {
    let escaped = |character: &char| format!("\\u{:04X}", u32::from(*character));
    if range.start() == range.end() {
        escaped(range.start())
    } else {
        format!("{}-{}", escaped(range.start()), escaped(range.end()))
    }
}

/// A class of printable ASCII.
fn class(contains: impl Fn(char) -> bool) -> String {
    let mut characters = ('!'..='~').filter(|character| contains(*character)).peekable();
    let mut class = String::from("[");
    while let Some(first) = characters.next() {
        let mut last = first;
        while let Some(next) = characters.next_if(|next| u32::from(*next) == u32::from(last) + 1) {
            last = next;
        }
        class.push_str(&escaped(first));
        if last != first {
            class.push('-');
            class.push_str(&escaped(last));
        }
    }
    class + "]"
}

/// As it stands in a class. `&` and `~` have a meaning there to Rust where they are doubled, which they never are.
fn escaped(character: char) -> String {
    let has_meaning = "\\[]^-".contains(character);
    if has_meaning { format!("\\{character}") } else { character.to_string() }
}

fn begins_with_letter() -> String {
    format!("^{BETWEEN}*[A-Za-z]")
}

fn whole(words: impl Iterator<Item = String>) -> String {
    format!("^{BETWEEN}*({}){BETWEEN}*$", words.collect::<Vec<_>>().join("|"))
}

/// Every name of which the variant becomes this word: a letter that is raised began a part, or was so already.
fn gives_variant(word: &str) -> String {
    let letter = |(place, letter): (usize, char)| {
        let either = format!("[{}{}]", letter.to_ascii_uppercase(), letter.to_ascii_lowercase());
        match letter {
            _ if place == 0 => either,
            'A'..='Z' => format!("({letter}|{BETWEEN}+{either})"),
            _ => letter.to_string(),
        }
    };
    word.char_indices().map(letter).collect()
}

/// Every name of which the constant becomes this word.
fn gives_constant(word: &str) -> String {
    let letter = |letter: char| format!("[{}{}]", letter.to_ascii_uppercase(), letter.to_ascii_lowercase());
    let parts: Vec<String> = word.split('_').map(|part| part.chars().map(letter).collect()).collect();
    parts.join(&format!("{BETWEEN}+"))
}

/// A method and a path; `{*rest}` is a whole segment, and the last.
fn route() -> String {
    let literal = class(|character| character.is_ascii_alphanumeric() || PATH_PUNCTUATION.contains(character));
    let name = "[A-Za-z_][A-Za-z0-9_\\-]*";
    let segment = format!("/({literal}|%[0-9A-Fa-f]{{2}}|\\{{{name}\\}})+");
    let methods = METHODS.join("|");
    format!("^({methods}) (/|({segment})+/?|({segment})*/\\{{\\*{name}\\}})$")
}
