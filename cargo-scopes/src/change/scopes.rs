//! Scopes and their names: what is new, gone, renamed, deprecated.

use std::collections::HashSet;

use scopes_manifest::{Deprecation, Scope};

use super::successor::Successors;
use super::{Change, Class};

pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) {
    for old in between.old.scopes() {
        changes.extend(fate(between, old));
        changes.extend(old.aliases().iter().filter_map(|alias| alias_fate(between, old, alias)));
    }
    let successors: HashSet<&str> = between.pairs().map(|(_, new)| new.name()).collect();
    for new in between.new.scopes() {
        if !successors.contains(new.name()) {
            let message = format!("{} is new: {}", new.name(), new.text());
            changes.push(Change::new(Class::Addition, "scope-added", new.name(), message));
        }
        for alias in new.aliases().iter().filter(|alias| between.meant(alias).is_none()) {
            let message = format!("{alias} is now accepted for {}", new.name());
            changes.push(Change::new(Class::Addition, "alias-added", alias, message));
        }
    }
    for (old, new) in between.pairs() {
        changes.extend(deprecation(old.deprecation(), new));
        changes.extend(optional(old, new));
    }
    removed_names(between, changes);
}

/// What became of a scope's own name.
fn fate(between: &Successors<'_>, old: &Scope) -> Option<Change> {
    let name = old.name();
    match between.means(name) {
        Some(new) if new.name() == name => None,
        Some(new) => {
            let message = format!("{name} is now called {}; the old name is still accepted", new.name());
            Some(Change::new(Class::Breaking, "scope-renamed", name, message))
        }
        None => {
            let is_reserved = between.new.removed().iter().any(|removed| removed.name() == name);
            let note = if is_reserved {
                "and listed in [removed]"
            } else {
                "and not listed in [removed], so that its name may come to mean something else"
            };
            Some(Change::new(Class::Breaking, "scope-removed", name, format!("{name} is gone, {note}")))
        }
    }
}

fn alias_fate(between: &Successors<'_>, old: &Scope, alias: &str) -> Option<Change> {
    let Some(means) = between.means(alias) else {
        let message = format!("{alias} is no longer accepted for {}", old.name());
        return Some(Change::new(Class::Breaking, "alias-removed", alias, message));
    };
    // Where the scope's own name is gone the alias may be what it is called now.
    let is_same = between.means(old.name()).is_none_or(|successor| successor.id() == means.id());
    let message = format!("{alias} stood for {} and stands for {}", old.name(), means.name());
    (!is_same).then(|| Change::new(Class::Breaking, "alias-moved", alias, message))
}

fn deprecation(old: Option<&Deprecation>, new: &Scope) -> Option<Change> {
    let name = new.name();
    let message = match (old, new.deprecation()) {
        (None, Some(_)) => format!("{name} is now deprecated"),
        (Some(_), None) => format!("{name} is no longer deprecated"),
        (Some(old), Some(new)) => {
            let texts =
                |one: &Deprecation| [one.since(), one.note(), one.remove_after()].map(|text| text.map(str::to_owned));
            if texts(old) == texts(new) {
                return None;
            }
            format!("the deprecation of {name} says something else")
        }
        (None, None) => return None,
    };
    Some(Change::new(Class::Documentation, "deprecation", name, message))
}

/// Who could leave a scope out can no longer, so that what was agreed to in part is refused whole.
fn optional(old: &Scope, new: &Scope) -> Option<Change> {
    let name = new.name();
    match (old.is_optional(), new.is_optional()) {
        (true, false) => {
            let message = format!("{name} can no longer be unticked by the user");
            Some(Change::new(Class::Breaking, "optional", name, message))
        }
        (false, true) => {
            let message = format!("{name} can now be unticked by the user, and be missing from a grant");
            Some(Change::new(Class::Narrowing, "optional", name, message))
        }
        _ => None,
    }
}

/// The list of names that are never to be used again.
fn removed_names(between: &Successors<'_>, changes: &mut Vec<Change>) {
    let listed = |catalog: &scopes_manifest::Catalog| -> HashSet<String> {
        catalog.removed().iter().map(|removed| removed.name().to_owned()).collect()
    };
    let (before, now) = (listed(between.old), listed(between.new));
    for removed in between.new.removed() {
        let name = removed.name();
        // One that was a scope is told of as removed.
        if !before.contains(name) && between.old.find(name).is_none() {
            let message = format!("{name} is now listed in [removed]");
            changes.push(Change::new(Class::Documentation, "removed-list", name, message));
        }
    }
    for removed in between.old.removed().iter().filter(|removed| !now.contains(removed.name())) {
        let message = format!("{} is no longer listed in [removed]: it may be used again", removed.name());
        changes.push(Change::new(Class::Documentation, "removed-list", removed.name(), message));
    }
}
