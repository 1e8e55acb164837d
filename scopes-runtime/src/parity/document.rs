//! The operations of an `OpenAPI` document, and what each requires.
//!
//! What comes in: the document as JSON. What goes out: how it differs from what is enforced.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde_json::{Map, Value};

use super::disparity::Disparity;
use crate::routes::{Routes, with_method};
use crate::scope::Scope;
use crate::set::ScopeSet;
use crate::system::{Access, System};

/// One operation of a document.
#[derive(Debug)]
pub(super) struct Operation {
    method: String,
    path: String,
    security: Security,
}

/// What calling an operation takes.
#[derive(Debug, PartialEq, Eq)]
enum Security {
    /// No token.
    Open,
    /// What one of these names: scopes of the one scheme that gives scopes, or, in brackets, of another scheme; with
    /// none, any token.
    Token(BTreeSet<BTreeSet<String>>),
}

/// Everything in the document that differs from `[endpoints]`.
pub(super) fn disparities<M: System>(documented: &[Operation], routes: &Routes<M::Scope>) -> Vec<Disparity> {
    let mut found = Vec::new();
    let mut seen = Vec::new();
    for operation in documented {
        let Operation { method, path, security } = operation;
        let (method, path) = (method.clone(), path.clone());
        let Some(endpoint) = with_method(routes.at_documented(&path), &method) else {
            found.push(Disparity::OnlyDocumented { method, path });
            continue;
        };
        // `HEAD` may be documented beside `GET`, and does not stand for it.
        if endpoint.method() == method {
            seen.push(endpoint);
        }
        let enforced = Security::from(endpoint.access());
        if enforced != *security {
            let (enforced, documented) = (enforced.to_string(), security.to_string());
            found.push(Disparity::DocumentDiffers { method, path, enforced, documented });
        }
    }
    let missing = M::ENDPOINTS.iter().filter(|endpoint| !seen.contains(endpoint));
    found.extend(missing.map(Disparity::not_documented));
    found
}

/// The operations of a document.
///
/// # Errors
/// What of it is no `OpenAPI`.
pub(super) fn operations(document: &Value, scheme: Option<&str>) -> Result<Vec<Operation>, String> {
    let root = document.as_object().ok_or("the document is no object")?;
    let scheme = scheme.map_or_else(|| only_scheme(root), |scheme| Ok(Some(scheme)))?;
    let (common, no_paths) = (root.get("security"), Map::new());
    let paths = match root.get("paths") {
        None => &no_paths,
        Some(paths) => paths.as_object().ok_or("the document's `paths` is no object")?,
    };
    let mut operations = Vec::new();
    for (path, item) in paths {
        let item = item.as_object().ok_or_else(|| alloc::format!("`{path}` in the document is no object"))?;
        if item.contains_key("$ref") {
            return Err(alloc::format!("`{path}` in the document is a reference, which is not followed"));
        }
        for (method, operation) in
            methods(item).ok_or_else(|| alloc::format!("the operations of `{path}` in the document are malformed"))?
        {
            let malformed = |what: &str| alloc::format!("{what} `{method} {path}` in the document is malformed");
            let operation = operation.as_object().ok_or_else(|| malformed("the operation"))?;
            let security = security(operation.get("security").or(common), scheme);
            let security = security.ok_or_else(|| malformed("`security` of"))?;
            operations.push(Operation { method, path: path.clone(), security });
        }
    }
    Ok(operations)
}

/// The security scheme that gives scopes, if there is one; an error where there are several.
fn only_scheme(root: &Map<String, Value>) -> Result<Option<&str>, String> {
    let schemes = root.get("components").and_then(|components| components.get("securitySchemes")?.as_object());
    let schemes = schemes.into_iter().flatten().filter(|(_, scheme)| gives_scopes(scheme));
    let mut names: Vec<&str> = schemes.map(|(name, _)| name.as_str()).collect();
    // Whether a document keeps its order is for another crate's features to say.
    names.sort_unstable();
    match names[..] {
        [] => Ok(None),
        [name] => Ok(Some(name)),
        _ => Err(alloc::format!(
            "the document has several security schemes that give scopes (`{}`): name one in `document_with_scheme`",
            names.join("`, `")
        )),
    }
}

fn gives_scopes(scheme: &Value) -> bool {
    let has = |key: &str, expected: &str| {
        scheme.get(key).and_then(Value::as_str).is_some_and(|value| value.eq_ignore_ascii_case(expected))
    };
    // OpenAPI 3.1 lets a bearer token name scopes as well.
    has("type", "oauth2") || has("type", "openIdConnect") || (has("type", "http") && has("scheme", "bearer"))
}

/// The operations of a path. RFC 9110 has methods in upper case; the document, but for additional operations, in lower.
fn methods(item: &Map<String, Value>) -> Option<Vec<(String, &Value)>> {
    const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
    let is_given = |value: &&Value| !value.is_null();
    let fixed =
        METHODS.iter().filter_map(|method| Some((method.to_ascii_uppercase(), item.get(*method).filter(is_given)?)));
    let mut methods: Vec<_> = fixed.collect();
    if let Some(additional) = item.get("additionalOperations").filter(is_given) {
        methods.extend(additional.as_object()?.iter().map(|(method, operation)| (method.clone(), operation)));
    }
    Some(methods)
}

/// Without `security` nothing is required; an empty alternative requires nothing either.
fn security(value: Option<&Value>, scheme: Option<&str>) -> Option<Security> {
    let Some(value) = value else { return Some(Security::Open) };
    let mut alternatives = BTreeSet::new();
    for alternative in value.as_array()? {
        let schemes = alternative.as_object()?;
        if schemes.is_empty() {
            return Some(Security::Open);
        }
        let mut names = BTreeSet::new();
        for (name, scopes) in schemes {
            let is_other = scheme != Some(name);
            if is_other {
                names.insert(alloc::format!("({name})"));
            }
            for scope in scopes.as_array()? {
                let scope = scope.as_str()?;
                names.insert(if is_other { alloc::format!("({name}: {scope})") } else { scope.to_owned() });
            }
        }
        alternatives.insert(names);
    }
    Some(if alternatives.is_empty() { Security::Open } else { Security::Token(alternatives) })
}

impl<S: Scope> From<&Access<S>> for Security {
    fn from(access: &Access<S>) -> Self {
        let names = |scopes: ScopeSet<S>| scopes.iter().map(|scope| scope.as_str().to_owned()).collect();
        match access {
            Access::Public => Self::Open,
            Access::Authenticated { .. } => Self::Token(BTreeSet::from([BTreeSet::new()])),
            Access::Scopes(requirement) => Self::Token(requirement.alternatives().map(names).collect()),
        }
    }
}

impl fmt::Display for Security {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Token(alternatives) = self else { return formatter.write_str("no token") };
        let shown = alternatives.iter().map(|names| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            if names.is_empty() { "any token".to_owned() } else { alloc::format!("`{}`", names.join(" ")) }
        });
        formatter.write_str(&shown.collect::<Vec<_>>().join(" or "))
    }
}
