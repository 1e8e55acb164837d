//! Lints: what is allowed and yet probably not meant.

use std::collections::{HashMap, HashSet};

use super::references::Reference;
use crate::catalog::{Access, Catalog, Lint, LintLevel, LintSetting, Naming, ScopeId, Words};
use crate::code::Code;
use crate::diagnostic::{Diagnostic, Related};
use crate::raw::Manifest;
use crate::source::{Source, Span};

/// Words that say what is done and not to what.
const VERBS: &[&str] = &[
    "read", "write", "create", "update", "delete", "manage", "list", "view", "edit", "admin", "execute", "send",
    "register", "generate", "access", "all",
];

/// One finding: the scope and what is to be said of it.
type Finding = (ScopeId, String);

fn findings(lint: Lint, catalog: &Catalog) -> Vec<Finding> {
    match lint {
        Lint::Naming => naming(catalog),
        Lint::NearDuplicate => near_duplicate(catalog),
        Lint::Unused => unused(catalog),
        Lint::Consent => consent(catalog),
        Lint::Redundant => redundant(catalog),
    }
}

/// What the lints need beside the catalogue, kept so that warnings are looked for when somebody asks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Linter {
    source: Source,
    /// Where each scope's name stands.
    places: Vec<Span>,
    levels: [LintLevel; Lint::WORDS.len()],
    exceptions: Vec<HashSet<ScopeId>>,
}

impl Linter {
    pub(super) fn new(manifest: &Manifest, exceptions: &[Vec<Reference>], source: &Source) -> Self {
        Self {
            source: source.clone(),
            places: manifest.scopes.iter().map(|scope| scope.name.span).collect(),
            levels: manifest.lints.levels,
            exceptions: exceptions.iter().map(|except| except.iter().map(|one| one.target).collect()).collect(),
        }
    }

    pub(crate) fn settings(&self) -> impl Iterator<Item = LintSetting<'_>> {
        let settings = Lint::WORDS.iter().zip(self.levels).zip(&self.exceptions);
        settings.map(|(((_, lint), level), except)| LintSetting { name: lint.as_str(), level, except })
    }

    /// What the lints at this level find, in the order of the places.
    pub(crate) fn run(&self, catalog: &Catalog, wanted: LintLevel) -> Vec<Diagnostic> {
        let lints = Lint::WORDS.iter().zip(self.levels).zip(&self.exceptions);
        let mut found = Vec::new();
        for ((&(_, lint), _), except) in lints.filter(|((_, level), _)| *level == wanted) {
            let name = lint.as_str();
            for (scope, message) in findings(lint, catalog).into_iter().filter(|(scope, _)| !except.contains(scope)) {
                let span = self.places.get(scope.0).copied().unwrap_or_default();
                found.push(Diagnostic {
                    code: Code::Lint,
                    lint: Some(name),
                    message: format!("{message} (lint `{name}`)"),
                    help: Some(format!("mend it, or write `[lints] {name} = {{ except = [\"…\"] }}`")),
                    span,
                    place: Related::new(&self.source, span, String::new()),
                    related: Vec::new(),
                });
            }
        }
        found.sort_by_key(|finding| finding.span);
        found
    }
}

/// The verb stands on the wrong end.
fn naming(catalog: &Catalog) -> Vec<Finding> {
    let wrong = |name: &str| {
        let mut segments = name.split([':', '.', '/']);
        let (first, last) = (segments.next().unwrap_or_default(), segments.next_back());
        let Some(last) = last else { return catalog.naming != Naming::Free };
        match catalog.naming {
            Naming::Free => false,
            Naming::ResourceVerb => VERBS.contains(&first) && !VERBS.contains(&last),
            Naming::VerbResource => VERBS.contains(&last) && !VERBS.contains(&first),
        }
    };
    let scopes = catalog.scopes.iter().filter(|scope| wrong(&scope.name));
    scopes.map(|scope| (scope.id, format!("`{}` is not `{}`", scope.name, catalog.naming.as_str()))).collect()
}

/// Names that one letter tells apart. Names at distance one share what is left when one character of either is taken
/// away, so that only those with a common remainder are compared.
fn near_duplicate(catalog: &Catalog) -> Vec<Finding> {
    let mut remainders: HashMap<String, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (place, scope) in catalog.scopes.iter().enumerate() {
        let name = scope.name.as_str();
        let shorter =
            name.char_indices().map(|(at, character)| [&name[..at], &name[at + character.len_utf8()..]].concat());
        let mut near: Option<usize> = None;
        for remainder in shorter.chain([name.to_owned()]) {
            let others = remainders.entry(remainder).or_default();
            let is_near = |other: &&usize| {
                catalog
                    .scopes
                    .get(**other)
                    .is_some_and(|other| is_one_letter_away(other.name.as_bytes(), name.as_bytes()))
            };
            // A remainder that very many share says nothing; the bound keeps this linear.
            near = near.or_else(|| others.iter().take(16).find(is_near).copied());
            if others.last() != Some(&place) {
                others.push(place);
            }
        }
        if let Some(other) = near.and_then(|other| catalog.scopes.get(other)) {
            found.push((scope.id, format!("`{name}` is one letter away from `{}`", other.name)));
        }
    }
    found
}

/// Whether one letter is changed, added or left out, or two neighbours are swapped. Names are ASCII.
fn is_one_letter_away(one: &[u8], other: &[u8]) -> bool {
    let begin = one.iter().zip(other).take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[begin..], &other[begin..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(left, right)| left == right).count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([first, second], [third, fourth]) => first == fourth && second == third,
        _ => false,
    }
}

/// Scopes that nothing mentions, where the manifest lists endpoints at all.
fn unused(catalog: &Catalog) -> Vec<Finding> {
    if catalog.endpoints.is_empty() {
        return Vec::new();
    }
    let mut used: HashSet<ScopeId> = HashSet::new();
    for scope in &catalog.scopes {
        used.extend(scope.includes.iter().chain(&scope.requires).copied().chain(scope.extends));
    }
    used.extend(catalog.presets.iter().flat_map(|preset| &preset.scopes));
    used.extend(catalog.default_scopes.iter().flatten());
    for endpoint in &catalog.endpoints {
        match &endpoint.access {
            Access::Public => {}
            Access::Authenticated { under } => used.extend(under),
            Access::Scopes(needs) => used.extend(needs.alternatives.iter().flatten().chain(&needs.under)),
        }
    }
    let scopes = catalog.scopes.iter().filter(|scope| !used.contains(&scope.id) && scope.issues.is_empty());
    scopes.map(|scope| (scope.id, format!("no endpoint needs `{}`", scope.name))).collect()
}

/// Scopes whose users read the developers' text.
fn consent(catalog: &Catalog) -> Vec<Finding> {
    let scopes = catalog.scopes.iter().filter(|scope| scope.consent.is_none());
    scopes.map(|scope| (scope.id, format!("`{}` has no text for the consent screen", scope.name))).collect()
}

/// What another scope brings already: an inclusion, a scope that an endpoint requires, a whole alternative.
fn redundant(catalog: &Catalog) -> Vec<Finding> {
    let name = |id: &ScopeId| catalog.scopes.get(id.0).map_or("", |scope| scope.name.as_str());
    let mut found = Vec::new();
    for scope in &catalog.scopes {
        for id in brought_by_others(catalog, &scope.includes) {
            found.push((scope.id, format!("`{}` includes `{}` through another scope already", scope.name, name(&id))));
        }
    }
    for endpoint in &catalog.endpoints {
        let Access::Scopes(needs) = &endpoint.access else { continue };
        for (place, alternative) in needs.alternatives.iter().enumerate() {
            for id in brought_by_others(catalog, alternative) {
                let message = format!("`{}` requires `{}` beside a scope that includes it", endpoint.route, name(&id));
                found.push((id, message));
            }
            let is_wider = |(at, other): (usize, &Vec<ScopeId>)| {
                at != place && other.len() < alternative.len() && other.iter().all(|id| alternative.contains(id))
            };
            if let Some(first) = alternative.first().filter(|_| needs.alternatives.iter().enumerate().any(is_wider)) {
                found.push((*first, format!("an alternative of `{}` asks for more than another", endpoint.route)));
            }
        }
    }
    found
}

/// The scopes of a list that others of it include.
fn brought_by_others(catalog: &Catalog, list: &[ScopeId]) -> Vec<ScopeId> {
    if list.len() < 2 {
        return Vec::new();
    }
    let includes = |id: &ScopeId| catalog.scopes.get(id.0).map_or(&[][..], |scope| &scope.includes);
    let mut reached: HashSet<ScopeId> = HashSet::new();
    let mut pending: Vec<ScopeId> = list.to_vec();
    while let Some(id) = pending.pop() {
        pending.extend(includes(&id).iter().copied().filter(|target| reached.insert(*target)));
    }
    list.iter().copied().filter(|id| reached.contains(id)).collect()
}

#[cfg(test)]
mod tests {
    use super::is_one_letter_away;

    /// Every pair of short words over three letters, against the textbook's distance.
    #[test]
    fn one_letter_away_is_distance_one() {
        let mut words = vec![String::new()];
        for length in 0..4 {
            let longer: Vec<String> = words.iter().filter(|word| word.len() == length).cloned().collect();
            words.extend(longer.iter().flat_map(|word| ["a", "b", "c"].map(|letter| word.clone() + letter)));
        }
        assert_eq!(words.len(), 121);
        for (one, other) in words.iter().flat_map(|one| words.iter().map(move |other| (one, other))) {
            let is_one = strsim::osa_distance(one, other) == 1;
            assert_eq!(is_one_letter_away(one.as_bytes(), other.as_bytes()), is_one, "{one} {other}");
        }
    }
}
