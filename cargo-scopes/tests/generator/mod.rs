//! Random manifests that `Catalog::parse` accepts: every key, every form, names and texts at their worst.
//!
//! [`manifest`] gives them as drafts with all written out, so that `Draft::of` of what was read is what was generated;
//! [`shorthands`] adds what a catalogue writes out (rules, patterns, bundles, a default by its preset).

#![allow(dead_code, reason = "each test that has this module uses a part of it")]

mod scopes;
mod words;

use cargo_scopes::draft::{Access, DefaultScopes, Draft, Lint, Preset, Removed, Rule, Scope};
use proptest::prelude::*;
use proptest::sample::Index;

use self::scopes::{Choices, choices, closure};
pub(crate) use self::words::{note, piece, sentence};

/// What is chosen for the tables beside `[scopes]`.
#[derive(Clone, Debug)]
struct Frame {
    name: String,
    bits: u32,
    max_bytes: Option<u32>,
    presets: Vec<(Option<String>, Vec<Index>)>,
    endpoints: Vec<(u8, Vec<Vec<Index>>, Index)>,
    removed: Vec<(String, Option<String>, Option<String>)>,
    translations: Vec<String>,
    excepted: Vec<Index>,
    default: Vec<Index>,
}

fn frame() -> impl Strategy<Value = Frame> {
    let indices = |most| proptest::collection::vec(any::<Index>(), 1..=most);
    let presets = proptest::collection::vec((proptest::option::of(sentence()), indices(4)), 0..3);
    let alternatives = proptest::collection::vec(indices(3), 1..4);
    let endpoints = proptest::collection::vec((any::<u8>(), alternatives, any::<Index>()), 0..8);
    let removed = (piece(), proptest::option::of(note()), proptest::option::of(note()));
    let removed = proptest::collection::vec(removed, 0..2);
    let translations = proptest::collection::vec(sentence(), 12);
    let first = (sentence(), any::<u32>(), proptest::option::weighted(0.2, 1_u32..), presets, endpoints);
    (first, removed, translations, indices(2), indices(2)).prop_map(
        |(first, removed, translations, excepted, default)| {
            let (name, bits, max_bytes, presets, endpoints) = first;
            Frame { name, bits, max_bytes, presets, endpoints, removed, translations, excepted, default }
        },
    )
}

/// A manifest with all written out, in the order and form in which `Draft::of` writes it.
pub(crate) fn manifest() -> impl Strategy<Value = Draft> {
    (frame(), proptest::collection::vec(choices(), 1..10)).prop_map(|(frame, scopes)| assembled(&frame, scopes))
}

/// A manifest in which more is said by fewer words.
pub(crate) fn shorthands() -> impl Strategy<Value = Draft> {
    (manifest(), any::<u8>()).prop_map(|(mut draft, bits)| {
        let plain = |text: &str| Scope { text: text.to_owned(), ..Scope::default() };
        if bits & 1 == 1 {
            for name in ["alter_posts", "view_posts", "alter_likes"] {
                draft.scopes.insert(name.to_owned(), plain("By a rule."));
            }
            let (when, includes) = ("alter_{x}".to_owned(), "view_{x}".to_owned());
            draft.rules.push(Rule { when, includes, missing: Some("skip".to_owned()) });
        }
        if bits & 2 == 2 {
            let everything = Scope { includes: vec!["family:*".to_owned()], ..plain("By a pattern.") };
            draft.scopes.insert("family:all".to_owned(), everything);
            for name in ["family:one", "family:two"] {
                draft.scopes.insert(name.to_owned(), plain("One of a family."));
            }
        }
        if bits & 4 == 4 && draft.system.locale.is_none() && draft.system.locales.is_none() {
            draft.bundles.push("oidc".to_owned());
        }
        let default = draft.system.default.clone().filter(|_| bits & 8 == 8);
        if let Some(DefaultScopes::Scopes(scopes)) =
            default.filter(|scopes| *scopes != DefaultScopes::Scopes(Vec::new()))
        {
            draft.presets.insert("usual".to_owned(), Preset { text: None, scopes });
            draft.system.default = Some(DefaultScopes::Preset("usual".to_owned()));
        }
        if bits & 16 == 16 && draft.system.locales.is_some() {
            // Also texts in the language of the manifest, which stand for the scopes' own.
            let texts = draft.scopes.keys().map(|name| (name.clone(), format!("Translated: {}", name.len()))).collect();
            draft.text.insert(draft.system.locale.clone().unwrap_or_else(|| "en".to_owned()), texts);
        }
        if draft.system.locales.is_some() {
            let names: Vec<String> = draft.scopes.keys().cloned().collect();
            for texts in draft.text.values_mut() {
                for name in &names {
                    texts.entry(name.clone()).or_insert_with(|| "Added.".to_owned());
                }
            }
        }
        draft
    })
}

fn assembled(frame: &Frame, scopes: Vec<Choices>) -> Draft {
    let mut draft = Draft::new(frame.name.clone());
    system(&mut draft, frame);
    for (place, choices) in scopes.into_iter().enumerate() {
        let separator = [":", ".", "/", "_"][place % 4];
        let mut name = format!("{}{separator}s{place}z", choices.piece);
        if draft.system.delimiters.is_some() {
            name = name.replace(',', ";");
        }
        let mut choices = choices;
        choices.keep_commas_out(draft.system.delimiters.is_some());
        scopes::add(&mut draft, name, choices);
    }
    for (place, (name, version, note)) in frame.removed.iter().enumerate() {
        let name = format!("{}!gone{place}", name.replace(',', ";"));
        draft.removed.insert(name, Removed { version: version.clone(), note: note.clone() });
    }
    presets(&mut draft, frame);
    endpoints(&mut draft, frame);
    translations(&mut draft, frame);
    lints(&mut draft, frame);
    draft
}

fn system(draft: &mut Draft, frame: &Frame) {
    let has = |bit: u32| frame.bits >> bit & 1 == 1;
    let word = |is_chosen: bool, word: &str| is_chosen.then(|| word.to_owned());
    let system = &mut draft.system;
    system.naming = word(has(0), if has(1) { "resource:verb" } else { "verb:resource" });
    system.unknown = word(has(2), "ignore");
    system.delimiters = (has(3) && has(4)).then(|| vec!["space".to_owned(), "comma".to_owned()]);
    system.strip_prefix = word(has(5) && has(6), "https://api.example.com/auth/");
    system.audience_uri = word(has(7), "https://api.example.com/v2?a=b&c='d'");
    system.max_bytes = frame.max_bytes.filter(|bytes| *bytes != 65_536);
    if has(8) {
        system.bound_to = vec!["work space \"one\"".to_owned(), "team".to_owned()];
    }
    let axes = [
        ("client", ["desk top", "web"]),
        ("audience", ["public", "partner:sap"]),
        ("subject", ["delegated", "application"]),
        ("grants", ["authorization_code", "client_credentials"]),
    ];
    for (bit, (axis, values)) in (9..).zip(axes) {
        if has(bit) {
            draft.kinds.insert(axis.to_owned(), values.map(str::to_owned).to_vec());
        }
    }
    if has(13) && has(14) {
        system.locale = Some("pt-BR".to_owned());
    }
    if has(15) {
        let base = system.locale.clone().unwrap_or_else(|| "en".to_owned());
        system.locales = Some(vec![base, "de".to_owned()]);
    }
}

/// Who may hold a scope, on one axis.
type Axis = fn(&Scope) -> &Option<Vec<String>>;

/// Those of a list that one token may hold together, and no restriction.
fn together(draft: &Draft, chosen: &[Index]) -> Vec<String> {
    let names: Vec<&String> = draft.scopes.keys().collect();
    let mut kept: Vec<String> = Vec::new();
    for name in chosen.iter().map(|index| *index.get(&names)) {
        let axes: [Axis; 4] =
            [|scope| &scope.client, |scope| &scope.audience, |scope| &scope.subject, |scope| &scope.grants];
        let all = || kept.iter().chain([name]).map(|name| &draft.scopes[name]);
        let is_held = |axis: &Axis| {
            let lists: Vec<&Vec<String>> = all().filter_map(|scope| axis(scope).as_ref()).collect();
            let Some(first) = lists.first() else { return true };
            first.iter().any(|value| lists.iter().all(|list| list.contains(value)))
        };
        if draft.scopes[name].kind.is_none() && !kept.contains(name) && axes.iter().all(is_held) {
            kept.push(name.clone());
        }
    }
    kept
}

fn presets(draft: &mut Draft, frame: &Frame) {
    for (place, (text, chosen)) in frame.presets.iter().enumerate() {
        let scopes = together(draft, chosen);
        if !scopes.is_empty() {
            let name = ["usual-set", "all of \"it\"", "</script>x"][place % 3];
            draft.presets.insert(name.to_owned(), Preset { text: text.clone(), scopes });
        }
    }
    let is_harmless = |name: &String| {
        let scope = &draft.scopes[name];
        let refreshes = scope.issues.iter().any(|issued| issued == "refresh_token");
        scope.approval.is_none() && scope.sensitivity.as_deref() != Some("restricted") && !refreshes
    };
    let default = together(draft, &frame.default);
    if frame.bits >> 16 & 1 == 1 && default.iter().all(|name| closure(draft, name).iter().all(is_harmless)) {
        draft.system.default = Some(DefaultScopes::Scopes(default));
    }
}

fn endpoints(draft: &mut Draft, frame: &Frame) {
    let restrictions: Vec<String> =
        draft.scopes.iter().filter(|(_, scope)| scope.kind.is_some()).map(|(name, _)| name.clone()).collect();
    for (place, (bits, alternatives, under)) in frame.endpoints.iter().enumerate() {
        let method = ["GET", "POST", "PATCH", "DELETE", "HEAD"][usize::from(bits & 7) % 5];
        let path = ["/{id}", "", "/{user-id}/files.{kind}", "/a~!$&'()*+,;=:@b", "/{*rest}"][place % 5];
        let route = format!("{method} /e{place}{path}");
        let is_narrowed = bits & 8 == 8 && !restrictions.is_empty();
        let under = if is_narrowed { vec![under.get(&restrictions).clone()] } else { Vec::new() };
        let mut all: Vec<Vec<String>> = Vec::new();
        for chosen in alternatives {
            let scopes = together(draft, chosen);
            let is_alike =
                |other: &Vec<String>| other.len() == scopes.len() && scopes.iter().all(|one| other.contains(one));
            if !scopes.is_empty() && !all.iter().any(is_alike) {
                all.push(scopes);
            }
        }
        let access = match bits >> 4 & 7 {
            0 => Access::Public,
            1 => Access::Authenticated { under },
            _ if all.is_empty() => Access::Public,
            _ => Access::Scopes { alternatives: all, under },
        };
        draft.endpoints.insert(route, access);
    }
}

fn translations(draft: &mut Draft, frame: &Frame) {
    let texts = |skipped: usize| {
        let texts = draft.scopes.keys().cloned().zip(frame.translations.iter().cloned());
        texts.skip(skipped).collect()
    };
    if draft.system.locales.is_some() {
        let german = texts(0);
        draft.text.insert("de".to_owned(), german);
    } else if frame.bits >> 17 & 1 == 1 && draft.scopes.len() > 1 {
        let french = texts(1);
        draft.text.insert("fr-CA".to_owned(), french);
    }
}

fn lints(draft: &mut Draft, frame: &Frame) {
    let names: Vec<&String> = draft.scopes.keys().collect();
    let excepted: Vec<&String> = frame.excepted.iter().map(|index| *index.get(&names)).collect();
    let except: Vec<String> = names.iter().filter(|name| excepted.contains(name)).map(|name| (*name).clone()).collect();
    if frame.bits >> 18 & 1 == 1 {
        draft.lints.insert("naming".to_owned(), Lint { level: Some("allow".to_owned()), except: Vec::new() });
    }
    if frame.bits >> 19 & 1 == 1 {
        draft.lints.insert("unused".to_owned(), Lint { level: None, except });
    }
}
