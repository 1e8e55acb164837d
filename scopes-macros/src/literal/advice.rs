//! What is said of a literal that names nothing: the nearest right spelling, or what stands under the same prefix.

use scopes_manifest::spelling;

use super::System;
use crate::joined;

/// How many names are listed where none is near.
const LISTED: usize = 8;

pub(super) fn unknown_scope(system: &System, name: &str) -> String {
    let System { marker, names, .. } = system;
    let (manifest, scopes) = (system.manifest(), joined::listed(names));
    let count = scopes.clone().count();
    let noun = if count == 1 { "scope" } else { "scopes" };
    let head = match spelling::nearest(name, scopes.clone()) {
        Some(near) => format!("unknown scope `{name}`; did you mean `{near}`?"),
        None => format!("unknown scope `{name}`{}", listed(&spelling::under_same_prefix(name, scopes, LISTED))),
    };
    format!("{head}\nnote: `{manifest}` of `{marker}` declares {count} {noun}")
}

pub(super) fn unknown_endpoint(system: &System, route: &str) -> String {
    let System { marker, endpoints, .. } = system;
    let (manifest, known) = (system.manifest(), joined::listed(endpoints));
    let head = match spelling::nearest(route, known.clone()) {
        Some(near) => format!("unknown endpoint `{route}`; did you mean `{near}`?"),
        None => format!("unknown endpoint `{route}`"),
    };
    format!("{head}\nnote: `[endpoints]` in `{manifest}` of `{marker}` declares {}", known.count())
}

fn listed(names: &[&str]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    format!("; under the same prefix are {}", names.join(", "))
}
