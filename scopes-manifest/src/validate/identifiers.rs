//! Wire names as Rust identifiers: each gives one, and no two meet.

use std::collections::HashMap;

use crate::code::Code;
use crate::identifier;
use crate::raw::{Manifest, Text};
use crate::report::Report;
use crate::source::Span;

/// The variants of all scopes, in order; empty where a name gives none, which has been reported.
pub(super) fn variants(manifest: &Manifest, report: &mut Report) -> Vec<String> {
    let prefix = manifest.system.strip_prefix.as_ref().map(|prefix| prefix.value.as_str());
    let mut seen = HashMap::new();
    let mut variants = Vec::with_capacity(manifest.scopes.len());
    for scope in &manifest.scopes {
        let (name, span) = (&scope.name, scope.rust.as_ref().map_or(scope.name.span, |rust| rust.span));
        let variant = match &scope.rust {
            Some(rust) => Some(rust.value.clone()).filter(|rust| identifier::is_identifier(rust)),
            None => identifier::variant(&name.value, prefix).ok(),
        };
        match (variant, &scope.rust) {
            (Some(variant), _) => {
                // Scopes that differ by case alone have been reported as that.
                let is_clash = |other: &str| !other.eq_ignore_ascii_case(&name.value);
                unique(&mut seen, &variant, name, span, is_clash, report);
                variants.push(variant);
                continue;
            }
            (None, Some(rust)) => {
                let message = format!("`{}` is no identifier that a variant can have", rust.value);
                report.add(
                    Code::BadIdent,
                    span,
                    message,
                    "an ASCII identifier of Rust that is no keyword, such as `rust = \"Read\"`",
                );
            }
            // A name outside the charset has been reported as that.
            (None, None) if name.value.is_empty() || !name.value.bytes().all(|byte| byte.is_ascii_graphic()) => {}
            (None, None) => {
                let message = format!("`{}` gives no Rust identifier", name.value);
                report.add(Code::BadIdent, span, message, "name the variant: `rust = \"…\"`");
            }
        }
        variants.push(String::new());
    }
    variants
}

/// The constants of all presets, as for scopes.
pub(super) fn constants(manifest: &Manifest, report: &mut Report) -> Vec<String> {
    let mut seen = HashMap::new();
    let constant = |preset: &crate::raw::Preset| {
        let (name, span) = (&preset.name, preset.name.span);
        if let Ok(constant) = identifier::constant(&name.value) {
            unique(&mut seen, &constant, name, span, |_| true, report);
            return constant;
        }
        report.add(
            Code::BadIdent,
            span,
            format!("the preset `{}` gives no Rust constant", name.value),
            "rename it: letters first, and none of the constants that every system has, such as `ENDPOINTS`",
        );
        String::new()
    };
    manifest.presets.iter().map(constant).collect()
}

/// The values of `[kinds]` become variants too.
pub(super) fn kinds(manifest: &Manifest, report: &mut Report) {
    for values in manifest.kinds.iter().flatten() {
        let mut seen = HashMap::new();
        for value in values {
            if let Ok(variant) = identifier::variant(&value.value, None) {
                unique(&mut seen, &variant, value, value.span, |_| true, report);
            } else {
                let message = format!("the kind `{}` gives no Rust identifier", value.value);
                report.add(Code::BadIdent, value.span, message, "rename it: letters first");
            }
        }
    }
}

/// Compared without case: `ReadMail` beside `Readmail` would be mistaken for it.
fn unique(
    seen: &mut HashMap<String, (String, Span)>,
    identifier: &str,
    name: &Text,
    span: Span,
    is_clash: impl Fn(&str) -> bool,
    report: &mut Report,
) {
    let lowered = identifier.to_ascii_lowercase();
    match seen.get(&lowered) {
        None => {
            seen.insert(lowered, (name.value.clone(), span));
        }
        Some((other, _)) if !is_clash(other) => {}
        Some((other, first)) => {
            let message = format!("`{}` and `{other}` both become `{identifier}`", name.value);
            let related = vec![(*first, format!("`{other}` stands here"))];
            report.add_related(Code::IdentClash, span, message, "name one of the variants: `rust = \"…\"`", related);
        }
    }
}
