//! Rules on languages: well-formed tags, known scopes, and a text for each scope in each declared language.

use std::collections::{HashMap, HashSet};

use super::references::Index;
use crate::catalog::ScopeId;
use crate::code::Code;
use crate::format::DEFAULT_LOCALE;
use crate::raw::{Manifest, Text};
use crate::report::Report;
use crate::source::Span;

/// Texts by language and scope.
pub(super) type Translations = HashMap<String, HashMap<ScopeId, String>>;

pub(super) fn resolve(manifest: &Manifest, index: &Index<'_>, report: &mut Report) -> Translations {
    let base = manifest.system.locale.as_ref().map_or(DEFAULT_LOCALE, |locale| locale.value.as_str());
    let declared = manifest.system.locales.as_deref();
    for locale in manifest.system.locale.iter().chain(declared.into_iter().flatten()) {
        tag(locale, report);
    }
    let lists_base = |all: &[Text]| all.iter().any(|locale| locale.value == base);
    if let Some(first) = declared.filter(|all| !lists_base(all)).and_then(<[Text]>::first) {
        let message = format!("`locales` does not list `{base}`, the language of the texts");
        report.add(Code::BadLocale, first.span, message, "list it, or set `locale`");
    }
    let mut translations = Translations::new();
    // Languages with a text for no scope: it is likely the one that is missing.
    let mut strays = HashSet::new();
    for translation in &manifest.translations {
        let locale = &translation.locale;
        let is_declared = declared.is_none_or(|all| all.iter().any(|declared| declared.value == locale.value));
        if tag(locale, report) && !is_declared {
            let known = declared.into_iter().flatten().map(|locale| locale.value.as_str());
            let suggestion = report.suggestion(&locale.value, known);
            let message = format!("`locales` does not list `{}`{suggestion}", locale.value);
            report.add(Code::BadLocale, locale.span, message, "list it, or leave the table out");
        }
        let texts = translations.entry(locale.value.clone()).or_default();
        for (scope, text) in &translation.texts {
            if let Some(id) = index.get(&scope.value) {
                texts.insert(id, text.value.clone());
            } else {
                let message = index.unknown(&scope.value, report);
                report.add(Code::BadLocale, scope.span, message, "texts are for declared scopes");
                strays.insert(locale.value.as_str());
            }
        }
    }
    missing(manifest, base, &translations, &strays, report);
    translations
}

/// Reports what is no language tag.
fn tag(locale: &Text, report: &mut Report) -> bool {
    let is_tag = is_tag(&locale.value);
    if !is_tag {
        let message = format!("`{}` is no language tag", locale.value);
        report.add(Code::BadLocale, locale.span, message, "write it as RFC 5646 says, such as `en` or `pt-BR`");
    }
    is_tag
}

/// RFC 5646 section 2.1, by its shape.
fn is_tag(locale: &str) -> bool {
    let mut parts = locale.split('-');
    let language = parts
        .next()
        .is_some_and(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    language && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// One diagnostic a language, with the first of the scopes that have no text in it.
fn missing(manifest: &Manifest, base: &str, translations: &Translations, strays: &HashSet<&str>, report: &mut Report) {
    let place = manifest.system.locale.as_ref().map_or_else(Span::default, |locale| locale.span);
    let mut wanted: Vec<(&str, Span)> =
        manifest.system.locales.iter().flatten().map(|text| (text.value.as_str(), text.span)).collect();
    if !wanted.iter().any(|(locale, _)| *locale == base) {
        wanted.push((base, place));
    }
    for (locale, span) in wanted {
        let texts = translations.get(locale);
        // A scope's own text is in the base language; the bundle's texts are English.
        let has_own = |is_bundled: bool| locale == base && (!is_bundled || base == "en" || base.starts_with("en-"));
        let lacking: Vec<&str> = manifest
            .scopes
            .iter()
            .enumerate()
            .filter(|(place, scope)| {
                !has_own(scope.is_bundled()) && !texts.is_some_and(|all| all.contains_key(&ScopeId(*place)))
            })
            .map(|(_, scope)| scope.name.value.as_str())
            .collect();
        // What could not be read may have been the text.
        let is_doubtful = manifest.doubts.about("text")
            || strays.contains(locale)
            || !is_tag(locale)
            || manifest.translations.iter().any(|texts| texts.has_faults && texts.locale.value == locale);
        if let Some(first) = lacking.first().filter(|_| !is_doubtful) {
            let more = if lacking.len() > 1 { format!(" and {} more", lacking.len() - 1) } else { String::new() };
            let message = format!("`{first}`{more} has no text in `{locale}`");
            report.add(Code::MissingTranslation, span, message, format!("add it under `[text.{locale}]`"));
        }
    }
}
