//! `[scopes]`: each a sentence or a table.

use toml::de::{DeTable, DeValue};

use super::fields::{Fields, as_text, wrong_type};
use super::{Manifest, Text};
use crate::catalog::{Approval, Axis, Issued, ScopeKind, Sensitivity, Words};
use crate::code::Code;
use crate::format::{self, Value};
use crate::report::Report;
use crate::source::Span;

/// A scope as written.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    pub(crate) name: Text,
    /// `None` where something else than a text was given, which has been reported.
    pub(crate) text: Option<Text>,
    pub(crate) consent: Option<Text>,
    pub(crate) detail: Option<Text>,
    pub(crate) includes: Vec<Text>,
    pub(crate) extends: Option<Text>,
    pub(crate) requires: Vec<Text>,
    pub(crate) claims: Vec<Text>,
    pub(crate) issues: Vec<Issued>,
    pub(crate) allowed: [Option<Vec<Text>>; 4],
    pub(crate) approval: Approval,
    pub(crate) sensitivity: Sensitivity,
    pub(crate) optional: bool,
    pub(crate) is_restriction: bool,
    pub(crate) bound_to: Option<Text>,
    pub(crate) aliases: Vec<Text>,
    pub(crate) deprecated: Option<RawDeprecation>,
    pub(crate) since: Option<Text>,
    pub(crate) group: Option<Text>,
    pub(crate) docs: Option<Text>,
    pub(crate) rust: Option<Text>,
    pub(crate) reading: Reading,
}

/// How a scope was come by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reading {
    #[default]
    Whole,
    /// Part of it could not be read, which has been reported: it is not held against others.
    InPart,
    /// From `use = ["oidc"]` and not from the file.
    Bundled,
}

impl Scope {
    pub(crate) fn is_bundled(&self) -> bool {
        self.reading == Reading::Bundled
    }

    pub(crate) fn has_faults(&self) -> bool {
        self.reading == Reading::InPart
    }
}

/// `deprecated = true` or a table.
#[derive(Debug, Default)]
pub(crate) struct RawDeprecation {
    pub(crate) since: Option<Text>,
    pub(crate) replacement: Option<Text>,
    pub(crate) note: Option<Text>,
    pub(crate) remove_after: Option<Text>,
}

/// Reads them all; whether the table could be looked at, so that its emptiness is worth a word.
pub(super) fn read(fields: &mut Fields<'_, '_>, source: &str, manifest: &mut Manifest, report: &mut Report) -> bool {
    let Some(table) = fields.map("scopes", &format::SCOPES, report) else { return fields.lacks("scopes") };
    for (key, value) in table {
        let name = Text { value: key.get_ref().to_string(), span: Span::of(key) };
        match value.get_ref() {
            DeValue::String(_) => manifest.scopes.push(Scope { name, text: as_text(value), ..Scope::default() }),
            DeValue::Table(table) => {
                let dotted = super::dotted::names(key, table, source);
                super::dotted::report(&dotted, report);
                if dotted.is_empty() {
                    manifest.scopes.push(scope(name, table, report));
                }
                manifest.doubts.names.extend(dotted.into_iter().map(|name| name.value));
            }
            other => {
                wrong_type(report, Span::of(value), &name.value, "a sentence or a table", other);
                manifest.scopes.push(Scope { name, reading: Reading::InPart, ..Scope::default() });
            }
        }
    }
    table.is_empty()
}

fn scope(name: Text, table: &DeTable<'_>, report: &mut Report) -> Scope {
    let (span, before) = (name.span, report.len());
    let mut fields = Fields::new(table, &format::SCOPE, format!("the scope `{}`", name.value), span);
    let mut scope = Scope {
        name,
        text: fields.text("text", report),
        consent: fields.text("consent", report),
        detail: fields.text("detail", report),
        includes: fields.texts("includes", report).unwrap_or_default(),
        extends: fields.text("extends", report),
        requires: fields.texts("requires", report).unwrap_or_default(),
        claims: fields.texts("claims", report).unwrap_or_default(),
        issues: fields.words("issues", Issued::WORDS, report).unwrap_or_default(),
        allowed: Axis::ALL.map(|axis| allowed(&mut fields, axis, report)),
        approval: fields.word("approval", Approval::WORDS, report).unwrap_or_default(),
        sensitivity: fields.word("sensitivity", Sensitivity::WORDS, report).unwrap_or_default(),
        optional: fields.flag("optional", report).unwrap_or_default(),
        is_restriction: fields.word("kind", ScopeKind::WORDS, report) == Some(ScopeKind::Restriction),
        bound_to: fields.text("bound_to", report),
        aliases: fields.texts("aliases", report).unwrap_or_default(),
        deprecated: deprecated(&mut fields, report),
        since: fields.text("since", report),
        group: fields.text("group", report),
        docs: fields.text("docs", report),
        rust: fields.text("rust", report),
        reading: Reading::Whole,
    };
    // A key that nobody knows may be a text under another name.
    if !fields.has("text") && !fields.has_unknown() {
        let mend = "add `text = \"What it grants.\"`";
        report.add(Code::TextMissing, span, format!("the scope `{}` has no text", scope.name.value), mend);
    }
    fields.finish(report);
    if report.len() > before {
        scope.reading = Reading::InPart;
    }
    scope
}

fn allowed(fields: &mut Fields<'_, '_>, axis: Axis, report: &mut Report) -> Option<Vec<Text>> {
    let values = fields.texts(axis.as_str(), report)?;
    if values.is_empty() {
        let message = format!("nobody may hold it: `{}` is an empty list", axis.as_str());
        report.add(Code::BadKind, fields.place(axis.as_str()), message, "list who may, or leave the key out for all");
        return None;
    }
    Some(values)
}

fn deprecated(fields: &mut Fields<'_, '_>, report: &mut Report) -> Option<RawDeprecation> {
    let (key, value) =
        fields.get("deprecated", |value| matches!(value, Value::Either([Value::True, Value::Table(_)])))?;
    match value.get_ref() {
        DeValue::Boolean(true) => Some(RawDeprecation::default()),
        DeValue::Table(table) => {
            let mut fields = Fields::new(table, &format::DEPRECATION, "`deprecated`", Span::of(key));
            let deprecated = RawDeprecation {
                since: fields.text("since", report),
                replacement: fields.text("use", report),
                note: fields.text("note", report),
                remove_after: fields.text("remove_after", report),
            };
            fields.finish(report);
            Some(deprecated)
        }
        other => {
            wrong_type(report, Span::of(value), "deprecated", "`true` or a table", other);
            None
        }
    }
}
