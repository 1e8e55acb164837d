//! Consent texts by language: RFC 4647 section 3.4, from the wanted tag to more general ones, and last the language
//! of the manifest.

use crate::scope::Scope;

/// The text in the nearest language that has one, and that language.
pub(crate) fn consent<S: Scope>(scope: S, wanted: &str) -> (&'static str, &'static str) {
    let policy = &S::TABLE.policy;
    let mut tag = wanted;
    loop {
        if tag.eq_ignore_ascii_case(policy.locale) {
            break;
        }
        let translated = policy.translations.iter().find(|(locale, _)| tag.eq_ignore_ascii_case(locale));
        if let Some((text, locale)) = translated.and_then(|(locale, texts)| Some((texts.get(scope.index())?, locale))) {
            return (text, locale);
        }
        let Some((general, _)) = tag.rsplit_once('-') else { break };
        // A single letter introduces what follows it and goes with it.
        tag = general.rsplit_once('-').filter(|(_, last)| last.len() == 1).map_or(general, |(rest, _)| rest);
    }
    (scope.consent(), policy.locale)
}
