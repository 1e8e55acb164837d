//! Patterns in `includes` and `[[rules]]`: expanded over the declared names, here and nowhere else.

use std::collections::{BTreeSet, HashMap};

use super::references::{Index, Reference};
use crate::catalog::ScopeId;
use crate::code::Code;
use crate::format::SEPARATORS;
use crate::raw::{Manifest, Rule, Text};
use crate::report::Report;

/// The direct inclusions of every scope, from lists, patterns and rules, each target once.
pub(super) fn includes(manifest: &Manifest, index: &Index<'_>, report: &mut Report) -> Vec<Vec<Reference>> {
    let families = families(index);
    let mut edges: Vec<Vec<Reference>> = Vec::with_capacity(manifest.scopes.len());
    for (place, scope) in manifest.scopes.iter().enumerate() {
        let mut targets = Vec::new();
        for text in &scope.includes {
            if text.value.contains('*') {
                targets.extend(pattern(text, ScopeId(place), &families, report));
            } else {
                targets.extend(index.resolve(text, report));
            }
        }
        edges.push(targets);
    }
    for rule in &manifest.rules {
        expand(rule, index, &mut edges, report);
    }
    for targets in &mut edges {
        targets.sort_by_key(|edge| edge.target);
        targets.dedup_by_key(|edge| edge.target);
    }
    edges
}

/// Every name under all of it but its last segment: the one pattern that can hit it.
fn families<'m>(index: &Index<'m>) -> HashMap<&'m str, Vec<ScopeId>> {
    let mut families: HashMap<&str, Vec<ScopeId>> = HashMap::new();
    for (place, name) in index.names().iter().copied().enumerate() {
        let last = name.rfind(SEPARATORS).map(|separator| separator + 1).filter(|start| *start < name.len());
        if let Some(family) = last.and_then(|start| name.get(..start)) {
            families.entry(family).or_default().push(ScopeId(place));
        }
    }
    families
}

/// What `prefix:*` hits, the scope itself left out.
fn pattern(text: &Text, on: ScopeId, families: &HashMap<&str, Vec<ScopeId>>, report: &mut Report) -> Vec<Reference> {
    let family = text
        .value
        .strip_suffix('*')
        .filter(|family| family.len() > 1 && family.ends_with(SEPARATORS) && !family.contains('*'));
    let Some(family) = family else {
        let message = format!("`{}` is no pattern", text.value);
        report.add(
            Code::BadPattern,
            text.span,
            message,
            "a pattern is a prefix, `:`, `.` or `/`, and `*` at the end: `\"read:*\"`",
        );
        return Vec::new();
    };
    let hits = families.get(family).map_or(&[][..], Vec::as_slice);
    let targets: Vec<_> =
        hits.iter().filter(|hit| **hit != on).map(|hit| Reference { target: *hit, span: text.span }).collect();
    if targets.is_empty() {
        let suggestion = report.suggestion_from(family, || families.keys().copied().collect::<BTreeSet<_>>());
        let message = format!("no scope matches `{}`{suggestion}", text.value);
        report.add(
            Code::MatchesNothing,
            text.span,
            message,
            "`*` stands for one segment; correct the prefix or leave it out",
        );
    }
    targets
}

/// A template: what stands before the placeholder, its name, and what stands after it.
fn template<'t>(text: &'t Text, report: &mut Report) -> Option<(&'t str, &'t str, &'t str)> {
    let parts = text.value.split_once('{').and_then(|(before, rest)| {
        let (name, after) = rest.split_once('}')?;
        (!name.is_empty() && !name.contains('{') && !after.contains(['{', '}', '*']) && !before.contains(['}', '*']))
            .then_some((before, name, after))
    });
    if parts.is_none() {
        let message = format!("`{}` is no rule's template", text.value);
        report.add(Code::BadPattern, text.span, message, "it has one placeholder: `\"write_{x}\"`");
    }
    parts
}

fn expand(rule: &Rule, index: &Index<'_>, edges: &mut [Vec<Reference>], report: &mut Report) {
    let (when, includes) = (template(&rule.when, report), template(&rule.includes, report));
    let (Some((before, placeholder, after)), Some((head, same, tail))) = (when, includes) else { return };
    if placeholder != same {
        let message = format!("`when` has the placeholder `{{{placeholder}}}`, `includes` has `{{{same}}}`");
        report.add(Code::BadPattern, rule.includes.span, message, "use the same name in both");
        return;
    }
    let mut hits = 0_usize;
    let mut missing = Vec::new();
    for (place, name) in index.names().iter().enumerate() {
        let middle =
            name.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)).filter(|middle| !middle.is_empty());
        let Some(middle) = middle else { continue };
        hits += 1;
        let target = format!("{head}{middle}{tail}");
        match (index.get(&target), edges.get_mut(place)) {
            // Written out, it would be a pattern, which may stand for more.
            (Some(_), _) if target.contains('*') => {
                let message =
                    format!("the rule makes `{name}` include `{target}`, and no list can name what has a `*`");
                let mend = "narrow the template, so that it leaves this scope out";
                return report.add(Code::BadPattern, rule.includes.span, message, mend);
            }
            (Some(target), Some(edges)) => edges.push(Reference { target, span: rule.includes.span }),
            _ => missing.push((*name, target)),
        }
    }
    if hits == 0 {
        let message = format!("no scope matches `{}`", rule.when.value);
        report.add(Code::MatchesNothing, rule.when.span, message, "correct the template, or leave the rule out");
    } else if rule.skips_missing == Some(true) && missing.len() == hits {
        let message =
            format!("no scope that `{}` matches has a counterpart `{}`", rule.when.value, rule.includes.value);
        report.add(Code::MatchesNothing, rule.includes.span, message, "correct the template, or leave the rule out");
    } else if let Some((name, target)) = missing.first().filter(|_| rule.skips_missing == Some(false)) {
        let more = if missing.len() > 1 { format!(" (and {} more)", missing.len() - 1) } else { String::new() };
        let message = format!("the rule makes `{name}` include `{target}`, which is not declared{more}");
        report.add(Code::UnknownScope, rule.includes.span, message, "declare it, or write `missing = \"skip\"`");
    }
}
