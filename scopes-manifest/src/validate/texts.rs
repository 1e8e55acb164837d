//! Rules on texts: there, not too long, and without characters that show something else than they are.

use crate::code::Code;
use crate::format::{LONGEST_TEXT, UNSAFE_CHARACTERS};
use crate::raw::{Manifest, Text};
use crate::report::Report;

pub(super) fn check(manifest: &Manifest, report: &mut Report) {
    let mut check = |text: &Option<Text>, may_be_blank: bool| {
        if let Some(text) = text {
            one(text, may_be_blank, report);
        }
    };
    check(&manifest.system.name, false);
    for scope in manifest.scopes.iter().filter(|scope| !scope.is_bundled()) {
        for text in [&scope.text, &scope.consent, &scope.detail] {
            check(text, false);
        }
        for text in [&scope.since, &scope.group, &scope.docs] {
            check(text, true);
        }
        if let Some(deprecated) = &scope.deprecated {
            for text in [&deprecated.since, &deprecated.note, &deprecated.remove_after] {
                check(text, true);
            }
        }
    }
    for preset in &manifest.presets {
        check(&preset.text, false);
    }
    for removed in &manifest.removed {
        check(&removed.version, true);
        check(&removed.note, true);
    }
    for (_, text) in manifest.translations.iter().flat_map(|translation| &translation.texts) {
        one(text, false, report);
    }
    for claim in manifest.scopes.iter().flat_map(|scope| &scope.claims) {
        one(claim, false, report);
    }
}

fn one(text: &Text, may_be_blank: bool, report: &mut Report) {
    let length = text.value.chars().count();
    if let Some(bad) = text.value.chars().find(|character| is_unsafe(*character)) {
        let message = format!("this text contains U+{:04X}, which does not show", u32::from(bad));
        report.add(
            Code::TextUnsafe,
            text.span,
            message,
            "control, bidirectional and invisible characters are refused; take it out",
        );
    } else if length > LONGEST_TEXT {
        let message = format!("this text is {length} characters long, at most {LONGEST_TEXT} are allowed");
        report.add(Code::TextTooLong, text.span, message, "shorten it");
    } else if !may_be_blank && text.value.trim().is_empty() {
        report.add(Code::TextMissing, text.span, "this text is blank", "say in a sentence what it is");
    }
}

/// Control, bidirectional and invisible characters: with them a text could show something else than it says.
pub(crate) fn is_unsafe(character: char) -> bool {
    UNSAFE_CHARACTERS.iter().any(|range| range.contains(&character))
}
