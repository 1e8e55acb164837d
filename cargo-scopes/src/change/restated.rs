//! What an endpoint that both manifests have takes now, beyond what `authority` tells of existing scopes: scopes that are
//! new, scopes that are gone, and the same in other words.
//!
//! Both requirements are asked in the new manifest: an alternative is covered by another requirement where the least token
//! for it meets that, too.

use std::collections::BTreeSet;

use scopes_manifest::{Access, Catalog, Endpoint, Requirement, ScopeId};

use super::authority::Told;
use super::successor::Successors;
use super::{Change, Class, Kind};
use crate::names::names;
use crate::reach::Token;

pub(super) fn changes(
    between: &Successors<'_>,
    (old, new): (&Endpoint, &Endpoint),
    told: &Told,
    changes: &mut Vec<Change>,
) {
    let before = Written::of(old.access(), |scopes| between.renamed(scopes));
    let now = Written::of(new.access(), |scopes| between.named(scopes));
    if before == now {
        return;
    }
    let is_told = [old, new].iter().any(|endpoint| told.has(endpoint.route()));
    let first = changes.len();
    let mut restated = Restated { between, route: new.route(), before, now, changes };
    restated.honoured(is_told);
    let mut is_same = restated.before.form == restated.now.form;
    if let (Access::Scopes(_), Access::Scopes(requirement)) = (old.access(), new.access()) {
        is_same &= restated.extended(requirement);
        is_same &= restated.reduced(requirement);
    }
    if restated.changes.len() == first && !is_told {
        let harmless = Class::Documentation;
        let (class, what) = if is_same {
            (harmless, "takes the same in other words")
        } else {
            (told.class(harmless), "names other scopes")
        };
        restated.tell(class, Kind::EndpointRestated, what);
    }
}

/// One endpoint whose requirement is written in another way.
struct Restated<'a, 'c> {
    between: &'a Successors<'c>,
    route: &'a str,
    before: Written<'c>,
    now: Written<'c>,
    changes: &'a mut Vec<Change>,
}

impl Restated<'_, '_> {
    fn tell(&mut self, class: Class, kind: Kind, what: &str) {
        self.changes.push(Change::new(class, kind, self.route, format!("{} {what}", self.route)));
    }

    /// Restrictions under which it can be called now: where it is not told of tokens that are out, those that are new.
    fn honoured(&mut self, is_told: bool) {
        if self.before.form == Form::Public {
            return;
        }
        let is_new = |name: &str| self.between.means(name).is_some_and(|scope| self.between.is_new(scope));
        let added = self.now.under.difference(&self.before.under);
        let untold: Vec<&str> = added.copied().filter(|name| !is_told || is_new(name)).collect();
        for name in untold {
            let what = format!("can now be called under the restriction {name}");
            self.tell(Class::Addition, Kind::EndpointExtended, &what);
        }
    }

    /// Tells of alternatives that only tokens with new scopes meet; whether all others are covered by what was taken
    /// before.
    fn extended(&mut self, requirement: &Requirement) -> bool {
        let new = self.between.new;
        let known: Vec<Vec<ScopeId>> =
            self.before.alternatives.iter().filter_map(|all| meaning(self.between, all)).collect();
        let mut is_same = true;
        for all in requirement.alternatives().iter().filter(|all| !is_covered(new, all, &known)) {
            is_same = false;
            if with_required(new, all).iter().any(|id| self.between.is_new(new.scope(*id))) {
                let scopes = names(new, all).join(" and ");
                let what = format!("can now be called with {scopes}, by scopes that are new");
                self.tell(Class::Addition, Kind::EndpointExtended, &what);
            }
        }
        is_same
    }

    /// Tells of alternatives that had scopes which are gone; whether all others are covered by what is taken now.
    fn reduced(&mut self, requirement: &Requirement) -> bool {
        let mut is_same = true;
        for all in self.before.alternatives.clone() {
            let left: BTreeSet<&str> = all.iter().copied().filter(|name| self.between.means(name).is_some()).collect();
            let left_over = meaning(self.between, &left).unwrap_or_default();
            if is_covered(self.between.new, &left_over, requirement.alternatives()) {
                continue;
            }
            is_same = false;
            if left.len() < all.len() {
                let scopes = all.into_iter().collect::<Vec<_>>().join(" and ");
                let what = format!("can no longer be called with {scopes}");
                self.tell(Class::Narrowing, Kind::EndpointReduced, &what);
            }
        }
        is_same
    }
}

/// The new scopes that names mean; none where one of them is gone.
fn meaning(between: &Successors<'_>, names: &BTreeSet<&str>) -> Option<Vec<ScopeId>> {
    names.iter().map(|name| Some(between.means(name)?.id())).collect()
}

/// Whether every token that meets an alternative meets one of these too, for the same resources.
fn is_covered(catalog: &Catalog, all: &[ScopeId], alternatives: &[Vec<ScopeId>]) -> bool {
    let kinds =
        |all: &[ScopeId]| -> BTreeSet<&str> { all.iter().filter_map(|id| catalog.scope(*id).bound_to()).collect() };
    let bound_to = kinds(all);
    if all.is_empty() {
        return false;
    }
    let held = with_required(catalog, all);
    let fits = |other: &&Vec<ScopeId>| kinds(other).is_subset(&bound_to);
    // Two kinds at once meet nothing, and what is met by names alone needs no walk.
    if bound_to.len() > 1 || alternatives.iter().filter(fits).any(|other| other.iter().all(|id| held.contains(id))) {
        return true;
    }
    let token = Token::holding(catalog, &held);
    alternatives.iter().filter(fits).any(|other| other.iter().all(|id| token.has(*id)))
}

/// The scopes and all that they require, transitively: with them the scopes have effect.
fn with_required(catalog: &Catalog, scopes: &[ScopeId]) -> Vec<ScopeId> {
    let mut seen: BTreeSet<ScopeId> = scopes.iter().copied().collect();
    let mut pending = scopes.to_vec();
    while let Some(id) = pending.pop() {
        pending.extend(catalog.scope(id).requires().iter().copied().filter(|required| seen.insert(*required)));
    }
    seen.into_iter().collect()
}

/// What an endpoint takes, by names.
#[derive(PartialEq, Eq)]
struct Written<'c> {
    form: Form,
    alternatives: BTreeSet<BTreeSet<&'c str>>,
    under: BTreeSet<&'c str>,
}

/// Whom an endpoint lets in.
#[derive(PartialEq, Eq)]
enum Form {
    Public,
    Authenticated,
    Scopes,
}

impl<'c> Written<'c> {
    fn of(access: &Access, named: impl Fn(&[ScopeId]) -> BTreeSet<&'c str>) -> Self {
        match access {
            Access::Public => Self { form: Form::Public, alternatives: BTreeSet::new(), under: BTreeSet::new() },
            Access::Authenticated { under } => {
                Self { form: Form::Authenticated, alternatives: BTreeSet::new(), under: named(under) }
            }
            Access::Scopes(requirement) => Self {
                form: Form::Scopes,
                alternatives: requirement.alternatives().iter().map(|all| named(all)).collect(),
                under: named(requirement.under()),
            },
        }
    }
}
