//! Reads the values of a lock: each comes out with the type that is wanted there, or with a fault at its place.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::LockFault;
use crate::authority::ascending;
use crate::catalog::ScopeId;
use crate::source::{Source, Span};
use crate::spelling;

pub(super) type Result<T> = std::result::Result<T, LockFault>;

pub(super) const WRITE_ANEW: &str = "write it anew with `cargo scopes lock`";

/// A table and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Table<'t, 'i> {
    pub(super) table: &'t DeTable<'i>,
    pub(super) span: Span,
}

pub(super) type Entry<'t, 'i> = (&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>);

pub(super) struct Reader<'s> {
    pub(super) source: &'s Source,
    /// Every name and alias of the lock.
    pub(super) ids: HashMap<String, ScopeId>,
}

impl Reader<'_> {
    pub(super) fn fault<T>(&self, span: Span, message: impl Into<String>) -> Result<T> {
        Err(LockFault::new(self.source, span, message))
    }

    pub(super) fn plain(&self, key: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>> {
        Ok(ascending(self.texts(key, value)?.into_iter().map(|(text, _)| text).collect()))
    }

    pub(super) fn texts(
        &self,
        key: &Spanned<DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<Vec<(String, Span)>> {
        match value.get_ref() {
            DeValue::Array(members) => members.iter().map(|member| self.text(key, member)).collect(),
            _ => self.fault(Span::of(value), format!("`{}` is a list of strings", key.get_ref())),
        }
    }

    pub(super) fn text(&self, key: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>) -> Result<(String, Span)> {
        match value.get_ref().as_str() {
            Some(text) => Ok((text.to_owned(), Span::of(value))),
            None => self.fault(Span::of(value), format!("`{}` has a string here", key.get_ref())),
        }
    }

    pub(super) fn word<T: Copy>(
        &self,
        key: &Spanned<DeString<'_>>,
        (text, span): (String, Span),
        words: &[(&'static str, T)],
    ) -> Result<T> {
        match words.iter().find(|(word, _)| *word == text) {
            Some((_, meaning)) => Ok(*meaning),
            None => self.fault(span, format!("`{}` cannot be `{text}`; {WRITE_ANEW}", key.get_ref())),
        }
    }

    pub(super) fn table<'t, 'i>(
        &self,
        key: &Spanned<DeString<'_>>,
        value: &'t Spanned<DeValue<'i>>,
    ) -> Result<Table<'t, 'i>> {
        match value.get_ref() {
            DeValue::Table(table) => Ok(Table { table, span: Span::of(key) }),
            _ => self.fault(Span::of(value), format!("`{}` is a table", key.get_ref())),
        }
    }

    pub(super) fn required<'t, 'i>(&self, table: Table<'t, 'i>, key: &str) -> Result<Entry<'t, 'i>> {
        match table.table.get_key_value(key) {
            Some(entry) => Ok(entry),
            None => self.fault(table.span, format!("the lock has no `{key}`; {WRITE_ANEW}")),
        }
    }

    pub(super) fn known_keys(&self, table: Table<'_, '_>, known: &[&'static str]) -> Result<()> {
        match table.table.keys().find(|key| !known.contains(&&**key.get_ref())) {
            Some(key) => self.unknown_key(key, known),
            None => Ok(()),
        }
    }

    pub(super) fn unknown_key<T>(&self, key: &Spanned<DeString<'_>>, known: &[&'static str]) -> Result<T> {
        let name = key.get_ref();
        let near = spelling::nearest(name, known.iter().copied());
        let advice = near.map_or_else(|| WRITE_ANEW.to_owned(), |near| format!("did you mean `{near}`?"));
        self.fault(Span::of(key), format!("unknown key `{name}`; {advice}"))
    }
}

pub(super) fn number(value: &DeValue<'_>) -> Option<i64> {
    value.as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok())
}

pub(super) fn is_true(value: &Spanned<DeValue<'_>>) -> bool {
    value.get_ref().as_bool() == Some(true)
}
