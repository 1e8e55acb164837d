//! Reads the keys of one table by its description in `format`: what that lacks is unknown, and what it has is read.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::Text;
use crate::code::Code;
use crate::format::{self, Key, Value};
use crate::report::Report;
use crate::source::Span;

/// One table while it is read.
pub(super) struct Fields<'t, 'i> {
    table: &'t DeTable<'i>,
    description: &'static format::Table,
    /// What the table is, for messages.
    what: String,
    span: Span,
    /// The described keys that were asked for, a bit each, so that one that is described and not read is found.
    asked: u32,
}

pub(super) type Entry<'t, 'i> = (&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>);

impl<'t, 'i> Fields<'t, 'i> {
    pub(super) fn new(
        table: &'t DeTable<'i>,
        description: &'static format::Table,
        what: impl Into<String>,
        span: Span,
    ) -> Self {
        Self { table, description, what: what.into(), span, asked: 0 }
    }

    /// A key with its value, which the caller reads as the description says.
    pub(super) fn get(&mut self, key: &'static str, is_described: impl Fn(&Value) -> bool) -> Option<Entry<'t, 'i>> {
        let described = self.described(key, is_described);
        debug_assert!(described.is_some(), "the format does not describe `{key}` of {} as it is read", self.what);
        self.table.get_key_value(key)
    }

    /// Whether a key is there that may be left unread.
    pub(super) fn ask(&mut self, key: &'static str) -> bool {
        self.get(key, |_| true).is_some()
    }

    /// The description of a key that is about to be read, if it is of this form.
    fn described(&mut self, key: &str, is_described: impl Fn(&Value) -> bool) -> Option<&'static Key> {
        let keys = self.description.keys;
        // Keys are mostly read in their order.
        let next = self.asked.trailing_ones() as usize;
        let is_asked = |place: &usize| keys.get(*place).is_some_and(|described| described.name == key);
        let place = Some(next).filter(is_asked).or_else(|| keys.iter().position(|described| described.name == key))?;
        self.asked |= 1 << place;
        keys.get(place).filter(|described| is_described(&described.value))
    }

    /// Where a key stands, or the table where it does not.
    pub(super) fn place(&self, key: &str) -> Span {
        self.table.get_key_value(key).map_or(self.span, |(key, _)| Span::of(key))
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Whether a key is absent, and not only misspelt: that will be reported as an unknown key.
    pub(super) fn lacks(&self, key: &str) -> bool {
        let is_slip = |other: &str| crate::spelling::nearest(other, [key]).is_some();
        !self.has(key) && !self.table.keys().any(|other| is_slip(other.get_ref()))
    }

    /// Whether a key is there under another spelling, which will be reported.
    pub(super) fn misspells(&self, key: &str) -> bool {
        !self.has(key) && !self.lacks(key)
    }

    pub(super) fn text(&mut self, key: &'static str, report: &mut Report) -> Option<Text> {
        let (_, value) = self.get(key, |value| matches!(value, Value::Text(_)))?;
        string(value, key, report)
    }

    pub(super) fn flag(&mut self, key: &'static str, report: &mut Report) -> Option<bool> {
        let (_, value) = self.get(key, |value| matches!(value, Value::Flag | Value::True))?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            wrong_type(report, Span::of(value), key, "`true` or `false`", value.get_ref());
        }
        flag
    }

    /// A list of strings; a value that stands twice is reported and counts once.
    pub(super) fn texts(&mut self, key: &'static str, report: &mut Report) -> Option<Vec<Text>> {
        let (_, value) = self.get(key, |value| matches!(value, Value::List(Value::Text(_), _)))?;
        list(value, key, report)
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        report: &mut Report,
    ) -> Option<T> {
        let (_, value) = self.get(key, |value| is_one_of(value, words))?;
        word(&string(value, key, report)?, key, words, report)
    }

    /// A list of a few words.
    pub(super) fn words<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        report: &mut Report,
    ) -> Option<Vec<T>> {
        let (_, value) = self.get(key, |value| matches!(value, Value::List(one, _) if is_one_of(one, words)))?;
        let texts = list(value, key, report)?;
        Some(texts.iter().filter_map(|text| word(text, key, words, report)).collect())
    }

    pub(super) fn table(
        &mut self,
        key: &'static str,
        description: &'static format::Table,
        what: &str,
        report: &mut Report,
    ) -> Option<Fields<'t, 'i>> {
        let is_it = |value: &Value| matches!(value, Value::Table(table) if std::ptr::eq(*table, description));
        let (name, value) = self.get(key, is_it)?;
        let table = as_table(value, key, report)?;
        Some(Fields::new(table, description, what, Span::of(name)))
    }

    /// A table whose keys are names and not words of the format.
    pub(super) fn map(
        &mut self,
        key: &'static str,
        description: &'static format::Map,
        report: &mut Report,
    ) -> Option<&'t DeTable<'i>> {
        let is_it = |value: &Value| matches!(value, Value::Map(map) if std::ptr::eq(*map, description));
        let (_, value) = self.get(key, is_it)?;
        as_table(value, key, report)
    }

    /// Whether there is a key that the format does not have.
    pub(super) fn has_unknown(&self) -> bool {
        self.table.keys().any(|key| self.description.key(key.get_ref()).is_none())
    }

    /// Reports every key that the format does not have.
    pub(super) fn finish(self, report: &mut Report) {
        let keys = self.description.keys;
        debug_assert_eq!(self.asked.trailing_ones() as usize, keys.len(), "a key of {} is never read", self.what);
        let known = || keys.iter().map(|key| key.name);
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if self.description.key(name).is_none() {
                let suggestion = report.suggestion(name, known());
                let message = format!("unknown key `{name}` in {}{suggestion}", self.what);
                let help = format!("known keys are {}", quoted(known()));
                report.add(Code::UnknownKey, Span::of(key), message, help);
            }
        }
    }
}

/// Whether the format describes these words, in their order.
fn is_one_of<T>(value: &Value, words: &[(&'static str, T)]) -> bool {
    matches!(value, Value::Word(described)
        if described.iter().map(|word| word.name).eq(words.iter().map(|(word, _)| *word)))
}

fn string(value: &Spanned<DeValue<'_>>, key: &str, report: &mut Report) -> Option<Text> {
    let text = as_text(value);
    if text.is_none() {
        wrong_type(report, Span::of(value), key, "a string", value.get_ref());
    }
    text
}

fn as_table<'t, 'i>(value: &'t Spanned<DeValue<'i>>, key: &str, report: &mut Report) -> Option<&'t DeTable<'i>> {
    let table = value.get_ref().as_table();
    if table.is_none() {
        wrong_type(report, Span::of(value), key, "a table", value.get_ref());
    }
    table
}

pub(super) fn as_text(value: &Spanned<DeValue<'_>>) -> Option<Text> {
    value.get_ref().as_str().map(|text| Text { value: text.to_owned(), span: Span::of(value) })
}

fn word<T: Copy>(text: &Text, key: &str, words: &[(&'static str, T)], report: &mut Report) -> Option<T> {
    let known = || words.iter().map(|(word, _)| *word);
    let found = words.iter().find(|(word, _)| *word == text.value).map(|(_, meaning)| *meaning);
    if found.is_none() {
        let suggestion = report.suggestion(&text.value, known());
        let message = format!("`{key}` cannot be `{}`{suggestion}", text.value);
        report.add(Code::WrongType, text.span, message, format!("it is one of {}", quoted(known())));
    }
    found
}

pub(super) fn list(value: &Spanned<DeValue<'_>>, key: &str, report: &mut Report) -> Option<Vec<Text>> {
    let DeValue::Array(members) = value.get_ref() else {
        wrong_type(report, Span::of(value), key, "a list of strings", value.get_ref());
        return None;
    };
    let mut seen = std::collections::HashSet::new();
    let mut texts = Vec::with_capacity(members.len());
    for member in members {
        match as_text(member) {
            Some(text) if !seen.insert(text.value.clone()) => {
                report.add(
                    Code::Duplicate,
                    text.span,
                    format!("`{}` stands twice in `{key}`", text.value),
                    "leave one out",
                );
            }
            Some(text) => texts.push(text),
            None => wrong_type(report, Span::of(member), key, "a list of strings", member.get_ref()),
        }
    }
    Some(texts)
}

pub(super) fn wrong_type(report: &mut Report, span: Span, key: &str, wanted: &str, found: &DeValue<'_>) {
    let found = found.type_str();
    let article = if found.starts_with(['a', 'i']) { "an" } else { "a" };
    let message = format!("`{key}` is {wanted}, here stands {article} {found}");
    report.add(Code::WrongType, span, message, "");
}

fn quoted<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
