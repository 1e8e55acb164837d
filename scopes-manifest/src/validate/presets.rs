//! Rules on presets and on the default of a request without scopes.

use std::collections::HashSet;

use super::references::{Index, Reference};
use super::{graph, holders};
use crate::catalog::{Approval, Issued, ScopeId, Sensitivity};
use crate::code::Code;
use crate::raw::{Manifest, Preset, Scope, Text};
use crate::report::Report;

/// The scopes of each preset.
pub(super) fn resolve(manifest: &Manifest, index: &Index<'_>, report: &mut Report) -> Vec<Vec<ScopeId>> {
    manifest.presets.iter().map(|preset| one(preset, manifest, index, report)).collect()
}

fn one(preset: &Preset, manifest: &Manifest, index: &Index<'_>, report: &mut Report) -> Vec<ScopeId> {
    let name = &preset.name;
    if preset.scopes.is_empty() && !preset.has_faults {
        report.add(
            Code::BadPreset,
            name.span,
            format!("the preset `{}` is empty", name.value),
            "list its scopes, or leave it out",
        );
    }
    let scopes = index.resolve_all(&preset.scopes, report);
    for scope in &scopes {
        if manifest.scopes.get(scope.target.0).is_some_and(|scope| scope.is_restriction) {
            let message = format!("the preset `{}` contains a restriction", name.value);
            report.add(
                Code::RestrictionMisuse,
                scope.span,
                message,
                "a preset is what a client asks for; leave it out",
            );
        }
    }
    if let Some(axis) = holders::contradiction(manifest, &scopes) {
        let message = format!("no kind of `{}` may hold all of the preset `{}`", axis.as_str(), name.value);
        report.add(Code::BadPreset, name.span, message, "split it by who may hold its scopes");
    }
    scopes.iter().map(|scope| scope.target).collect()
}

/// What a request without scopes asks for.
pub(super) fn default(
    manifest: &Manifest,
    index: &Index<'_>,
    includes: &[Vec<ScopeId>],
    report: &mut Report,
) -> Option<Vec<ScopeId>> {
    let scopes = match manifest.system.default.as_ref()? {
        crate::raw::DefaultScopes::Scopes(texts) => index.resolve_all(texts, report),
        crate::raw::DefaultScopes::Preset(name) => preset(name, manifest, index, report)?,
    };
    // Every default once as a beginning: what it leads to first from there need not be walked again.
    let mut reached = HashSet::new();
    for scope in &scopes {
        let part = graph::walk(scope.target, |id| includes.get(id.0).map_or(&[], Vec::as_slice), &mut reached);
        let own = manifest.scopes.get(scope.target.0);
        let Some(reason) = own.into_iter().chain(part.iter().filter_map(|id| manifest.scopes.get(id.0))).find_map(harm)
        else {
            continue;
        };
        report.add(
            Code::BadDefault,
            scope.span,
            format!("a default scope {reason}"),
            "what nobody asked for must be harmless; leave it out",
        );
    }
    Some(scopes.iter().map(|scope| scope.target).collect())
}

/// Why a scope is not given to who did not ask for it.
fn harm(scope: &Scope) -> Option<&'static str> {
    if scope.approval != Approval::None {
        Some("needs approval")
    } else if scope.sensitivity == Sensitivity::Restricted {
        Some("is restricted")
    } else if scope.issues.contains(&Issued::RefreshToken) {
        Some("issues a refresh token")
    } else {
        None
    }
}

fn preset(name: &Text, manifest: &Manifest, index: &Index<'_>, report: &mut Report) -> Option<Vec<Reference>> {
    if let Some(preset) = manifest.presets.iter().find(|preset| preset.name.value == name.value) {
        // Its names have been checked where they stand.
        let scopes = preset.scopes.iter().filter_map(|text| index.get(&text.value));
        return Some(scopes.map(|target| Reference { target, span: name.span }).collect());
    }
    if manifest.doubts.about("presets") {
        return None;
    }
    let suggestion = report.suggestion(&name.value, manifest.presets.iter().map(|preset| preset.name.value.as_str()));
    let message = format!("the default names no preset: `{}`{suggestion}", name.value);
    report.add(Code::BadDefault, name.span, message, "a list of scopes is written `[\"…\"]`");
    None
}
