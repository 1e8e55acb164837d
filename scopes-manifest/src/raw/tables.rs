//! `[[rules]]`, `[removed]`, `[presets]`, `[text.…]` and `[lints]`.

use toml::de::DeValue;

use super::fields::{Fields, as_text, wrong_type};
use super::{Manifest, Text};
use crate::catalog::{Lint, LintLevel, MissingPolicy, Words};
use crate::format::{self, Value};
use crate::report::Report;
use crate::source::Span;

/// `[[rules]]`: `when` a name has this form, it includes the other.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) when: Text,
    pub(crate) includes: Text,
    /// `missing = "skip"`; `None` where the word could not be read.
    pub(crate) skips_missing: Option<bool>,
}

/// A name that is never to be used again.
#[derive(Debug)]
pub(crate) struct Removed {
    pub(crate) name: Text,
    pub(crate) version: Option<Text>,
    pub(crate) note: Option<Text>,
}

#[derive(Debug)]
pub(crate) struct Preset {
    pub(crate) name: Text,
    pub(crate) text: Option<Text>,
    pub(crate) scopes: Vec<Text>,
    /// Part of it could not be read, which has been reported.
    pub(crate) has_faults: bool,
}

/// `[text.de]`.
#[derive(Debug)]
pub(crate) struct Translation {
    pub(crate) locale: Text,
    pub(crate) texts: Vec<(Text, Text)>,
    /// Part of it could not be read, which has been reported.
    pub(crate) has_faults: bool,
}

/// `[lints]`, in the order of [`Lint`].
#[derive(Debug, Default)]
pub(crate) struct Lints {
    pub(crate) levels: [LintLevel; Lint::WORDS.len()],
    pub(crate) except: [Vec<Text>; Lint::WORDS.len()],
}

pub(super) fn read(fields: &mut Fields<'_, '_>, source: &str, manifest: &mut Manifest, report: &mut Report) {
    rules(fields, manifest, report);
    removed(fields, source, manifest, report);
    presets(fields, manifest, report);
    translations(fields, source, manifest, report);
    lints(fields, manifest, report);
}

fn rules(fields: &mut Fields<'_, '_>, manifest: &mut Manifest, report: &mut Report) {
    let Some((_, value)) = fields.get("rules", |value| matches!(value, Value::Tables(_))) else { return };
    let DeValue::Array(rules) = value.get_ref() else {
        return wrong_type(report, Span::of(value), "rules", "written `[[rules]]`", value.get_ref());
    };
    for rule in rules {
        let DeValue::Table(table) = rule.get_ref() else {
            wrong_type(report, Span::of(rule), "rules", "written `[[rules]]`", rule.get_ref());
            continue;
        };
        let mut fields = Fields::new(table, &format::RULE, "the rule", Span::of(rule));
        let (when, includes) = (required(&mut fields, "when", report), required(&mut fields, "includes", report));
        let before = report.len();
        let skips_missing = fields.word("missing", MissingPolicy::WORDS, report).unwrap_or_default();
        fields.finish(report);
        let skips_missing = Some(skips_missing == MissingPolicy::Skip).filter(|_| report.len() == before);
        if let (Some(when), Some(includes)) = (when, includes) {
            manifest.rules.push(Rule { when, includes, skips_missing });
        }
    }
}

/// A string that has to be there.
fn required(fields: &mut Fields<'_, '_>, key: &'static str, report: &mut Report) -> Option<Text> {
    if fields.lacks(key) {
        let message = format!("the rule has no `{key}`");
        report.add(crate::code::Code::WrongType, fields.place(key), message, format!("add `{key} = \"…_{{x}}\"`"));
    }
    fields.text(key, report)
}

fn removed(fields: &mut Fields<'_, '_>, source: &str, manifest: &mut Manifest, report: &mut Report) {
    let Some(table) = fields.map("removed", &format::REMOVED, report) else { return };
    for (key, value) in table {
        let name = Text { value: key.get_ref().to_string(), span: Span::of(key) };
        let DeValue::Table(inner) = value.get_ref() else {
            wrong_type(report, Span::of(value), &name.value, "a table such as `{ in = \"2.0\" }`", value.get_ref());
            continue;
        };
        let dotted = super::dotted::names(key, inner, source);
        if !dotted.is_empty() {
            super::dotted::report(&dotted, report);
            continue;
        }
        let mut fields =
            Fields::new(inner, &format::REMOVED_SCOPE, format!("the removed scope `{}`", name.value), name.span);
        let (version, note) = (fields.text("in", report), fields.text("note", report));
        fields.finish(report);
        manifest.removed.push(Removed { name, version, note });
    }
}

fn presets(fields: &mut Fields<'_, '_>, manifest: &mut Manifest, report: &mut Report) {
    let table = fields.map("presets", &format::PRESETS, report);
    manifest.doubts.note("presets", table.is_none() && !fields.lacks("presets"));
    for (key, value) in table.into_iter().flatten() {
        let name = Text { value: key.get_ref().to_string(), span: Span::of(key) };
        let DeValue::Table(inner) = value.get_ref() else {
            let wanted = "a table such as `{ text = \"…\", scopes = [\"…\"] }`";
            wrong_type(report, Span::of(value), &name.value, wanted, value.get_ref());
            manifest.presets.push(Preset { name, text: None, scopes: Vec::new(), has_faults: true });
            continue;
        };
        let before = report.len();
        let mut fields = Fields::new(inner, &format::PRESET, format!("the preset `{}`", name.value), name.span);
        let text = fields.text("text", report);
        let scopes = fields.texts("scopes", report).unwrap_or_default();
        fields.finish(report);
        manifest.presets.push(Preset { name, text, scopes, has_faults: report.len() > before });
    }
}

fn translations(fields: &mut Fields<'_, '_>, source: &str, manifest: &mut Manifest, report: &mut Report) {
    let table = fields.map("text", &format::TRANSLATIONS, report);
    manifest.doubts.note("text", table.is_none() && !fields.lacks("text"));
    for (key, value) in table.into_iter().flatten() {
        let locale = Text { value: key.get_ref().to_string(), span: Span::of(key) };
        let DeValue::Table(inner) = value.get_ref() else {
            wrong_type(report, Span::of(value), &locale.value, "a table of texts", value.get_ref());
            manifest.translations.push(Translation { locale, texts: Vec::new(), has_faults: true });
            continue;
        };
        let before = report.len();
        let mut texts = Vec::with_capacity(inner.len());
        for (key, value) in inner {
            let scope = Text { value: key.get_ref().to_string(), span: Span::of(key) };
            match (as_text(value), value.get_ref()) {
                (Some(text), _) => texts.push((scope, text)),
                (None, DeValue::Table(table)) if !super::dotted::names(key, table, source).is_empty() => {
                    super::dotted::report(&super::dotted::names(key, table, source), report);
                }
                (None, other) => wrong_type(report, Span::of(value), &scope.value, "a string", other),
            }
        }
        manifest.translations.push(Translation { locale, texts, has_faults: report.len() > before });
    }
}

fn lints(fields: &mut Fields<'_, '_>, manifest: &mut Manifest, report: &mut Report) {
    let Some(mut table) = fields.table("lints", &format::LINTS, "`[lints]`", report) else { return };
    let lints = &mut manifest.lints;
    for (((name, _), level), except) in Lint::WORDS.iter().zip(&mut lints.levels).zip(&mut lints.except) {
        let Some(mut lint) = table.table(name, &format::LINT, &format!("the lint `{name}`"), report) else { continue };
        *level = lint.word("level", LintLevel::WORDS, report).unwrap_or_default();
        *except = lint.texts("except", report).unwrap_or_default();
        lint.finish(report);
    }
    table.finish(report);
}
