//! `paths`: the endpoints with the `security` of each operation.

use scopes_manifest::{Access, Catalog, Endpoint, ScopeId};
use serde_json::{Map, Value, json};

use crate::export::names;

/// The methods that a path item of `OpenAPI` 3.1 has operations for (section 4.8.9).
const METHODS: [&str; 8] = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/// Every path with its operations. What cannot be said is left out and told.
pub(super) fn paths(catalog: &Catalog, scheme: &str, unsaid: &mut Vec<String>) -> Map<String, Value> {
    let mut paths: Vec<Path> = Vec::new();
    for endpoint in catalog.endpoints() {
        if let Err(sentence) = add(&mut paths, endpoint, catalog, scheme, unsaid) {
            unsaid.push(sentence);
        }
    }
    paths.into_iter().map(|path| (path.template, Value::Object(path.item))).collect()
}

/// A path item.
struct Path {
    template: String,
    /// The template without the names of its parameters: two that are alike in this are one path (section 4.8.8).
    shape: String,
    item: Map<String, Value>,
}

/// Adds the operation of an endpoint, or says why there is none.
fn add(
    paths: &mut Vec<Path>,
    endpoint: &Endpoint,
    catalog: &Catalog,
    scheme: &str,
    unsaid: &mut Vec<String>,
) -> Result<(), String> {
    let (route, method) = (endpoint.route(), endpoint.method());
    if !METHODS.contains(&method) {
        return Err(format!("`{route}` is left out: OpenAPI 3.1 has no operation `{method}`"));
    }
    let template = endpoint.path().replace("{*", "{");
    if template != endpoint.path() {
        unsaid.push(format!("`{route}` ends in all that follows, and a parameter of OpenAPI is one segment"));
    }
    let (shape, parameters) = parts(&template);
    let known = paths.iter().position(|path| path.shape == shape);
    let place = known.unwrap_or(paths.len());
    if known.is_none() {
        let mut item = Map::new();
        if !parameters.is_empty() {
            item.insert("parameters".to_owned(), declared(&parameters));
        }
        paths.push(Path { template: template.clone(), shape, item });
    }
    let Some(path) = paths.get_mut(place) else { return Ok(()) };
    let key = method.to_ascii_lowercase();
    if path.item.contains_key(&key) {
        return Err(format!(
            "`{route}` is left out: to OpenAPI it is the same as another `{method} {}`",
            path.template
        ));
    }
    if path.template != template {
        unsaid.push(format!("`{route}` is written `{}`, as another method of that path is", path.template));
    }
    path.item.insert(key, json!({ "security": security(endpoint, catalog, scheme, unsaid) }));
    Ok(())
}

/// A template with `{}` for its parameters, and their names.
fn parts(template: &str) -> (String, Vec<&str>) {
    let (mut shape, mut parameters) = (String::with_capacity(template.len()), Vec::new());
    let mut rest = template;
    while let Some((literal, (name, after))) =
        rest.split_once('{').and_then(|(literal, rest)| Some((literal, rest.split_once('}')?)))
    {
        shape.push_str(literal);
        shape.push_str("{}");
        parameters.push(name);
        rest = after;
    }
    (shape + rest, parameters)
}

/// Every parameter of a template has to be declared (section 4.8.12).
fn declared(names: &[&str]) -> Value {
    let parameter =
        |name: &&str| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
    names.iter().map(parameter).collect()
}

/// OR of ANDs: an object an alternative, its scopes in manifest order as at run time.
fn security(endpoint: &Endpoint, catalog: &Catalog, scheme: &str, unsaid: &mut Vec<String>) -> Value {
    let alternative = |scopes: &[ScopeId]| {
        let mut scopes = scopes.to_vec();
        scopes.sort_unstable();
        json!({ scheme: names(catalog, &scopes) })
    };
    let (security, under) = match endpoint.access() {
        Access::Public => return json!([]),
        Access::Authenticated { under } => (json!([alternative(&[])]), under.as_slice()),
        Access::Scopes(requirement) => {
            (requirement.alternatives().iter().map(|scopes| alternative(scopes)).collect(), requirement.under())
        }
    };
    for restriction in names(catalog, under) {
        unsaid.push(format!("`{}` may be called under `{restriction}`, and OpenAPI cannot say so", endpoint.route()));
    }
    security
}
