//! What a user typed as a scope or an endpoint of the catalogue.

use std::fmt;

use scopes_manifest::{Catalog, Endpoint, Scope, spelling};

/// A name that the catalogue does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    what: &'static str,
    name: String,
    nearest: Option<String>,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, name, nearest } = self;
        write!(formatter, "unknown {what} `{name}`")?;
        nearest.iter().try_for_each(|nearest| write!(formatter, "; did you mean `{nearest}`?"))
    }
}

impl std::error::Error for UnknownName {}

/// A scope by its name or one of its aliases, as a token would be read.
///
/// # Errors
/// A name that is neither.
pub fn scope<'c>(catalog: &'c Catalog, name: &str) -> Result<&'c Scope, UnknownName> {
    let has_alias = |scope: &&Scope| scope.aliases().iter().any(|alias| alias == name);
    let found = catalog.find(name).or_else(|| catalog.scopes().iter().find(has_alias));
    found.ok_or_else(|| {
        let names = catalog.scopes().iter().map(Scope::name);
        UnknownName { what: "scope", name: name.to_owned(), nearest: spelling::nearest(name, names).map(str::to_owned) }
    })
}

/// An endpoint by its route as the manifest has it, or by the method and a path or URL that the route's template matches
/// (`GET /users/42?all` is `GET /users/{user}`). Of several templates the one with the most literal segments is meant, and
/// `HEAD` is answered as `GET` where it is not listed itself.
///
/// # Errors
/// A route that matches nothing.
pub fn endpoint<'c>(catalog: &'c Catalog, route: &str) -> Result<&'c Endpoint, UnknownName> {
    let (method, target) = route.split_once(' ').unwrap_or(("", route));
    let path = path_of(target);
    let found = find(catalog, method, path).or_else(|| find(catalog, "GET", path).filter(|_| method == "HEAD"));
    found.ok_or_else(|| {
        let routes = catalog.endpoints().iter().map(Endpoint::route);
        let nearest = spelling::nearest(route, routes).map(str::to_owned);
        UnknownName { what: "endpoint", name: route.to_owned(), nearest }
    })
}

/// The path of what a client calls: without scheme, host, query and fragment.
fn path_of(target: &str) -> &str {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    match path.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|start| rest.get(start..)).unwrap_or("/"),
        None => path,
    }
}

fn find<'c>(catalog: &'c Catalog, method: &str, path: &str) -> Option<&'c Endpoint> {
    let of_method = || catalog.endpoints().iter().filter(|endpoint| endpoint.method() == method);
    let as_written = of_method().find(|endpoint| endpoint.path() == path);
    as_written.or_else(|| {
        let matching = of_method().filter_map(|endpoint| Some((literals(endpoint.path(), path)?, endpoint)));
        matching.max_by_key(|(literal, _)| *literal).map(|(_, endpoint)| endpoint)
    })
}

/// How many segments of a template are met letter by letter; `None` where the path is another one.
fn literals(template: &str, path: &str) -> Option<usize> {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    let mut literal = 0;
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(literal),
            (Some(wanted), Some(given)) if wanted == given => literal += 1,
            (Some(wanted), Some(given)) if wanted.starts_with("{*") && !given.is_empty() => return Some(literal),
            (Some(wanted), Some(given)) if wanted.starts_with('{') && wanted.ends_with('}') && !given.is_empty() => {}
            _ => return None,
        }
    }
}
