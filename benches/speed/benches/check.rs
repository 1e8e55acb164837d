//! A constant requirement of one and of two scopes, checked against about 1,024 grants that were parsed before.
//!
//! `allowed`: each grant holds the requirement beside other scopes; `denied`: none does. Strings that a restriction or
//! an inclusion decides are left out, since no peer has those. `ours` is `authorize::<R>()`, `ours-check` is
//! `check(&REQUIREMENT)`. `words` is the plain loop over [u64; 79], at 5,000 alone; `words-constant` is the same with
//! a requirement that the compiler knows, as it does ours and enumset's. `bitflags` has the 102 names alone, as a
//! `u128`. The OAuth crates compare strings: `contains_all` of `aliri_oauth2`, `allow_access` of `oxide-auth`,
//! `is_subset` of `oauth-as`, `is_superset` of the `BTreeSet` in `oauth2-types`, `require_scopes` of
//! `oauth-resource-server`; `twitch_oauth2` has its `Validator` over a `Vec` of Twitch's scopes, at 102 alone.

use std::hint::black_box;
use std::str::FromStr;

use catalogues::Samples;
use criterion::{Criterion, criterion_group, criterion_main};
use enumset::{EnumSet, enum_set};
use grants::Grants;
use scopes_runtime::{Granted, Requires, Scope};
use speed::flags::{self, Flags};
use timing::{Contest, settings};
use twitch_oauth2::{Scope as Twitch, validator};

mod grants;
mod timing;

/// Sets of 5,000 scopes.
type Words = [u64; 79];

/// Ours, enumset and the OAuth crates; the rest is for one size.
macro_rules! check {
    ($contest:ident, $grants:ident, $operation:ty, $strum:ident, [$($variant:ident),+]) => {{
        const REQUIRED: EnumSet<$strum> = enum_set!($($strum::$variant)|+);
        const REQUIREMENT: scopes_runtime::Requirement<<$operation as Requires>::Scope> = <$operation>::REQUIREMENT;

        let ours = |text: &str| Granted::parse(text).ok();
        $grants.check(&mut $contest, "ours", ours, |held| held.authorize::<$operation>().is_ok());
        $grants.check(&mut $contest, "ours-check", ours, |held| held.check(&REQUIREMENT).is_ok());
        let strum = |text: &str| text.split(' ').map($strum::from_str).collect::<Result<EnumSet<_>, _>>().ok();
        $grants.check(&mut $contest, "enumset", strum, |held| held.is_superset(REQUIRED));
        $grants.check_by_oauth_crates(&mut $contest, &[$($strum::$variant.into()),+]);
    }};
}

/// The three subjects of a size; `$rest` adds what this size alone has.
macro_rules! size {
    ($criterion:ident, $size:literal, $ours:path, $peers:ident, $first:ident, $second:ident, $rest:expr) => {{
        use speed::$peers::Strum;
        use $ours as ours;

        let samples = Samples::of(&catalogues::names::<ours::Scope>());
        let first: &str = Strum::$first.into();
        let second: &str = Strum::$second.into();
        for (subject, are_allowed) in [("check-one-allowed", true), ("check-one-denied", false)] {
            let texts = texts::<ours::One>(&samples, &[first], are_allowed);
            let grants = Grants { texts: &texts, are_allowed };
            let mut contest = Contest::new($criterion, subject, $size, texts.len());
            check!(contest, grants, ours::One, Strum, [$first]);
            $rest(&mut contest, &grants, 1);
            contest.run();
        }
        let texts = texts::<ours::Two>(&samples, &[first, second], true);
        let grants = Grants { texts: &texts, are_allowed: true };
        let mut contest = Contest::new($criterion, "check-two-allowed", $size, texts.len());
        check!(contest, grants, ours::Two, Strum, [$first, $second]);
        $rest(&mut contest, &grants, 2);
        contest.run();
    }};
}

/// The scope strings with or without what is required, as far as ours says the same of them as a plain set.
fn texts<R: Requires>(samples: &Samples, required: &[&str], are_allowed: bool) -> Vec<String> {
    let texts = if are_allowed {
        samples.strings_with(required)
    } else {
        samples.strings.iter().map(|(text, _)| text.clone()).collect()
    };
    let is_allowed =
        |text: &String| Granted::<R::Scope>::parse(text).is_ok_and(|granted| granted.authorize::<R>().is_ok());
    let texts: Vec<String> = texts.into_iter().filter(|text| is_allowed(text) == are_allowed).collect();
    assert!(texts.len() > 900, "only {} strings are left", texts.len());
    texts
}

/// bitflags and Twitch's crate.
fn only_small(contest: &mut Contest<'_, '_>, grants: &Grants<'_>, scopes: usize) {
    let read = |text: &str| flags::name(text).split(' ').map(Flags::from_name).collect::<Option<Flags>>();
    let strings = speed::twitch_strings(grants.texts.len());
    let holds = |text: &String| text.split(' ').any(|name| name == "chat:edit");
    let others = strings.into_iter().filter(|text| !holds(text));
    let required = if scopes == 1 { "chat:edit" } else { "chat:edit chat:read" };
    let with = |text: String| {
        let rest = text.split(' ').skip(scopes).collect::<Vec<_>>().join(" ");
        format!("{rest} {required}")
    };
    let texts: Vec<String> = if grants.are_allowed { others.map(with).collect() } else { others.collect() };
    let twitch = Grants { texts: &texts, are_allowed: grants.are_allowed };
    if scopes == 1 {
        const ONE: Flags = Flags::contacts_read;
        grants.check(contest, "bitflags", read, |held| held.contains(ONE));
        twitch.check_by_twitch(contest, validator!(Twitch::ChatEdit));
    } else {
        const TWO: Flags = Flags::contacts_read.union(Flags::history_read);
        grants.check(contest, "bitflags", read, |held| held.contains(TWO));
        twitch.check_by_twitch(contest, validator!(Twitch::ChatEdit, Twitch::ChatRead));
    }
}

/// The plain loops over words.
fn only_largest(contest: &mut Contest<'_, '_>, grants: &Grants<'_>, scopes: usize) {
    const ONE: Words = first_word(0b01);
    const TWO: Words = first_word(0b11);
    let read = |text: &str| {
        let mut words = [0; 79];
        for name in text.split(' ') {
            let index = catalogues::wide::five_thousand::Scope::find(name)? as usize;
            words[index / 64] |= 1 << (index % 64);
        }
        Some(words)
    };
    let required = if scopes == 1 { ONE } else { TWO };
    grants.check(contest, "words", read, move |held| is_superset(held, black_box(&required)));
    if scopes == 1 {
        grants.check(contest, "words-constant", read, |held| is_superset(held, &ONE));
    } else {
        grants.check(contest, "words-constant", read, |held| is_superset(held, &TWO));
    }
}

const fn first_word(word: u64) -> Words {
    let mut words = [0; 79];
    words[0] = word;
    words
}

fn is_superset(granted: &Words, required: &Words) -> bool {
    required.iter().zip(granted).fold(0, |missing, (required, granted)| missing | (required & !granted)) == 0
}

fn nothing(_: &mut Contest<'_, '_>, _: &Grants<'_>, _: usize) {}

fn checks(criterion: &mut Criterion) {
    size!(criterion, "102", catalogues::small, small, V15, V44, only_small);
    size!(criterion, "1000", catalogues::wide::thousand, wide_thousand, V0, V1, nothing);
    size!(criterion, "5000", catalogues::wide::five_thousand, wide_five_thousand, V0, V1, only_largest);
}

criterion_group!(name = benches; config = settings(); targets = checks);
criterion_main!(benches);
