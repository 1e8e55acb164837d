//! What of a draft fits into a manifest: a draft and the manifest in, the draft in the manifest's own names out. What would
//! break the manifest, or allow more there than the document says, is told and left out, so that the rest can be added.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use indexmap::{IndexMap, IndexSet};
use scopes_manifest::route::shape;

use super::Merging;
use super::present::Present;
use crate::draft::{Access, Draft, Scope};

/// Leaves out of `draft` what does not fit. The notes stand at the beginning of the manifest, since nothing of it is at fault.
pub(super) fn fit(draft: &Draft, present: &Present, merging: &mut Merging<'_>) -> Draft {
    let mut fitted = draft.clone();
    rename(&mut fitted, present);
    scopes(&mut fitted, present, merging);
    let new = fitted.scopes.keys().filter(|name| present.is_new(name));
    let known: HashSet<&str> = new.chain(present.scopes.keys()).map(String::as_str).collect();
    let is_known = |name: &str| known.contains(name) || present.bundles(name);
    let mut leave_out = |name: &str, scope: &str| {
        merging.lose(0, format!("`{name}` is not added: the manifest has no scope `{scope}`"));
    };
    fitted.endpoints.retain(|route, access| {
        let unknown = named(access).find(|scope| !is_known(scope)).filter(|_| !present.endpoints.contains_key(route));
        unknown.inspect(|scope| leave_out(route, scope)).is_none()
    });
    fitted.presets.retain(|name, preset| {
        let unknown =
            preset.scopes.iter().find(|scope| !is_known(scope)).filter(|_| !present.presets.contains_key(name));
        unknown.inspect(|scope| leave_out(name, scope)).is_none()
    });
    fitted.removed.retain(|name, _| {
        let is_used = present.scopes.contains_key(name) || present.alias(name).is_some();
        if is_used {
            merging.lose(0, format!("`{name}` is not added to `[removed]`: the manifest has a scope of this name"));
        }
        !is_used
    });
    fitted
}

/// Aliases of the manifest become the scopes behind them, and routes are called as they are there.
fn rename(draft: &mut Draft, present: &Present) {
    let own = |name: &mut String| {
        if let Some(scope) = present.alias(name) {
            scope.clone_into(name);
        }
    };
    // A scope and its alias in one list are one.
    let all_own = |names: &mut Vec<String>| {
        names.iter_mut().for_each(own);
        distinct(names);
    };
    for scope in draft.scopes.values_mut() {
        references(scope).for_each(own);
        distinct(&mut scope.includes);
        distinct(&mut scope.requires);
    }
    for preset in draft.presets.values_mut() {
        all_own(&mut preset.scopes);
    }
    let routes: HashMap<String, &String> = present.endpoints.keys().map(|route| (shape(route), route)).collect();
    for (route, mut access) in std::mem::take(&mut draft.endpoints) {
        match &mut access {
            Access::Public => {}
            Access::Authenticated { under } => all_own(under),
            Access::Scopes { alternatives, under } => {
                alternatives.iter_mut().for_each(all_own);
                distinct(alternatives);
                all_own(under);
            }
        }
        let route = routes.get(&shape(&route)).map_or(route, |own| (*own).clone());
        draft.endpoints.entry(route).or_insert(access);
    }
}

fn distinct<T: Hash + Eq>(list: &mut Vec<T>) {
    *list = std::mem::take(list).into_iter().collect::<IndexSet<T>>().into_iter().collect();
}

/// Leaves out new scopes: first those that cannot stand in the manifest, then those that refer to one that is not there.
fn scopes(draft: &mut Draft, present: &Present, merging: &mut Merging<'_>) {
    let mut reasons: IndexMap<String, String> = IndexMap::new();
    let kinds = &draft.kinds;
    for (name, scope) in draft.scopes.iter_mut().filter(|(name, _)| present.is_new(name)) {
        if let Err(reason) = present.clash(name, scope).and_then(|()| super::holders::fit(scope, kinds, &present.kinds))
        {
            reasons.insert(name.clone(), reason);
        }
    }
    let mut users: IndexMap<String, Vec<String>> = IndexMap::new();
    let mut unknown: Vec<String> = reasons.keys().cloned().collect();
    for (name, scope) in draft.scopes.iter_mut().filter(|(name, _)| present.is_new(name)) {
        for used in references(scope).filter(|used| !used.contains('*')) {
            users.entry(used.clone()).or_default().push(name.clone());
        }
    }
    let is_there =
        |name: &String| draft.scopes.contains_key(name) && present.is_new(name) || present.scopes.contains_key(name);
    unknown.extend(users.keys().filter(|used| !is_there(used) && !present.bundles(used)).cloned());
    // Whatever uses what is left out is left out as well.
    while let Some(missing) = unknown.pop() {
        for user in users.get(&missing).into_iter().flatten() {
            if !reasons.contains_key(user) {
                reasons.insert(user.clone(), format!("the manifest has no scope `{missing}`"));
                unknown.push(user.clone());
            }
        }
    }
    draft.scopes.retain(|name, _| match reasons.get(name) {
        None => true,
        Some(reason) => {
            merging.lose(0, format!("`{name}` is not added: {reason}"));
            false
        }
    });
}

/// The scopes that a scope refers to, patterns among them.
fn references(scope: &mut Scope) -> impl Iterator<Item = &mut String> {
    let replacement = scope.deprecated.as_mut().and_then(|deprecated| deprecated.replacement.as_mut());
    scope.includes.iter_mut().chain(&mut scope.requires).chain(&mut scope.extends).chain(replacement)
}

fn named(access: &Access) -> impl Iterator<Item = &str> {
    let (alternatives, under): (&[Vec<String>], &[String]) = match access {
        Access::Public => (&[], &[]),
        Access::Authenticated { under } => (&[], under),
        Access::Scopes { alternatives, under } => (alternatives, under),
    };
    alternatives.iter().flatten().chain(under).map(String::as_str)
}
