//! What a derived `Debug` shows, as a tree: names, fields, entries and texts.

use alloc::string::String;
use alloc::vec::Vec;

/// One value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tree<'t> {
    /// `"…"`, with its escapes.
    Text(&'t str),
    /// A number, a text in bytes, or anything else that is no structure.
    Leaf(&'t str),
    /// `Name`, `Name(…)`, or `(…)`.
    Tuple(&'t str, Vec<Tree<'t>>),
    /// `Name { field: … }`.
    Struct(&'t str, Vec<(&'t str, Tree<'t>)>),
    /// `{key: …}`.
    Map(Vec<(Tree<'t>, Tree<'t>)>),
    /// `[…]`.
    List(Vec<Tree<'t>>),
}

impl<'t> Tree<'t> {
    /// The tree of a text; `None` where it is none.
    pub(super) fn parse(text: &'t str) -> Option<Self> {
        let mut reader = Reader { rest: text, depth: 0 };
        let tree = reader.value()?;
        reader.rest.trim_start().is_empty().then_some(tree)
    }

    /// The name of a structure.
    pub(super) fn name(&self) -> Option<&'t str> {
        match self {
            Self::Tuple(name, _) | Self::Struct(name, _) => Some(name),
            _ => None,
        }
    }

    /// Whether a structure has these fields and no others.
    pub(super) fn has_only(&self, names: &[&str]) -> bool {
        let Self::Struct(_, fields) = self else { return false };
        fields.len() == names.len() && fields.iter().all(|(field, _)| names.contains(field))
    }

    /// A field of a structure.
    pub(super) fn field(&self, name: &str) -> Option<&Self> {
        let Self::Struct(_, fields) = self else { return None };
        fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value)
    }

    /// The only member of a tuple.
    pub(super) fn only(&self) -> Option<&Self> {
        match self {
            Self::Tuple(_, members) if members.len() == 1 => members.first(),
            _ => None,
        }
    }

    /// The entries of a map.
    pub(super) fn entries(&self) -> Option<&[(Self, Self)]> {
        match self {
            Self::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// A text without its escapes, which are those of `char::escape_debug`.
    pub(super) fn text(&self) -> Option<String> {
        let Self::Text(escaped) = self else { return None };
        let mut text = String::with_capacity(escaped.len());
        let mut rest = *escaped;
        while let Some((before, after)) = rest.split_once('\\') {
            text.push_str(before);
            let (character, after) = unescaped(after)?;
            text.push(character);
            rest = after;
        }
        text.push_str(rest);
        Some(text)
    }
}

/// The character of an escape without its backslash, and what follows.
fn unescaped(escape: &str) -> Option<(char, &str)> {
    if let Some(digits) = escape.strip_prefix("u{") {
        let (digits, rest) = digits.split_once('}')?;
        return Some((char::from_u32(u32::from_str_radix(digits, 16).ok()?)?, rest));
    }
    let mut characters = escape.chars();
    let character = match characters.next()? {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        itself @ ('"' | '\'' | '\\') => itself,
        _ => return None,
    };
    Some((character, characters.as_str()))
}

/// What is not read yet.
struct Reader<'t> {
    rest: &'t str,
    depth: usize,
}

/// Deeper than any router shows.
const DEEPEST: usize = 64;

impl<'t> Reader<'t> {
    fn value(&mut self) -> Option<Tree<'t>> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        self.rest = self.rest.trim_start();
        let value = match self.rest.as_bytes().first()? {
            b'"' => Tree::Text(self.quoted()?),
            b'{' => Tree::Map(self.members('{', '}', |reader| Some((reader.value()?, reader.value_after_colon()?)))?),
            b'[' => Tree::List(self.members('[', ']', Self::value)?),
            b'(' => Tree::Tuple("", self.members('(', ')', Self::value)?),
            _ => self.named()?,
        };
        self.depth -= 1;
        Some(value)
    }

    /// What begins with a word.
    fn named(&mut self) -> Option<Tree<'t>> {
        if self.rest.starts_with("b\"") {
            self.rest = self.rest.get(1..)?;
            return self.quoted().map(Tree::Leaf);
        }
        let word = self.word()?;
        Some(match self.rest.trim_start().as_bytes().first() {
            Some(b'(') => Tree::Tuple(word, self.members('(', ')', Self::value)?),
            Some(b'{') => Tree::Struct(
                word,
                self.members('{', '}', |reader| Some((reader.word()?, reader.value_after_colon()?)))?,
            ),
            _ if word.starts_with(|first: char| first.is_alphabetic()) => Tree::Tuple(word, Vec::new()),
            _ => Tree::Leaf(word),
        })
    }

    fn word(&mut self) -> Option<&'t str> {
        self.rest = self.rest.trim_start();
        let is_word = |character: char| character.is_alphanumeric() || "_.:-<>#&*".contains(character);
        // A colon ends a field's name; two are part of a path.
        let mut end = self.rest.find(|character| !is_word(character)).unwrap_or(self.rest.len());
        if self.rest.get(..end)?.ends_with(':') {
            end -= 1;
        }
        let word = self.rest.get(..end).filter(|word| !word.is_empty())?;
        self.rest = self.rest.get(end..)?;
        Some(word)
    }

    fn value_after_colon(&mut self) -> Option<Tree<'t>> {
        self.rest = self.rest.trim_start().strip_prefix(':')?;
        self.value()
    }

    fn quoted(&mut self) -> Option<&'t str> {
        let text = self.rest.strip_prefix('"')?;
        let mut is_escaped = false;
        let end = text.bytes().position(|byte| {
            let is_end = byte == b'"' && !is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
            is_end
        })?;
        self.rest = text.get(end + 1..)?;
        text.get(..end)
    }

    /// What stands between two brackets, separated by commas. `..` stands for fields that are not shown.
    fn members<T>(
        &mut self,
        open: char,
        close: char,
        mut member: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.rest = self.rest.trim_start().strip_prefix(open)?;
        let mut members = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix(close) {
                self.rest = rest;
                return Some(members);
            }
            if let Some(rest) = self.rest.strip_prefix("..") {
                self.rest = rest;
                continue;
            }
            members.push(member(self)?);
            self.rest = self.rest.trim_start();
            self.rest = self.rest.strip_prefix(',').unwrap_or(self.rest);
        }
    }
}
