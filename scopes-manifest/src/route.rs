//! When two routes are the same endpoint. Asked by the rule that no endpoint stands twice, by `authority`, and by whoever
//! compares documents with a manifest.

/// A route without the names of its parameters: two routes with the same shape are the same endpoint.
///
/// ```
/// use scopes_manifest::route::shape;
///
/// assert_eq!(shape("GET /users/{id}"), shape("GET /users/{name}"));
/// assert_ne!(shape("GET /users/{id}"), shape("GET /users/{*rest}"));
/// ```
#[must_use]
pub fn shape(route: &str) -> String {
    let mut shape = String::with_capacity(route.len());
    let mut rest = route;
    while let Some((literal, parameter)) = rest.split_once('{') {
        let Some((name, after)) = parameter.split_once('}') else { break };
        shape.push_str(literal);
        shape.push_str(if name.starts_with('*') { "{*}" } else { "{}" });
        rest = after;
    }
    shape + rest
}
