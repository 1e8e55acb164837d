//! Runs every rule and puts the catalogue together.

use std::collections::HashMap;

use super::lints::Linter;
use super::references::{Index, Reference};
use super::{endpoints, graph, holders, identifiers, locales, names, presets, retired, rules, texts};
use crate::catalog::{Catalog, Delimiter, LintLevel, Preset, Removed, Scope, ScopeId};
use crate::format::{DEFAULT_LOCALE, DEFAULT_MAX_BYTES};
use crate::raw::{self, Manifest, Text};
use crate::report::Report;

/// The catalogue, if no rule had anything to say.
pub(super) fn catalog(manifest: &mut Manifest, report: &mut Report) -> Option<Catalog> {
    holders::kinds(manifest, report);
    let manifest = &*manifest;
    names::check(manifest, report);
    texts::check(manifest, report);
    identifiers::kinds(manifest, report);
    retired::removed(manifest, report);
    let index = Index::new(manifest);
    let scopes = scopes(manifest, &index, report);
    let targets: Vec<Vec<ScopeId>> = scopes.iter().map(|scope| scope.includes.clone()).collect();
    let constants = identifiers::constants(manifest, report);
    let preset_scopes = presets::resolve(manifest, &index, report);
    let default_scopes = presets::default(manifest, &index, &targets, report);
    let endpoints = endpoints::resolve(manifest, &index, report);
    let translations = locales::resolve(manifest, &index, report);
    let lint_exceptions: Vec<_> =
        manifest.lints.except.iter().map(|except| index.resolve_all(except, report)).collect();
    if !report.is_empty() {
        return None;
    }
    let presets = manifest.presets.iter().zip(constants).zip(preset_scopes).map(|((preset, constant), scopes)| {
        Preset { name: preset.name.value.clone(), constant, text: text(preset.text.as_ref()), scopes }
    });
    // In the language of the texts there is one answer: what `[text.…]` says goes before the scope's own.
    let mut scopes = scopes;
    let base = manifest.system.locale.as_ref().map_or(DEFAULT_LOCALE, |locale| locale.value.as_str());
    for (id, text) in translations.get(base).into_iter().flatten() {
        if let Some(scope) = scopes.get_mut(id.0) {
            scope.consent = Some(text.clone());
        }
    }
    let mut catalog = Catalog {
        default_scopes,
        presets: presets.collect(),
        endpoints,
        translations,
        by_name: scopes.iter().map(|scope| (scope.name.clone(), scope.id)).collect::<HashMap<_, _>>(),
        scopes,
        ..system(manifest)
    };
    catalog.linter = Linter::new(manifest, &lint_exceptions, report.source());
    report.extend(catalog.lint(LintLevel::Deny));
    Some(catalog)
}

/// What `[system]` and the small tables say.
fn system(manifest: &Manifest) -> Catalog {
    let system = &manifest.system;
    let locale = text(system.locale.as_ref()).unwrap_or_else(|| DEFAULT_LOCALE.to_owned());
    let removed = manifest.removed.iter().map(|removed| Removed {
        name: removed.name.value.clone(),
        since: text(removed.version.as_ref()),
        note: text(removed.note.as_ref()),
    });
    Catalog {
        name: text(system.name.as_ref()).unwrap_or_default(),
        naming: system.naming,
        unknown: system.unknown,
        delimiters: system.delimiters.clone().unwrap_or_else(|| vec![Delimiter::Space]),
        default_scopes: None,
        locales: system.locales.as_ref().map_or_else(|| vec![locale.clone()], |all| values(all)),
        locale,
        strip_prefix: text(system.strip_prefix.as_ref()),
        audience_uri: text(system.audience_uri.as_ref()),
        resource_kinds: values(&system.bound_to),
        max_bytes: system.max_bytes.unwrap_or(DEFAULT_MAX_BYTES),
        kinds: manifest.kinds.each_ref().map(|kinds| kinds.as_ref().map(|all| values(all))),
        scopes: Vec::new(),
        by_name: HashMap::new(),
        presets: Vec::new(),
        endpoints: Vec::new(),
        removed: removed.collect(),
        translations: HashMap::new(),
        linter: Linter::default(),
    }
}

/// Every scope, its references resolved and checked.
fn scopes(manifest: &Manifest, index: &Index<'_>, report: &mut Report) -> Vec<Scope> {
    let variants = identifiers::variants(manifest, report);
    let mut includes = rules::includes(manifest, index, report);
    graph::self_references("includes", &mut includes, manifest, report);
    holders::restrictions(manifest, &includes, report);
    let cyclic = graph::cycles("includes", &mut includes, manifest, report);
    holders::smuggled(manifest, &includes, &cyclic, report);
    let mut extends: Vec<Vec<Reference>> = manifest
        .scopes
        .iter()
        .map(|scope| scope.extends.iter().filter_map(|text| index.resolve(text, report)).collect())
        .collect();
    graph::self_references("extends", &mut extends, manifest, report);
    graph::cycles("extends", &mut extends, manifest, report);
    let requires: Vec<Vec<Reference>> =
        manifest.scopes.iter().map(|scope| index.resolve_all(&scope.requires, report)).collect();
    let includes: Vec<Vec<ScopeId>> = includes.iter().map(|edges| targets(edges)).collect();
    graph::requires_own_closure(&requires, &includes, &cyclic, manifest, report);
    let deprecations = retired::deprecations(manifest, index, report);
    let references = includes.into_iter().zip(extends).zip(requires).zip(variants).zip(deprecations);
    let mut scopes = Vec::with_capacity(manifest.scopes.len());
    for (raw, ((((includes, extends), requires), variant), deprecation)) in manifest.scopes.iter().zip(references) {
        scopes.push(Scope {
            id: ScopeId(scopes.len()),
            variant,
            includes,
            extends: extends.first().map(|edge| edge.target),
            requires: targets(&requires),
            deprecation,
            ..plain(raw)
        });
    }
    scopes
}

/// What a scope says without referring to others.
fn plain(raw: &raw::Scope) -> Scope {
    Scope {
        id: ScopeId(0),
        name: raw.name.value.clone(),
        variant: String::new(),
        text: text(raw.text.as_ref()).unwrap_or_default(),
        consent: text(raw.consent.as_ref()),
        detail: text(raw.detail.as_ref()),
        includes: Vec::new(),
        extends: None,
        requires: Vec::new(),
        claims: values(&raw.claims),
        issues: raw.issues.clone(),
        allowed: raw.allowed.each_ref().map(|allowed| allowed.as_ref().map(|all| values(all))),
        approval: raw.approval,
        sensitivity: raw.sensitivity,
        optional: raw.optional,
        is_restriction: raw.is_restriction,
        bound_to: text(raw.bound_to.as_ref()),
        aliases: values(&raw.aliases),
        deprecation: None,
        since: text(raw.since.as_ref()),
        group: text(raw.group.as_ref()),
        docs: text(raw.docs.as_ref()),
    }
}

fn targets(edges: &[Reference]) -> Vec<ScopeId> {
    edges.iter().map(|edge| edge.target).collect()
}

fn text(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.value.clone())
}

fn values(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}
