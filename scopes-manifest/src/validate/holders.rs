//! Who may hold a scope: the axes of `[kinds]`, what inclusion may not smuggle past them, and where restrictions
//! stand.

use super::references::Reference;
use crate::catalog::{Axis, Issued};
use crate::code::Code;
use crate::raw::{Manifest, Scope, Text};
use crate::report::Report;

/// Every kind that a scope names is one of its axis, and its resource is one of the system's.
pub(super) fn kinds(manifest: &Manifest, report: &mut Report) {
    for scope in &manifest.scopes {
        for ((axis, listed), values) in Axis::ALL.iter().zip(&manifest.kinds).zip(&scope.allowed) {
            for value in values.iter().flatten() {
                known(value, axis.as_str(), listed.as_deref().unwrap_or_default(), "[kinds]", report);
            }
        }
        if let Some(resource) = &scope.bound_to {
            known(resource, "bound_to", &manifest.system.bound_to, "[system]", report);
        }
    }
}

fn known(value: &Text, key: &str, listed: &[Text], table: &str, report: &mut Report) {
    let names: Vec<&str> = listed.iter().map(|known| known.value.as_str()).collect();
    if !names.contains(&value.value.as_str()) {
        let suggestion = report.suggestion(&value.value, names);
        let message = format!("`{}` is no value of `{key}`{suggestion}", value.value);
        report.add(Code::BadKind, value.span, message, format!("the values are listed under `{table}`"));
    }
}

/// No scope includes one that is stricter than itself. Looking at direct edges is enough: what holds along each edge
/// of a path holds from its beginning to its end.
pub(super) fn smuggled(manifest: &Manifest, includes: &[Vec<Reference>], report: &mut Report) {
    for (scope, edges) in manifest.scopes.iter().zip(includes) {
        for edge in edges {
            let Some(part) = manifest.scopes.get(edge.target.0) else { continue };
            // A restriction that is included has been reported as that.
            if part.is_restriction || scope.is_restriction {
                continue;
            }
            if let Some(reason) = stricter(scope, part) {
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
fn stricter(scope: &Scope, included: &Scope) -> Option<String> {
    for ((axis, wide), narrow) in Axis::ALL.iter().zip(&scope.allowed).zip(&included.allowed) {
        let Some(narrow) = narrow else { continue };
        let is_within = wide
            .as_ref()
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
    for (scope, edges) in manifest.scopes.iter().zip(includes) {
        for edge in edges {
            let is_restriction = manifest.scopes.get(edge.target.0).is_some_and(|target| target.is_restriction);
            let name = &scope.name.value;
            if scope.is_restriction {
                let message = format!("the restriction `{name}` includes another scope");
                report.add(
                    Code::RestrictionMisuse,
                    edge.span,
                    message,
                    "a restriction narrows and gives nothing; leave it out",
                );
            } else if is_restriction {
                let message = format!("`{name}` includes a restriction");
                report.add(
                    Code::RestrictionMisuse,
                    edge.span,
                    message,
                    "a restriction narrows and gives nothing; leave it out",
                );
            }
        }
    }
}

/// The axis on which no kind may hold all of these, if there is one.
pub(super) fn contradiction(manifest: &Manifest, scopes: &[Reference]) -> Option<Axis> {
    let members: Vec<&Scope> = scopes.iter().filter_map(|scope| manifest.scopes.get(scope.target.0)).collect();
    Axis::ALL.into_iter().find(|axis| {
        let mut lists = members.iter().filter_map(|scope| scope.allowed.get(*axis as usize)?.as_ref());
        let Some(first) = lists.next() else { return false };
        let lists: Vec<_> = lists.collect();
        !first.iter().any(|value| lists.iter().all(|list| list.iter().any(|allowed| allowed.value == value.value)))
    })
}
