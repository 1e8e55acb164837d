//! Endpoints that are new, gone, or under other parameter names. Who may call them is told by `authority`, what else they
//! take by `restated`.

use std::collections::{HashMap, HashSet};

use scopes_manifest::route::shape;
use scopes_manifest::{Catalog, Endpoint};

use super::authority::Told;
use super::successor::Successors;
use super::{Change, Class, Kind, restated};

pub(super) fn changes(between: &Successors<'_>, told: &Told, changes: &mut Vec<Change>) {
    let (before, now) = (by_shape(between.old), by_shape(between.new));
    for old in between.old.endpoints() {
        let Some(new) = now.get(&shape(old.route())) else {
            let message = format!("{} is gone", old.route());
            changes.push(Change::new(Class::Breaking, Kind::EndpointRemoved, old.route(), message));
            continue;
        };
        // Programs name an endpoint as it is written.
        if old.route() != new.route() {
            let message = format!("{} is now written {}", old.route(), new.route());
            changes.push(Change::new(Class::Breaking, Kind::EndpointRenamed, old.route(), message));
        }
        restated::changes(between, (old, new), told, changes);
    }
    let called = |change: &Change| (change.kind() == Kind::CallsNew).then(|| change.subject().to_owned());
    let called: HashSet<String> = changes.iter().filter_map(called).collect();
    for new in between.new.endpoints() {
        if !before.contains_key(&shape(new.route())) && !called.contains(new.route()) {
            let message = format!("{} is new", new.route());
            changes.push(Change::new(Class::Addition, Kind::EndpointAdded, new.route(), message));
        }
    }
}

fn by_shape(catalog: &Catalog) -> HashMap<String, &Endpoint> {
    catalog.endpoints().iter().map(|endpoint| (shape(endpoint.route()), endpoint)).collect()
}
