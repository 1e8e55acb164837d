//! Endpoints that are new, gone, or written in another way. Who may call them is told by `authority`.

use std::collections::{BTreeSet, HashMap, HashSet};

use scopes_manifest::authority::{Authority, shape};
use scopes_manifest::{Access, Catalog, Endpoint};

use super::successor::Successors;
use super::{Change, Class, authority};

pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) {
    let (before, now) = (by_shape(between.old), by_shape(between.new));
    for old in between.old.endpoints() {
        match now.get(&shape(old.route())) {
            None => {
                let message = format!("{} is gone", old.route());
                changes.push(Change::new(Class::Breaking, "endpoint-removed", old.route(), message));
            }
            Some(new) => same(between, old, new, changes),
        }
    }
    let reached = Authority::of(between.old).gains_by_new_endpoints(&Authority::of(between.new));
    let routes: HashSet<&str> = reached.iter().filter_map(|gain| gain.endpoint()).collect();
    for gain in &reached {
        changes.push(authority::change(Class::Widening, gain, format!("{gain}; it is new")));
    }
    for new in between.new.endpoints() {
        if !before.contains_key(&shape(new.route())) && !routes.contains(new.route()) {
            let message = format!("{} is new", new.route());
            changes.push(Change::new(Class::Addition, "endpoint-added", new.route(), message));
        }
    }
}

/// What changed of an endpoint that both have.
fn same(between: &Successors<'_>, old: &Endpoint, new: &Endpoint, changes: &mut Vec<Change>) {
    let route = new.route();
    // Programs name an endpoint as it is written.
    if old.route() != route {
        let message = format!("{} is now written {route}", old.route());
        changes.push(Change::new(Class::Breaking, "endpoint-renamed", old.route(), message));
    }
    let is_told =
        changes.iter().any(|change| change.kind() == "calls" && [old.route(), route].contains(&change.subject()));
    let before = Written::of(old.access(), |scopes| between.renamed(scopes));
    let now = Written::of(new.access(), |scopes| between.named(scopes));
    if before != now && !is_told {
        let message = format!("{route} takes the same in other words");
        changes.push(Change::new(Class::Documentation, "endpoint-restated", route, message));
    }
}

/// What an endpoint takes, by names.
#[derive(PartialEq, Eq)]
struct Written<'c> {
    form: u8,
    alternatives: BTreeSet<BTreeSet<&'c str>>,
    under: BTreeSet<&'c str>,
}

impl<'c> Written<'c> {
    fn of(access: &Access, named: impl Fn(&[scopes_manifest::ScopeId]) -> BTreeSet<&'c str>) -> Self {
        match access {
            Access::Public => Self { form: 0, alternatives: BTreeSet::new(), under: BTreeSet::new() },
            Access::Authenticated { under } => Self { form: 1, alternatives: BTreeSet::new(), under: named(under) },
            Access::Scopes(requirement) => Self {
                form: 2,
                alternatives: requirement.alternatives().iter().map(|all| named(all)).collect(),
                under: named(requirement.under()),
            },
        }
    }
}

fn by_shape(catalog: &Catalog) -> HashMap<String, &Endpoint> {
    catalog.endpoints().iter().map(|endpoint| (shape(endpoint.route()), endpoint)).collect()
}
