//! From a name to a scope: 4,096 names in random order, known and unknown.
//!
//! The floor is what any lookup has to do in the end: to compare the name with the one that it equals. `bitflags` has
//! the 102 names alone, as flags of a `u128`; its names are identifiers, so it is given underscores for colons.

use std::hint::black_box;
use std::str::FromStr;

use catalogues::Samples;
use criterion::{Criterion, criterion_group, criterion_main};
use scopes_runtime::Scope as _;
use speed::flags::{self, Flags};
use timing::{Contest, settings};

mod timing;

macro_rules! lookup {
    ($criterion:ident, $size:literal, $ours:ty, $peers:ident) => {{
        use speed::$peers::{PHF, Strum, by_match};

        let names = catalogues::names::<$ours>();
        let samples = Samples::of(&names);
        let ours = |name: &&str| <$ours as scopes_runtime::Scope>::find(name);
        let strum = |name: &&str| Strum::from_str(name).ok();
        let phf = |name: &&str| PHF.get(name).copied();
        let matched = |name: &&str| by_match(name);
        let answers = |name: &str| {
            let (phf, matched) = (phf(&name).map(usize::from), matched(&name).map(usize::from));
            [ours(&name).map(|scope| scope as usize), strum(&name).map(|scope| scope as usize), phf, matched]
        };
        for (name, index) in &samples.known {
            assert_eq!(answers(name), [Some(*index); 4], "{name}");
        }
        for name in &samples.unknown {
            assert_eq!(answers(name), [None; 4], "{name}");
        }
        let known: Vec<&str> = samples.known.iter().map(|(name, _)| name.as_str()).collect();
        let unknown: Vec<&str> = samples.unknown.iter().map(String::as_str).collect();
        for (subject, batch) in [("lookup-known", &known), ("lookup-unknown", &unknown)] {
            let mut contest = Contest::new($criterion, subject, $size, batch.len());
            contest.enter("ours", batch.as_slice(), ours);
            contest.enter("strum", batch.as_slice(), strum);
            contest.enter("phf", batch.as_slice(), phf);
            contest.enter("match", batch.as_slice(), matched);
            if subject == "lookup-known" {
                memcmp(&mut contest, &samples, &names);
            }
            if $size == "102" {
                bitflags(&mut contest, batch);
            }
            contest.run();
        }
    }};
}

/// Comparing each name with its equal, which is at hand.
fn memcmp<'b>(contest: &mut Contest<'_, 'b>, samples: &'b Samples, names: &[&'static str]) {
    let pairs: Vec<(&str, &str)> = samples.known.iter().map(|(name, index)| (name.as_str(), names[*index])).collect();
    contest.enter("memcmp", pairs, |(name, known)| black_box(name.as_bytes()) == black_box(known.as_bytes()));
}

fn bitflags(contest: &mut Contest<'_, '_>, names: &[&str]) {
    let flags: Vec<String> = names.iter().map(|name| flags::name(name)).collect();
    for (name, flag) in names.iter().zip(&flags) {
        let index = catalogues::small::Scope::find(name).map(|scope| scope as usize);
        assert_eq!(Flags::from_name(flag).map(|flag| flag.bits()), index.map(|index| 1 << index), "{flag}");
    }
    contest.enter("bitflags", flags, |name| Flags::from_name(name));
}

fn lookups(criterion: &mut Criterion) {
    lookup!(criterion, "102", catalogues::small::Scope, small);
    lookup!(criterion, "1000", catalogues::wide::thousand::Scope, wide_thousand);
    lookup!(criterion, "1000-long", catalogues::thousand::Scope, long_thousand);
    lookup!(criterion, "5000", catalogues::wide::five_thousand::Scope, wide_five_thousand);
    lookup!(criterion, "5000-long", catalogues::five_thousand::Scope, long_five_thousand);
}

criterion_group!(name = benches; config = settings(); targets = lookups);
criterion_main!(benches);
