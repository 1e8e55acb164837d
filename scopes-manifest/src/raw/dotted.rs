//! Names that were written without quotes: to TOML `guilds.join = "…"` is a table `guilds` with a key `join`.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::Text;
use crate::code::Code;
use crate::report::Report;
use crate::source::Span;

/// The names that were meant, if this key was written with a dot and its table is no scope; otherwise none.
pub(super) fn names(key: &Spanned<DeString<'_>>, table: &DeTable<'_>, source: &str) -> Vec<Text> {
    let may_be_text = |value: &DeValue<'_>| matches!(value, DeValue::String(_) | DeValue::Table(_));
    let is_scope = table.contains_key("text") || !table.values().all(|value| may_be_text(value.get_ref()));
    if is_scope || !is_before_dot(key, source) {
        return Vec::new();
    }
    let mut names = Vec::new();
    let mut pending = vec![(key.get_ref().to_string(), table)];
    while let Some((prefix, table)) = pending.pop() {
        for (key, value) in table {
            let name = format!("{prefix}.{}", key.get_ref());
            match value.get_ref() {
                DeValue::Table(inner) if is_before_dot(key, source) => pending.push((name, inner)),
                _ => names.push(Text { value: name, span: whole(key, source) }),
            }
        }
    }
    names
}

/// Reports them: they are quoted, and then they are names.
pub(super) fn report(names: &[Text], report: &mut Report) {
    for name in names {
        let message = format!("a dot in a bare key makes a table: `{}` is not a name", name.value);
        report.add(Code::UnknownKey, name.span, message, format!("quote it: `\"{}\"`", name.value));
    }
}

fn is_before_dot(key: &Spanned<DeString<'_>>, source: &str) -> bool {
    source.get(key.span().end..).unwrap_or_default().trim_start_matches([' ', '\t']).starts_with('.')
}

/// From the beginning of the line to the end of the last part; in a header the last part alone.
fn whole(last: &Spanned<DeString<'_>>, source: &str) -> Span {
    let Span { start, end } = Span::of(last);
    let in_line = source.get(..start).unwrap_or_default().rsplit('\n').next().unwrap_or_default().trim_start();
    let start = if in_line.starts_with('[') { start } else { start - in_line.len() };
    Span { start, end }
}
