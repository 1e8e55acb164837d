//! The keys of `[system]`, and the kinds of holders.

use std::collections::HashSet;

use scopes_manifest::{Axis, Catalog, Delimiter, UnknownPolicy};

use super::successor::Successors;
use super::{Change, Class, Kind};

pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) {
    let (old, new) = (between.old, between.new);
    let delimiters = |catalog: &Catalog| -> Vec<String> {
        catalog.delimiters().iter().copied().map(Delimiter::as_str).map(str::to_owned).collect()
    };
    vocabulary("delimiters", &delimiters(old), &delimiters(new), changes);
    vocabulary("bound_to", old.resource_kinds(), new.resource_kinds(), changes);
    for axis in Axis::ALL {
        let [old, new] = [old, new].map(|catalog| catalog.kinds(axis).unwrap_or_default());
        vocabulary(axis.as_str(), old, new, changes);
    }
    unknown(old, new, changes);
    audience(old, new, changes);
    let locales = |catalog: &Catalog| catalog.locales().join(", ");
    documentation("name", old.name(), new.name(), changes);
    documentation("naming", old.naming().as_str(), new.naming().as_str(), changes);
    documentation("locale", old.locale(), new.locale(), changes);
    documentation("locales", &locales(old), &locales(new), changes);
    // Where it makes another identifier, that is told by itself.
    let prefix = |catalog: &Catalog| catalog.strip_prefix().unwrap_or_default().to_owned();
    documentation("strip_prefix", &prefix(old), &prefix(new), changes);
}

/// Values that requests or programs use.
fn vocabulary(key: &str, old: &[String], new: &[String], changes: &mut Vec<Change>) {
    let [before, now] = [old, new].map(|values| values.iter().collect::<HashSet<_>>());
    for value in old.iter().filter(|value| !now.contains(value)) {
        let message = format!("`{key}` no longer has {value}");
        changes.push(Change::new(Class::Breaking, Kind::ValueRemoved, key, message));
    }
    for value in new.iter().filter(|value| !before.contains(value)) {
        let message = format!("`{key}` now has {value}");
        changes.push(Change::new(Class::Addition, Kind::ValueAdded, key, message));
    }
}

fn unknown(old: &Catalog, new: &Catalog, changes: &mut Vec<Change>) {
    if old.unknown() == new.unknown() {
        return;
    }
    let (class, what) = match new.unknown() {
        UnknownPolicy::Reject => (Class::Breaking, "refused"),
        // Who asked for more than there is was refused, and is given the rest now.
        UnknownPolicy::Ignore => (Class::Widening, "accepted without the unknown scope"),
    };
    let message = format!("requests with an unknown scope are now {what}");
    changes.push(Change::new(class, Kind::Unknown, "unknown", message));
}

fn audience(old: &Catalog, new: &Catalog, changes: &mut Vec<Change>) {
    let (class, message) = match (old.audience_uri(), new.audience_uri()) {
        (old, new) if old == new => return,
        (None, Some(new)) => (Class::Addition, format!("the resource server is now identified by {new}")),
        (Some(old), None) => (Class::Breaking, format!("the resource server is no longer identified by {old}")),
        (old, new) => {
            let [old, new] = [old, new].map(Option::unwrap_or_default);
            (Class::Breaking, format!("the resource server is now identified by {new} instead of {old}"))
        }
    };
    changes.push(Change::new(class, Kind::AudienceUri, "audience_uri", message));
}

fn documentation(key: &str, old: &str, new: &str, changes: &mut Vec<Change>) {
    if old != new {
        let message = format!("`{key}` is now \"{new}\" and was \"{old}\"");
        changes.push(Change::new(Class::Documentation, Kind::System, key, message));
    }
}
