//! Who may hold a scope: the axes of `[kinds]`, what inclusion may not smuggle past them, and where restrictions
//! stand.

use std::collections::HashSet;

use super::references::Reference;
use crate::catalog::{Axis, Issued};
use crate::code::Code;
use crate::raw::{Manifest, Reading, Scope, Text};
use crate::report::Report;

/// Every kind that a scope names is one of its axis, and its resource is one of the system's. What is not one is taken
/// out, so that no other rule builds on it.
pub(super) fn kinds(manifest: &mut Manifest, report: &mut Report) {
    let Manifest { scopes, kinds, system, doubts, .. } = manifest;
    for ((place, axis), listed) in Axis::ALL.iter().enumerate().zip(kinds.iter()) {
        let is_used = |scope: &&mut Scope| scope.allowed.get(place).is_some_and(Option::is_some);
        for scope in scopes.iter_mut().filter(is_used) {
            let values = scope.allowed.get_mut(place).and_then(Option::as_mut);
            let listed = Listed { axis: axis.as_str(), table: "[kinds]", values: listed.as_deref() };
            if values.is_some_and(|values| listed.keep_known(values, doubts.about("kinds"), report)) {
                scope.reading = Reading::InPart;
            }
        }
    }
    for scope in scopes.iter_mut().filter(|scope| scope.bound_to.is_some()) {
        let mut values: Vec<Text> = scope.bound_to.iter().cloned().collect();
        let known = Some(system.bound_to.as_slice()).filter(|known| !known.is_empty());
        let listed = Listed { axis: "bound_to", table: "[system]", values: known };
        if listed.keep_known(&mut values, doubts.about("bound_to"), report) {
            scope.reading = Reading::InPart;
        }
        scope.bound_to = values.pop();
    }
}

/// What may stand in a list.
struct Listed<'m> {
    axis: &'static str,
    table: &'static str,
    values: Option<&'m [Text]>,
}

impl Listed<'_> {
    /// Reports and drops every other value; whether there was one. Where nothing at all is listed that is the fault,
    /// and only one, unless the list could not be read.
    fn keep_known(&self, values: &mut Vec<Text>, is_doubtful: bool, report: &mut Report) -> bool {
        let before = values.len();
        let listed = self.values.unwrap_or_default();
        if listed.is_empty() {
            if let Some(first) = values.first().filter(|_| !is_doubtful) {
                let message = format!("`{}` is no value of `{}`, which lists none", first.value, self.axis);
                let help = format!("write `{} = [\"{}\"]` under `{}`", self.axis, first.value, self.table);
                report.add_once(Code::BadKind, self.axis, first.span, message, help);
            }
            values.clear();
        }
        let names: Vec<&str> = listed.iter().map(|known| known.value.as_str()).collect();
        values.retain(|value| {
            let is_known = names.contains(&value.value.as_str());
            if !is_known {
                let suggestion = report.suggestion(&value.value, names.iter().copied());
                let message = format!("`{}` is no value of `{}`{suggestion}", value.value, self.axis);
                report.add(Code::BadKind, value.span, message, format!("the values are listed under `{}`", self.table));
            }
            is_known
        });
        values.len() < before
    }
}

/// No scope includes one that is stricter than itself. Looking at direct edges is enough: what holds along each edge
/// of a path holds from its beginning to its end.
pub(super) fn smuggled(manifest: &Manifest, includes: &[Vec<Reference>], cyclic: &HashSet<usize>, report: &mut Report) {
    for (place, (scope, edges)) in manifest.scopes.iter().zip(includes).enumerate() {
        // Of the edges of a cycle one is wrong, and which is not known.
        let is_in_cycle = |edge: &&Reference| cyclic.contains(&place) && cyclic.contains(&edge.target.0);
        for edge in edges.iter().filter(|edge| !is_in_cycle(edge)) {
            let Some(part) = manifest.scopes.get(edge.target.0) else { continue };
            // A restriction that is included has been reported as that, and so has what could not be read.
            if part.is_restriction || scope.is_restriction || part.has_faults() || scope.has_faults() {
                continue;
            }
            if let Some(reason) = stricter(scope, part, &manifest.kinds) {
                let message = format!("`{}` includes `{}`, which {reason}", scope.name.value, part.name.value);
                report.add(
                    Code::Smuggled,
                    edge.span,
                    message,
                    "make the including scope as strict, or do not include it",
                );
            }
        }
    }
}

/// In what the included scope is stricter.
fn stricter(scope: &Scope, included: &Scope, kinds: &[Option<Vec<Text>>; 4]) -> Option<String> {
    for (((axis, wide), narrow), all) in Axis::ALL.iter().zip(&scope.allowed).zip(&included.allowed).zip(kinds) {
        let Some(narrow) = narrow else { continue };
        // Who does not say who may hold it is open to all.
        let is_within = wide
            .as_ref()
            .or(all.as_ref())
            .is_some_and(|wide| wide.iter().all(|value| narrow.iter().any(|allowed| allowed.value == value.value)));
        if !is_within {
            return Some(format!("is open to fewer kinds of `{}`", axis.as_str()));
        }
    }
    if scope.approval < included.approval {
        return Some(format!("needs the approval `{}`", included.approval.as_str()));
    }
    let issues = |scope: &Scope| scope.issues.contains(&Issued::RefreshToken);
    (issues(included) && !issues(scope)).then(|| "issues a refresh token".to_owned())
}

/// A restriction is included by nothing and includes nothing: it cannot give authority.
pub(super) fn restrictions(manifest: &Manifest, includes: &[Vec<Reference>], report: &mut Report) {
    const MEND: &str = "a restriction narrows and gives nothing; leave it out";
    let is_restriction = |edge: &&Reference| manifest.scopes.get(edge.target.0).is_some_and(|part| part.is_restriction);
    for (scope, edges) in manifest.scopes.iter().zip(includes) {
        let name = &scope.name.value;
        if let Some(first) = edges.first().filter(|_| scope.is_restriction) {
            let message = format!("the restriction `{name}` includes another scope");
            report.add(Code::RestrictionMisuse, first.span, message, MEND);
            continue;
        }
        for edge in edges.iter().filter(is_restriction) {
            report.add(Code::RestrictionMisuse, edge.span, format!("`{name}` includes a restriction"), MEND);
        }
    }
}

/// The axis on which no kind may hold all of these, if there is one.
pub(super) fn contradiction(manifest: &Manifest, scopes: &[Reference]) -> Option<Axis> {
    let members: Vec<&Scope> = scopes.iter().filter_map(|scope| manifest.scopes.get(scope.target.0)).collect();
    if members.iter().any(|scope| scope.has_faults()) {
        return None;
    }
    Axis::ALL.into_iter().find(|axis| {
        let mut lists = members.iter().filter_map(|scope| scope.allowed.get(*axis as usize)?.as_ref());
        let Some(first) = lists.next() else { return false };
        let lists: Vec<_> = lists.collect();
        !first.iter().any(|value| lists.iter().all(|list| list.iter().any(|allowed| allowed.value == value.value)))
    })
}
