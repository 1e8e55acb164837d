//! `[[rules]]`, `[removed]`, `[presets]`, `[text.…]` and `[lints]`.

use toml::de::DeValue;

use super::fields::{Fields, as_text, wrong_type};
use super::{Manifest, Text};
use crate::report::Report;
use crate::source::Span;

/// `[[rules]]`: `when` a name has this form, it includes the other.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) when: Text,
    pub(crate) includes: Text,
    /// `missing = "skip"`.
    pub(crate) skips_missing: bool,
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
    /// `None` where something else than a list was given, which has been reported.
    pub(crate) scopes: Option<Vec<Text>>,
}

/// `[text.de]`.
#[derive(Debug)]
pub(crate) struct Translation {
    pub(crate) locale: Text,
    pub(crate) texts: Vec<(Text, Text)>,
}

/// `[lints]`, in the order of `validate::lints::NAMES`.
#[derive(Debug, Default)]
pub(crate) struct Lints {
    pub(crate) levels: [LintLevel; 5],
    pub(crate) except: [Vec<Text>; 5],
}

/// What becomes of a lint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LintLevel {
    Allow,
    #[default]
    Warn,
    Deny,
}

/// The lints' names.
pub(crate) const LINTS: [&str; 5] = ["naming", "near_duplicate", "unused", "consent", "redundant"];

pub(super) fn read(fields: &mut Fields<'_, '_>, manifest: &mut Manifest, report: &mut Report) {
    rules(fields, manifest, report);
    removed(fields, manifest, report);
    presets(fields, manifest, report);
    translations(fields, manifest, report);
    lints(fields, manifest, report);
}

fn rules(fields: &mut Fields<'_, '_>, manifest: &mut Manifest, report: &mut Report) {
    let Some((_, value)) = fields.get("rules") else { return };
    let DeValue::Array(rules) = value.get_ref() else {
        return wrong_type(report, Span::of(value), "rules", "written `[[rules]]`", value.get_ref());
    };
    for rule in rules {
        let DeValue::Table(table) = rule.get_ref() else {
            wrong_type(report, Span::of(rule), "rules", "written `[[rules]]`", rule.get_ref());
            continue;
        };
        let mut fields = Fields::new(table, "the rule", Span::of(rule));
        let (when, includes) = (required(&mut fields, "when", report), required(&mut fields, "includes", report));
        let skips_missing = fields.word("missing", &[("deny", false), ("skip", true)], report).unwrap_or_default();
        fields.finish(report);
        if let (Some(when), Some(includes)) = (when, includes) {
            manifest.rules.push(Rule { when, includes, skips_missing });
        }
    }
}

/// A string that has to be there.
fn required(fields: &mut Fields<'_, '_>, key: &'static str, report: &mut Report) -> Option<Text> {
    if !fields.has(key) {
        let message = format!("the rule has no `{key}`");
        report.add(crate::code::Code::WrongType, fields.place(key), message, format!("add `{key} = \"…_{{x}}\"`"));
    }
    fields.text(key, report)
}

fn removed(fields: &mut Fields<'_, '_>, manifest: &mut Manifest, report: &mut Report) {
    let Some(table) = fields.table("removed", "`[removed]`", report) else { return };
    for (key, value) in table.entries() {
        let name = Text { value: key.get_ref().to_string(), span: Span::of(key) };
        let DeValue::Table(inner) = value.get_ref() else {
            wrong_type(report, Span::of(value), &name.value, "a table such as `{ in = \"2.0\" }`", value.get_ref());
            continue;
        };
        let mut fields = Fields::new(inner, format!("the removed scope `{}`", name.value), name.span);
        let (version, note) = (fields.text("in", report), fields.text("note", report));
        fields.finish(report);
        manifest.removed.push(Removed { name, version, note });
    }
}

fn presets(fields: &mut Fields<'_, '_>, manifest: &mut Manifest, report: &mut Report) {
    let Some(table) = fields.table("presets", "`[presets]`", report) else { return };
    for (key, value) in table.entries() {
        let name = Text { value: key.get_ref().to_string(), span: Span::of(key) };
        let DeValue::Table(inner) = value.get_ref() else {
            let wanted = "a table such as `{ text = \"…\", scopes = [\"…\"] }`";
            wrong_type(report, Span::of(value), &name.value, wanted, value.get_ref());
            manifest.presets.push(Preset { name, text: None, scopes: None });
            continue;
        };
        let mut fields = Fields::new(inner, format!("the preset `{}`", name.value), name.span);
        let text = fields.text("text", report);
        let is_given = fields.has("scopes");
        let scopes = fields.texts("scopes", report);
        fields.finish(report);
        // Without the key it is as empty as with an empty list.
        manifest.presets.push(Preset { name, text, scopes: if is_given { scopes } else { Some(Vec::new()) } });
    }
}

fn translations(fields: &mut Fields<'_, '_>, manifest: &mut Manifest, report: &mut Report) {
    let Some(table) = fields.table("text", "`[text]`", report) else { return };
    for (key, value) in table.entries() {
        let locale = Text { value: key.get_ref().to_string(), span: Span::of(key) };
        let DeValue::Table(inner) = value.get_ref() else {
            wrong_type(report, Span::of(value), &locale.value, "a table of texts", value.get_ref());
            continue;
        };
        let mut texts = Vec::with_capacity(inner.len());
        for (scope, value) in inner {
            let scope = Text { value: scope.get_ref().to_string(), span: Span::of(scope) };
            match as_text(value) {
                Some(text) => texts.push((scope, text)),
                None => wrong_type(report, Span::of(value), &scope.value, "a string", value.get_ref()),
            }
        }
        manifest.translations.push(Translation { locale, texts });
    }
}

fn lints(fields: &mut Fields<'_, '_>, manifest: &mut Manifest, report: &mut Report) {
    let Some(mut table) = fields.table("lints", "`[lints]`", report) else { return };
    let levels = [("allow", LintLevel::Allow), ("warn", LintLevel::Warn), ("deny", LintLevel::Deny)];
    let lints = &mut manifest.lints;
    for ((name, level), except) in LINTS.into_iter().zip(&mut lints.levels).zip(&mut lints.except) {
        let Some(mut lint) = table.table(name, &format!("the lint `{name}`"), report) else { continue };
        *level = lint.word("level", &levels, report).unwrap_or_default();
        *except = lint.texts("except", report).unwrap_or_default();
        lint.finish(report);
    }
    table.finish(report);
}
