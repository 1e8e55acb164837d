//! Lints: what is allowed and yet probably not meant.

use std::collections::{HashMap, HashSet};

use super::references::Reference;
use crate::catalog::{Access, Catalog, Naming, ScopeId};
use crate::code::Code;
use crate::diagnostic::{Diagnostic, Related};
use crate::raw::{LintLevel, Manifest};
use crate::report::Report;
use crate::source::Span;

/// Words that say what is done and not to what.
const VERBS: &[&str] = &[
    "read", "write", "create", "update", "delete", "manage", "list", "view", "edit", "admin", "execute", "send",
    "register", "generate", "access", "all",
];

/// One finding: the scope and what is to be said of it.
type Finding = (ScopeId, String);

/// Runs every lint that is not allowed. Those at level `deny` go to the report; the others come back.
pub(super) fn check(
    catalog: &Catalog,
    manifest: &Manifest,
    exceptions: &[Vec<Reference>],
    report: &mut Report,
) -> Vec<Diagnostic> {
    let lints: [fn(&Catalog) -> Vec<Finding>; 5] = [naming, near_duplicate, unused, consent, redundant];
    let mut warnings = Vec::new();
    for (((lint, name), level), except) in
        lints.iter().zip(crate::raw::LINTS).zip(manifest.lints.levels).zip(exceptions)
    {
        if level == LintLevel::Allow {
            continue;
        }
        let excepted: HashSet<ScopeId> = except.iter().map(|reference| reference.target).collect();
        for (scope, message) in lint(catalog).into_iter().filter(|(scope, _)| !excepted.contains(scope)) {
            let span = manifest.scopes.get(scope.0).map_or_else(Span::default, |scope| scope.name.span);
            let help = format!("mend it, or write `[lints] {name} = {{ except = [\"…\"] }}`");
            let message = format!("{message} (lint `{name}`)");
            if level == LintLevel::Deny {
                report.add(Code::Lint, span, message, help);
            } else {
                let place = Related::new(report.source(), span, String::new());
                warnings.push(Diagnostic {
                    code: Code::Lint,
                    message,
                    help: Some(help),
                    span,
                    place,
                    related: Vec::new(),
                });
            }
        }
    }
    warnings.sort_by_key(|warning| warning.span);
    warnings
}

/// The verb stands on the wrong end.
fn naming(catalog: &Catalog) -> Vec<Finding> {
    let wrong = |name: &str| {
        let mut segments = name.split([':', '.', '/']);
        let (first, last) = (segments.next().unwrap_or_default(), segments.next_back());
        let Some(last) = last else { return catalog.naming != Naming::Free };
        match catalog.naming {
            Naming::Free => false,
            Naming::ResourceVerb => VERBS.contains(&first) && !VERBS.contains(&last),
            Naming::VerbResource => VERBS.contains(&last) && !VERBS.contains(&first),
        }
    };
    let scopes = catalog.scopes.iter().filter(|scope| wrong(&scope.name));
    scopes.map(|scope| (scope.id, format!("`{}` is not `{}`", scope.name, catalog.naming.as_str()))).collect()
}

/// Names that one letter tells apart. Names at distance one share what is left when one character of either is taken
/// away, so that only those with a common remainder are compared.
fn near_duplicate(catalog: &Catalog) -> Vec<Finding> {
    let mut remainders: HashMap<String, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (place, scope) in catalog.scopes.iter().enumerate() {
        let name = scope.name.as_str();
        let shorter =
            name.char_indices().map(|(at, character)| [&name[..at], &name[at + character.len_utf8()..]].concat());
        let mut near: Option<usize> = None;
        for remainder in shorter.chain([name.to_owned()]) {
            let others = remainders.entry(remainder).or_default();
            let is_near = |other: &&usize| {
                catalog.scopes.get(**other).is_some_and(|other| strsim::osa_distance(&other.name, name) == 1)
            };
            // A remainder that very many share says nothing; the bound keeps this linear.
            near = near.or_else(|| others.iter().take(16).find(is_near).copied());
            if others.last() != Some(&place) {
                others.push(place);
            }
        }
        if let Some(other) = near.and_then(|other| catalog.scopes.get(other)) {
            found.push((scope.id, format!("`{name}` is one letter away from `{}`", other.name)));
        }
    }
    found
}

/// Scopes that nothing mentions, where the manifest lists endpoints at all.
fn unused(catalog: &Catalog) -> Vec<Finding> {
    if catalog.endpoints.is_empty() {
        return Vec::new();
    }
    let mut used: HashSet<ScopeId> = HashSet::new();
    for scope in &catalog.scopes {
        used.extend(scope.includes.iter().chain(&scope.requires).copied().chain(scope.extends));
    }
    used.extend(catalog.presets.iter().flat_map(|preset| &preset.scopes));
    used.extend(catalog.default_scopes.iter().flatten());
    for endpoint in &catalog.endpoints {
        match &endpoint.access {
            Access::Public => {}
            Access::Authenticated { under } => used.extend(under),
            Access::Scopes(needs) => used.extend(needs.alternatives.iter().flatten().chain(&needs.under)),
        }
    }
    let scopes = catalog.scopes.iter().filter(|scope| !used.contains(&scope.id) && scope.issues.is_empty());
    scopes.map(|scope| (scope.id, format!("no endpoint needs `{}`", scope.name))).collect()
}

/// Scopes whose users read the developers' text.
fn consent(catalog: &Catalog) -> Vec<Finding> {
    let scopes = catalog.scopes.iter().filter(|scope| scope.consent.is_none());
    scopes.map(|scope| (scope.id, format!("`{}` has no text for the consent screen", scope.name))).collect()
}

/// Inclusions that another inclusion of the same scope brings already.
fn redundant(catalog: &Catalog) -> Vec<Finding> {
    let mut found = Vec::new();
    for scope in catalog.scopes.iter().filter(|scope| scope.includes.len() > 1) {
        let below = scope.includes.iter().filter_map(|id| catalog.scopes.get(id.0)).flat_map(|scope| &scope.includes);
        let below: HashSet<ScopeId> = below.copied().collect();
        for id in scope.includes.iter().filter(|id| below.contains(id)) {
            let name = catalog.scopes.get(id.0).map_or("", |scope| scope.name.as_str());
            found.push((scope.id, format!("`{}` includes `{name}` through another scope already", scope.name)));
        }
    }
    found
}
