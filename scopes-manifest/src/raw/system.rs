//! `[system]`.

use super::fields::{Fields, wrong_type};
use super::{Doubts, Text};
use crate::catalog::{Delimiter, Naming, UnknownPolicy, Words};
use crate::code::Code;
use crate::format::{self, Value};
use crate::report::Report;
use crate::source::Span;

/// The table as written, defaults filled in.
#[derive(Debug, Default)]
pub(crate) struct System {
    pub(crate) name: Option<Text>,
    pub(crate) naming: Naming,
    pub(crate) unknown: UnknownPolicy,
    pub(crate) delimiters: Option<Vec<Delimiter>>,
    pub(crate) default: Option<DefaultScopes>,
    pub(crate) locale: Option<Text>,
    pub(crate) locales: Option<Vec<Text>>,
    pub(crate) strip_prefix: Option<Text>,
    pub(crate) audience_uri: Option<Text>,
    pub(crate) bound_to: Vec<Text>,
    pub(crate) max_bytes: Option<u32>,
}

/// What `default` names.
#[derive(Debug)]
pub(crate) enum DefaultScopes {
    Scopes(Vec<Text>),
    Preset(Text),
}

pub(super) fn read(fields: &mut Fields<'_, '_>, doubts: &mut Doubts, report: &mut Report) -> System {
    let before = report.len();
    let system = table(fields, report);
    doubts.note("bound_to", report.len() > before || fields.misspells("system"));
    system
}

fn table(fields: &mut Fields<'_, '_>, report: &mut Report) -> System {
    let mend = "write `[system]` and under it `name = \"…\"`";
    let Some(mut table) = fields.table("system", &format::SYSTEM, "`[system]`", report) else {
        if fields.lacks("system") {
            report.add(Code::WrongType, Span::default(), "the manifest has no `[system]`", mend);
        }
        return System::default();
    };
    if table.lacks("name") {
        report.add(Code::WrongType, fields.place("system"), "`[system]` has no name", mend);
    }
    let system = System {
        name: table.text("name", report),
        naming: table.word("naming", Naming::WORDS, report).unwrap_or_default(),
        unknown: table.word("unknown", UnknownPolicy::WORDS, report).unwrap_or_default(),
        delimiters: delimiters(&mut table, report),
        default: default(&mut table, report),
        locale: table.text("locale", report),
        locales: locales(&mut table, report),
        strip_prefix: table.text("strip_prefix", report),
        audience_uri: audience_uri(&mut table, report),
        bound_to: table.texts("bound_to", report).unwrap_or_default(),
        max_bytes: max_bytes(&mut table, report),
    };
    table.finish(report);
    system
}

fn delimiters(table: &mut Fields<'_, '_>, report: &mut Report) -> Option<Vec<Delimiter>> {
    let before = report.len();
    let delimiters = table.words("delimiters", Delimiter::WORDS, report)?;
    if delimiters.is_empty() && report.len() == before {
        report.add(
            Code::WrongType,
            table.place("delimiters"),
            "`delimiters` lists none",
            "list \"space\", \"comma\" or both",
        );
    }
    Some(delimiters)
}

fn locales(table: &mut Fields<'_, '_>, report: &mut Report) -> Option<Vec<Text>> {
    let locales = table.texts("locales", report)?;
    if locales.is_empty() {
        let mend = "list the language of the texts, or leave the key out";
        report.add(Code::BadLocale, table.place("locales"), "`locales` lists none", mend);
    }
    Some(locales)
}

fn default(table: &mut Fields<'_, '_>, report: &mut Report) -> Option<DefaultScopes> {
    let (_, value) = table.get("default", |value| matches!(value, Value::Either([Value::List(..), Value::Text(_)])))?;
    if let Some(text) = super::fields::as_text(value) {
        return Some(DefaultScopes::Preset(text));
    }
    super::fields::list(value, "default", report).map(DefaultScopes::Scopes)
}

fn audience_uri(table: &mut Fields<'_, '_>, report: &mut Report) -> Option<Text> {
    let uri = table.text("audience_uri", report)?;
    let is_uri = uri.value.contains(':')
        && uri.value.bytes().all(|byte| byte.is_ascii_graphic() && !format::NOT_IN_URI.as_bytes().contains(&byte));
    if !is_uri {
        report.add(
            Code::WrongType,
            uri.span,
            "`audience_uri` is an absolute URI (RFC 3986)",
            "such as \"https://api.example.com\"",
        );
        return None;
    }
    Some(uri)
}

fn max_bytes(table: &mut Fields<'_, '_>, report: &mut Report) -> Option<u32> {
    let (_, value) = table.get("max_bytes", |value| matches!(value, Value::Integer(1, u32::MAX)))?;
    let Some(number) = value.get_ref().as_integer() else {
        wrong_type(report, Span::of(value), "max_bytes", "an integer", value.get_ref());
        return None;
    };
    let bytes = u32::from_str_radix(number.as_str(), number.radix()).ok().filter(|bytes| *bytes > 0);
    if bytes.is_none() {
        report.add(Code::WrongType, Span::of(value), format!("`max_bytes` is from 1 to {}", u32::MAX), "");
    }
    bytes
}
