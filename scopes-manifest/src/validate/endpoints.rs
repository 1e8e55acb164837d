//! Rules on endpoints: the route, and what it requires.

use std::collections::HashMap;

use super::holders;
use super::references::{Index, Reference};
use crate::catalog::{Access, Endpoint, Requirement, ScopeId};
use crate::code::Code;
use crate::format::{METHODS, PATH_PUNCTUATION};
use crate::raw::{self, Form, Manifest, Text};
use crate::report::Report;
use crate::route::shape;

const MEND: &str = "an endpoint is `\"METHOD /path/{parameter}\"`";

/// Every endpoint that is sound.
pub(super) fn resolve(manifest: &Manifest, index: &Index<'_>, report: &mut Report) -> Vec<Endpoint> {
    let mut seen: HashMap<String, &Text> = HashMap::new();
    let mut endpoints = Vec::with_capacity(manifest.endpoints.len());
    for endpoint in &manifest.endpoints {
        let route = &endpoint.route;
        let method_length = match method_length(&route.value, report) {
            Ok(length) => {
                let shape = shape(&route.value);
                if let Some(first) = seen.get(&shape) {
                    let related = vec![(first.span, "the other stands here".to_owned())];
                    let message = format!("`{}` is the same route as `{}`", route.value, first.value);
                    report.add_related(
                        Code::DuplicateEndpoint,
                        route.span,
                        message,
                        "parameter names make no difference",
                        related,
                    );
                }
                seen.entry(shape).or_insert(route);
                length
            }
            Err(message) => {
                report.add(Code::BadEndpoint, route.span, message, MEND);
                0
            }
        };
        if let Some(access) = access(endpoint, manifest, index, report) {
            endpoints.push(Endpoint { route: route.value.clone(), method_length, access });
        }
    }
    endpoints
}

/// The method's length, where the route is sound.
fn method_length(route: &str, report: &mut Report) -> Result<usize, String> {
    let (method, path) = route.split_once(' ').ok_or_else(|| format!("`{route}` has no method and path"))?;
    if !METHODS.contains(&method) {
        let suggestion = report.suggestion(method, METHODS);
        return Err(format!("`{method}` is no HTTP method{suggestion}"));
    }
    let segments = path.strip_prefix('/').ok_or_else(|| format!("the path `{path}` does not begin with `/`"))?;
    let mut parameters = Vec::new();
    let count = segments.split('/').count();
    for (place, segment) in segments.split('/').enumerate() {
        let is_last = place + 1 == count;
        if segment.is_empty() && !is_last {
            return Err(format!("the path `{path}` has an empty segment"));
        }
        if !is_segment(segment, is_last, &mut parameters) {
            return Err(format!("`{segment}` is no segment of a path"));
        }
    }
    let count = parameters.len();
    parameters.sort_unstable();
    parameters.dedup();
    if parameters.len() < count {
        return Err(format!("the path `{path}` has a parameter twice"));
    }
    Ok(method.len())
}

/// Whether this is a segment of a path; its parameters are added.
fn is_segment<'p>(segment: &'p str, is_last: bool, parameters: &mut Vec<&'p str>) -> bool {
    if segment == "." || segment == ".." {
        return false;
    }
    let mut rest = segment;
    while let Some((literal, parameter)) = rest.split_once('{') {
        let Some((name, after)) = parameter.split_once('}') else { return false };
        // One that stands for all the rest of the path is the whole of the last segment.
        let is_whole = rest.len() == segment.len() && literal.is_empty() && after.is_empty();
        let bare = name.strip_prefix('*').filter(|_| is_last && is_whole);
        let name = bare.unwrap_or(name);
        let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
        if !is_name || !is_path(literal) {
            return false;
        }
        parameters.push(name);
        rest = after;
    }
    is_path(rest)
}

/// RFC 3986's `pchar`s.
fn is_path(text: &str) -> bool {
    text.bytes().all(is_path_byte)
        && text
            .split('%')
            .skip(1)
            .all(|escape| escape.as_bytes().get(..2).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)))
}

fn is_path_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'%' || PATH_PUNCTUATION.as_bytes().contains(&byte)
}

fn access(endpoint: &raw::Endpoint, manifest: &Manifest, index: &Index<'_>, report: &mut Report) -> Option<Access> {
    let under = under(endpoint, manifest, index, report);
    match endpoint.form.as_ref()? {
        Form::Public => Some(Access::Public),
        Form::Authenticated => Some(Access::Authenticated { under }),
        Form::Alternatives(lists) => {
            let before = report.len();
            let sets: Vec<Vec<Reference>> = lists.iter().map(|list| index.resolve_all(list, report)).collect();
            for scope in sets.iter().flatten() {
                if manifest.scopes.get(scope.target.0).is_some_and(|scope| scope.is_restriction) {
                    let message = format!("`{}` requires a restriction", endpoint.route.value);
                    report.add(Code::RestrictionMisuse, scope.span, message, "name it in `under` and require a grant");
                }
            }
            if report.len() == before {
                satisfiable(endpoint, &sets, manifest, report);
            }
            let alternatives = sets.iter().map(|set| set.iter().map(|scope| scope.target).collect()).collect();
            Some(Access::Scopes(Requirement { alternatives, under }))
        }
    }
}

fn satisfiable(endpoint: &raw::Endpoint, sets: &[Vec<Reference>], manifest: &Manifest, report: &mut Report) {
    let contradictions: Vec<_> = sets.iter().map(|set| holders::contradiction(manifest, set)).collect();
    if let Some(Some(axis)) = contradictions.first().filter(|_| contradictions.iter().all(Option::is_some)) {
        let message = format!("no kind of `{}` may hold what `{}` requires", axis.as_str(), endpoint.route.value);
        report.add(Code::Unsatisfiable, endpoint.route.span, message, "require scopes that one token can hold");
    }
}

fn under(endpoint: &raw::Endpoint, manifest: &Manifest, index: &Index<'_>, report: &mut Report) -> Vec<ScopeId> {
    let scopes = index.resolve_all(&endpoint.under, report);
    for scope in &scopes {
        if let Some(grant) =
            manifest.scopes.get(scope.target.0).filter(|scope| !scope.is_restriction && !scope.has_faults())
        {
            let message = format!("`{}` is a grant; `under` names restrictions", grant.name.value);
            report.add(
                Code::RestrictionMisuse,
                scope.span,
                message,
                "leave it out, or give it `kind = \"restriction\"`",
            );
        }
    }
    scopes.iter().map(|scope| scope.target).collect()
}
