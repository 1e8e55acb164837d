//! The choices of one scope, and how they become a scope that is accepted beside those that were made before.

use cargo_scopes::draft::{Deprecation, Draft, Scope};
use proptest::prelude::*;
use proptest::sample::Index;

use super::words::{note, piece, sentence};

/// Everything that is chosen for one scope, whatever the others are.
#[derive(Clone, Debug)]
pub(crate) struct Choices {
    pub(crate) piece: String,
    text: String,
    texts: [Option<String>; 5],
    includes: Vec<Index>,
    requires: Option<Index>,
    extends: Option<Index>,
    claims: Vec<String>,
    issues: u8,
    kinds: [Option<u8>; 4],
    approval: u8,
    sensitivity: u8,
    flags: u8,
    alias: Option<String>,
    deprecated: Option<(Option<Index>, [Option<String>; 3])>,
}

impl Choices {
    /// A comma in a name, where it is a delimiter, is refused.
    pub(crate) fn keep_commas_out(&mut self, is_delimiter: bool) {
        if is_delimiter {
            self.alias = self.alias.take().map(|alias| alias.replace(',', ";"));
        }
    }
}

/// Rarely something, mostly nothing.
fn seldom<S: Strategy>(strategy: S) -> impl Strategy<Value = Option<S::Value>>
where
    S::Value: Clone,
{
    proptest::option::weighted(0.25, strategy)
}

pub(crate) fn choices() -> impl Strategy<Value = Choices> {
    let index = || any::<Index>();
    let texts = [seldom(sentence()).boxed(), seldom(sentence()).boxed(), seldom(note()).boxed()];
    let [consent, detail, since] = texts;
    let words = (piece(), sentence(), consent, detail, since, seldom(note()), seldom(note()), seldom(piece()));
    let references = (proptest::collection::vec(index(), 0..4), seldom(index()), seldom(index()));
    let kinds = [(); 4].map(|()| seldom(1_u8..=255));
    let words_of_closed_lists = (any::<u8>(), kinds, 0_u8..8, 0_u8..6, any::<u8>());
    let deprecated = seldom((seldom(index()), [(); 3].map(|()| seldom(note()))));
    let claims = proptest::collection::vec(sentence(), 0..2);
    (words, references, words_of_closed_lists, deprecated, claims).prop_map(
        |(words, (includes, requires, extends), (issues, kinds, approval, sensitivity, flags), deprecated, claims)| {
            let (piece, text, consent, detail, since, group, docs, alias) = words;
            let texts = [consent, detail, since, group, docs];
            Choices {
                piece,
                text,
                texts,
                includes,
                requires,
                extends,
                claims,
                issues,
                kinds,
                approval,
                sensitivity,
                flags,
                alias,
                deprecated,
            }
        },
    )
}

/// Some values of an axis, one at least, by the bits.
fn subset(values: &[String], bits: u8) -> Option<Vec<String>> {
    let chosen: Vec<String> = values
        .iter()
        .enumerate()
        .filter(|(place, _)| bits >> (place % 8) & 1 == 1)
        .map(|(_, value)| value.clone())
        .collect();
    (!chosen.is_empty()).then_some(chosen)
}

/// Whether `scope` may include `part`: the rule `smuggled`, written naively.
fn may_include(draft: &Draft, scope: &Scope, part: &Scope) -> bool {
    let rank = |word: &Option<String>| {
        ["registration", "admin", "review"]
            .iter()
            .position(|one| word.as_deref() == Some(*one))
            .map_or(0, |place| place + 1)
    };
    let refreshes = |scope: &Scope| scope.issues.iter().any(|issued| issued == "refresh_token");
    let axes = [
        ("client", &scope.client, &part.client),
        ("audience", &scope.audience, &part.audience),
        ("subject", &scope.subject, &part.subject),
        ("grants", &scope.grants, &part.grants),
    ];
    let is_within = |(axis, wide, narrow): &(&str, &Option<Vec<String>>, &Option<Vec<String>>)| {
        let Some(narrow) = narrow else { return true };
        wide.as_ref().or(draft.kinds.get(*axis)).is_some_and(|wide| wide.iter().all(|value| narrow.contains(value)))
    };
    scope.kind.is_none()
        && part.kind.is_none()
        && axes.iter().all(is_within)
        && rank(&scope.approval) >= rank(&part.approval)
        && (refreshes(scope) || !refreshes(part))
}

/// What a scope of the draft holds by inclusion.
pub(crate) fn closure(draft: &Draft, name: &str) -> Vec<String> {
    let mut reached = vec![name.to_owned()];
    let mut next = 0;
    while let Some(name) = reached.get(next).cloned() {
        next += 1;
        for part in draft.scopes.get(&name).map_or(&[][..], |scope| &scope.includes) {
            if !reached.contains(part) {
                reached.push(part.clone());
            }
        }
    }
    reached
}

/// Adds a scope that refers to some of those that are there already.
pub(crate) fn add(draft: &mut Draft, name: String, choices: Choices) {
    let Choices { text, texts, kinds, alias, deprecated, .. } = choices;
    let earlier: Vec<String> = draft.scopes.keys().cloned().collect();
    let pick = |index: &Index| (!earlier.is_empty()).then(|| index.get(&earlier).clone());
    let axis = |axis: &str, bits: Option<u8>| subset(draft.kinds.get(axis)?, bits?);
    let [client, audience, subject, grants] = kinds;
    let [consent, detail, since, group, docs] = texts;
    let word = |words: &[&str], place: u8| words.get(usize::from(place)).map(|word| (*word).to_owned());
    let issued = [("id_token", 0b1), ("refresh_token", 0b110)];
    let mut scope = Scope {
        text,
        consent,
        detail,
        since,
        group,
        docs,
        client: axis("client", client),
        audience: axis("audience", audience),
        subject: axis("subject", subject),
        grants: axis("grants", grants),
        claims: choices.claims,
        issues: issued
            .into_iter()
            .filter(|(_, bits)| choices.issues & bits == *bits)
            .map(|(word, _)| word.to_owned())
            .collect(),
        approval: word(&["registration", "admin", "review"], choices.approval),
        sensitivity: word(&["sensitive", "restricted"], choices.sensitivity),
        optional: choices.flags & 0b11 == 0b11,
        kind: (choices.flags & 0b1_1100 == 0b1_1100).then(|| "restriction".to_owned()),
        bound_to: draft.system.bound_to.first().filter(|_| choices.flags & 0b10_0000 != 0).cloned(),
        aliases: alias.map(|alias| format!("{alias}~{}z", earlier.len())).into_iter().collect(),
        ..Scope::default()
    };
    scope.extends = choices.extends.as_ref().and_then(pick);
    let includes: Vec<String> = choices.includes.iter().filter_map(pick).collect();
    // In the order of the manifest, each once, as a catalogue gives them.
    scope.includes = earlier
        .iter()
        .filter(|name| includes.contains(name) && may_include(draft, &scope, &draft.scopes[*name]))
        .cloned()
        .collect();
    let holds: Vec<String> = scope.includes.iter().flat_map(|part| closure(draft, part)).collect();
    scope.requires =
        choices.requires.as_ref().and_then(pick).filter(|name| !holds.contains(name)).into_iter().collect();
    scope.deprecated = deprecated.map(|(replacement, [since, note, remove_after])| {
        let stays = |name: &String| draft.scopes[name].deprecated.is_none();
        Deprecation { since, note, remove_after, replacement: replacement.as_ref().and_then(pick).filter(stays) }
    });
    if scopes_manifest::identifier::variant(&name, draft.system.strip_prefix.as_deref()).is_err() {
        scope.rust = Some(format!("Scope{}", earlier.len()));
    }
    draft.scopes.insert(name, scope);
}
