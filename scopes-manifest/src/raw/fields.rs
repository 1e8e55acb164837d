//! Reads the keys of one table: each is asked for by name, and what nobody asked for is unknown.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::Text;
use crate::code::Code;
use crate::report::Report;
use crate::source::Span;

/// One table while it is read.
pub(super) struct Fields<'t, 'i> {
    table: &'t DeTable<'i>,
    /// What the table is, for messages.
    what: String,
    span: Span,
    asked: Vec<&'static str>,
}

pub(super) type Entry<'t, 'i> = (&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>);

impl<'t, 'i> Fields<'t, 'i> {
    pub(super) fn new(table: &'t DeTable<'i>, what: impl Into<String>, span: Span) -> Self {
        Self { table, what: what.into(), span, asked: Vec::new() }
    }

    /// A key with its value.
    pub(super) fn get(&mut self, key: &'static str) -> Option<Entry<'t, 'i>> {
        self.asked.push(key);
        self.table.get_key_value(key)
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
        let (_, value) = self.get(key)?;
        let text = as_text(value);
        if text.is_none() {
            wrong_type(report, Span::of(value), key, "a string", value.get_ref());
        }
        text
    }

    pub(super) fn flag(&mut self, key: &'static str, report: &mut Report) -> Option<bool> {
        let (_, value) = self.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            wrong_type(report, Span::of(value), key, "`true` or `false`", value.get_ref());
        }
        flag
    }

    /// A list of strings; a value that stands twice is reported and counts once.
    pub(super) fn texts(&mut self, key: &'static str, report: &mut Report) -> Option<Vec<Text>> {
        let (_, value) = self.get(key)?;
        list(value, key, report)
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        report: &mut Report,
    ) -> Option<T> {
        let text = self.text(key, report)?;
        word(&text, key, words, report)
    }

    pub(super) fn table(&mut self, key: &'static str, what: &str, report: &mut Report) -> Option<Fields<'t, 'i>> {
        let (name, value) = self.get(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(Fields::new(table, what, Span::of(name))),
            other => {
                wrong_type(report, Span::of(value), key, "a table", other);
                None
            }
        }
    }

    /// Every entry of a table whose keys are names and not words of the format.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry<'t, 'i>> + use<'t, 'i> {
        self.table.iter()
    }

    /// Whether there is a key that was not asked for.
    pub(super) fn has_unknown(&self) -> bool {
        self.table.keys().any(|key| !self.asked.contains(&&**key.get_ref()))
    }

    /// Reports every key that was not asked for.
    pub(super) fn finish(self, report: &mut Report) {
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if !self.asked.contains(&name) {
                let suggestion = report.suggestion(name, self.asked.iter().copied());
                let message = format!("unknown key `{name}` in {}{suggestion}", self.what);
                report.add(Code::UnknownKey, Span::of(key), message, format!("known keys are {}", quoted(&self.asked)));
            }
        }
    }
}

pub(super) fn as_text(value: &Spanned<DeValue<'_>>) -> Option<Text> {
    value.get_ref().as_str().map(|text| Text { value: text.to_owned(), span: Span::of(value) })
}

pub(super) fn word<T: Copy>(text: &Text, key: &str, words: &[(&'static str, T)], report: &mut Report) -> Option<T> {
    let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    let found = words.iter().find(|(word, _)| *word == text.value).map(|(_, meaning)| *meaning);
    if found.is_none() {
        let suggestion = report.suggestion(&text.value, known.iter().copied());
        let message = format!("`{key}` cannot be `{}`{suggestion}", text.value);
        report.add(Code::WrongType, text.span, message, format!("it is one of {}", quoted(&known)));
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

pub(super) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
