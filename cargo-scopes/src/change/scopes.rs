//! Scopes and their names: what is new, gone, renamed, deprecated.

use std::collections::{HashMap, HashSet};

use scopes_manifest::{Catalog, Deprecation, Removed, Scope};

use super::successor::Successors;
use super::{Change, Class, Kind};

pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) {
    let [was_listed, listed] = [between.old, between.new].map(by_name);
    // Tokens that were issued before the name was removed hold it still.
    let of_name = |name: &str| {
        if was_listed.contains_key(name) {
            (Class::Widening, "; the name was listed in [removed], and tokens may still hold it")
        } else {
            (Class::Addition, "")
        }
    };
    for old in between.old.scopes() {
        changes.extend(fate(between, old, &listed));
        changes.extend(old.aliases().iter().filter_map(|alias| alias_fate(between, old, alias)));
    }
    let successors: HashSet<&str> = between.pairs().map(|(_, new)| new.name()).collect();
    for new in between.new.scopes() {
        if !successors.contains(new.name()) {
            let (class, why) = of_name(new.name());
            let message = format!("{} is new: {}{why}", new.name(), new.text());
            changes.push(Change::new(class, Kind::ScopeAdded, new.name(), message));
        }
        for alias in new.aliases().iter().filter(|alias| between.meant(alias).is_none()) {
            let (class, why) = of_name(alias);
            let message = format!("{alias} is now accepted for {}{why}", new.name());
            changes.push(Change::new(class, Kind::AliasAdded, alias, message));
        }
    }
    for (old, new) in between.pairs() {
        changes.extend(deprecation(between, old.deprecation(), new));
        changes.extend(optional(old, new));
    }
    removed_names(between, &was_listed, &listed, changes);
}

/// What became of a scope's own name.
fn fate(between: &Successors<'_>, old: &Scope, listed: &Listed<'_>) -> Option<Change> {
    let name = old.name();
    match between.means(name) {
        Some(new) if new.name() == name => None,
        Some(new) => {
            let message = format!("{name} is now called {}; the old name is still accepted", new.name());
            Some(Change::new(Class::Breaking, Kind::ScopeRenamed, name, message))
        }
        None => {
            let note = if listed.contains_key(name) {
                "and listed in [removed]"
            } else {
                "and not listed in [removed], so that its name may come to mean something else"
            };
            Some(Change::new(Class::Breaking, Kind::ScopeRemoved, name, format!("{name} is gone, {note}")))
        }
    }
}

fn alias_fate(between: &Successors<'_>, old: &Scope, alias: &str) -> Option<Change> {
    let Some(means) = between.means(alias) else {
        let message = format!("{alias} is no longer accepted for {}", old.name());
        return Some(Change::new(Class::Breaking, Kind::AliasRemoved, alias, message));
    };
    // Where the scope's own name is gone the alias may be what it is called now.
    let is_same = between.means(old.name()).is_none_or(|successor| successor.id() == means.id());
    let message = format!("{alias} stood for {} and stands for {}", old.name(), means.name());
    (!is_same).then(|| Change::new(Class::Breaking, Kind::AliasMoved, alias, message))
}

fn deprecation(between: &Successors<'_>, old: Option<&Deprecation>, new: &Scope) -> Option<Change> {
    let name = new.name();
    let message = match (old, new.deprecation()) {
        (None, Some(_)) => format!("{name} is now deprecated"),
        (Some(_), None) => format!("{name} is no longer deprecated"),
        (Some(old), Some(new)) => {
            let texts =
                |one: &Deprecation| [one.since(), one.note(), one.remove_after()].map(|text| text.map(str::to_owned));
            let before = between.renamed(old.replacement().as_slice());
            if texts(old) == texts(new) && before == between.named(new.replacement().as_slice()) {
                return None;
            }
            format!("the deprecation of {name} says something else")
        }
        (None, None) => return None,
    };
    Some(Change::new(Class::Documentation, Kind::Deprecation, name, message))
}

/// Who could leave a scope out can no longer, so that what was agreed to in part is refused whole.
fn optional(old: &Scope, new: &Scope) -> Option<Change> {
    let name = new.name();
    match (old.is_optional(), new.is_optional()) {
        (true, false) => {
            let message = format!("{name} can no longer be unticked by the user");
            Some(Change::new(Class::Breaking, Kind::Optional, name, message))
        }
        (false, true) => {
            let message = format!("{name} can now be unticked by the user, and be missing from a grant");
            Some(Change::new(Class::Narrowing, Kind::Optional, name, message))
        }
        _ => None,
    }
}

/// What `[removed]` lists, by name.
type Listed<'c> = HashMap<&'c str, &'c Removed>;

fn by_name(catalog: &Catalog) -> Listed<'_> {
    catalog.removed().iter().map(|removed| (removed.name(), removed)).collect()
}

/// The list of names that are never to be used again.
fn removed_names(between: &Successors<'_>, before: &Listed<'_>, now: &Listed<'_>, changes: &mut Vec<Change>) {
    let mut add =
        |name: &str, message| changes.push(Change::new(Class::Documentation, Kind::RemovedList, name, message));
    for new in between.new.removed() {
        let name = new.name();
        match before.get(name) {
            Some(old) if (old.since(), old.note()) != (new.since(), new.note()) => {
                add(name, format!("what [removed] says of {name} changed"));
            }
            // One that was a scope is told of as removed; what the list says of it is not.
            None if between.old.find(name).is_none() => add(name, format!("{name} is now listed in [removed]")),
            _ => {}
        }
    }
    for old in between.old.removed().iter().filter(|old| !now.contains_key(old.name())) {
        add(old.name(), format!("{} is no longer listed in [removed]: it may be used again", old.name()));
    }
}
