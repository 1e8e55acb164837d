//! Rules on deprecated and removed names.

use super::references::Index;
use crate::catalog::{Deprecation, ScopeId};
use crate::code::Code;
use crate::raw::{Manifest, RawDeprecation, Text};
use crate::report::Report;

/// What each scope says of its deprecation, the replacement resolved.
pub(super) fn deprecations(manifest: &Manifest, index: &Index<'_>, report: &mut Report) -> Vec<Option<Deprecation>> {
    let one = |(place, scope): (usize, &crate::raw::Scope)| {
        let raw = scope.deprecated.as_ref()?;
        let replacement = replacement(ScopeId(place), raw, manifest, index, report);
        let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
        Some(Deprecation {
            since: text(&raw.since),
            replacement,
            note: text(&raw.note),
            remove_after: text(&raw.remove_after),
        })
    };
    manifest.scopes.iter().enumerate().map(one).collect()
}

/// It is another scope, and one that is not deprecated itself.
fn replacement(
    of: ScopeId,
    raw: &RawDeprecation,
    manifest: &Manifest,
    index: &Index<'_>,
    report: &mut Report,
) -> Option<ScopeId> {
    let reference = index.resolve(raw.replacement.as_ref()?, report)?;
    let is_deprecated = manifest.scopes.get(reference.target.0).is_some_and(|scope| scope.deprecated.is_some());
    if reference.target == of {
        report.add(
            Code::BadReplacement,
            reference.span,
            "a scope cannot replace itself",
            "name what to use instead, or leave `use` out",
        );
    } else if is_deprecated {
        report.add(
            Code::BadReplacement,
            reference.span,
            "the replacement is deprecated itself",
            "name the scope that stays",
        );
    }
    Some(reference.target)
}

/// No scope or alias has a name that was removed: tokens that still carry it would gain a new meaning.
pub(super) fn removed(manifest: &Manifest, report: &mut Report) {
    let removed: std::collections::HashMap<&str, &Text> =
        manifest.removed.iter().map(|removed| (removed.name.value.as_str(), &removed.name)).collect();
    for name in manifest.scopes.iter().flat_map(|scope| std::iter::once(&scope.name).chain(&scope.aliases)) {
        if let Some(first) = removed.get(name.value.as_str()) {
            let message = format!("`{}` was removed and is never to be used again", name.value);
            let related = vec![(first.span, "it was removed here".to_owned())];
            report.add_related(Code::RemovedName, name.span, message, "choose another name", related);
        }
    }
}
