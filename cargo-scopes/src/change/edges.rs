//! What a scope includes, requires, releases and is kin to, where `authority` tells nothing of it: written in other words,
//! or another for those tokens alone that hold new scopes.

use std::collections::BTreeSet;

use scopes_manifest::{Catalog, Scope, ScopeId};

use super::authority::Told;
use super::successor::Successors;
use super::{Change, Class, Kind};

pub(super) fn changes(between: &Successors<'_>, told: &Told, changes: &mut Vec<Change>) {
    for (old, new) in between.pairs() {
        changes.extend(extends(between, old, new));
        if ![old, new].iter().any(|scope| told.has(scope.name())) {
            edges(between, told, "includes", [old, new].map(|scope| (scope, Scope::includes(scope))), changes);
            edges(between, told, "requires", [old, new].map(|scope| (scope, Scope::requires(scope))), changes);
            changes.extend(claims(old, new));
        }
    }
}

fn edges(
    between: &Successors<'_>,
    told: &Told,
    key: &str,
    [(old, before), (new, now)]: [(&Scope, &[ScopeId]); 2],
    changes: &mut Vec<Change>,
) {
    if between.renamed(before) == between.named(now) {
        return;
    }
    let same = between.renamed(&comes_with(between.old, old.id())) == between.named(&comes_with(between.new, new.id()));
    let (class, how) = if same {
        (Class::Documentation, "says the same in other words")
    } else {
        (told.class(Class::Addition), "changed")
    };
    changes.push(Change::new(class, Kind::ScopeRestated, new.name(), format!("`{key}` of {} {how}", new.name())));
}

/// All that a scope includes or requires, and what those do.
fn comes_with(catalog: &Catalog, id: ScopeId) -> Vec<ScopeId> {
    let mut seen = BTreeSet::from([id]);
    let mut pending = vec![id];
    while let Some(id) = pending.pop() {
        let scope = catalog.scope(id);
        pending.extend(scope.includes().iter().chain(scope.requires()).copied().filter(|id| seen.insert(*id)));
    }
    seen.into_iter().collect()
}

/// Claims that are written at another scope of those that it extends.
fn claims(old: &Scope, new: &Scope) -> Option<Change> {
    let [before, now] = [old, new].map(|scope| scope.claims().iter().collect::<BTreeSet<_>>());
    let message = format!("`claims` of {} says the same in other words", new.name());
    (before != now).then(|| Change::new(Class::Documentation, Kind::ScopeRestated, new.name(), message))
}

fn extends(between: &Successors<'_>, old: &Scope, new: &Scope) -> Option<Change> {
    let before = between.renamed(old.extends().as_slice()).pop_first();
    let now = between.named(new.extends().as_slice()).pop_first();
    let name = new.name();
    let message = match (before, now) {
        (before, now) if before == now => return None,
        (_, Some(now)) => format!("{name} now extends {now}"),
        (before, None) => format!("{name} no longer extends {}", before.unwrap_or_default()),
    };
    Some(Change::new(Class::Documentation, Kind::Extends, name, message))
}
