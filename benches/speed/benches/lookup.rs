//! From a name to a scope: 4,096 names in random order, known and unknown.
//!
//! The floor is what any lookup has to do in the end: to compare the name with the one that it equals. `bitflags` has
//! the 102 names alone, as flags of a `u128`; its names are identifiers, so it is given underscores for colons.

use std::hint::black_box;
use std::str::FromStr;

use catalogues::Samples;
use criterion::{Criterion, criterion_group, criterion_main};
use speed::flags::{self, Flags};
use timing::{contend, group, settings};

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
            let mut group = group($criterion, subject, $size, batch.len());
            contend(&mut group, "ours", batch, ours);
            contend(&mut group, "strum", batch, strum);
            contend(&mut group, "phf", batch, phf);
            contend(&mut group, "match", batch, matched);
            group.finish();
        }
        memcmp($criterion, $size, &samples, &names);
    }};
}

/// Comparing each name with its equal, which is at hand.
fn memcmp(criterion: &mut Criterion, size: &str, samples: &Samples, names: &[&'static str]) {
    let pairs: Vec<(&str, &str)> = samples.known.iter().map(|(name, index)| (name.as_str(), names[*index])).collect();
    let mut group = group(criterion, "lookup-known", size, pairs.len());
    contend(&mut group, "memcmp", &pairs, |(name, known)| black_box(name.as_bytes()) == black_box(known.as_bytes()));
    group.finish();
}

fn bitflags(criterion: &mut Criterion) {
    let samples = Samples::of(&catalogues::names::<catalogues::small::Scope>());
    let known: Vec<String> = samples.known.iter().map(|(name, _)| flags::name(name)).collect();
    let unknown: Vec<String> = samples.unknown.iter().map(|name| flags::name(name)).collect();
    for (flag, (_, index)) in known.iter().zip(&samples.known) {
        assert_eq!(Flags::from_name(flag).map(|flag| flag.bits()), Some(1 << index), "{flag}");
    }
    for (subject, batch) in [("lookup-known", &known), ("lookup-unknown", &unknown)] {
        let mut group = group(criterion, subject, "102", batch.len());
        contend(&mut group, "bitflags", batch, |name| Flags::from_name(name));
        group.finish();
    }
}

fn lookups(criterion: &mut Criterion) {
    lookup!(criterion, "102", catalogues::small::Scope, small);
    lookup!(criterion, "1000", catalogues::wide::thousand::Scope, wide_thousand);
    lookup!(criterion, "1000-long", catalogues::thousand::Scope, long_thousand);
    lookup!(criterion, "5000", catalogues::wide::five_thousand::Scope, wide_five_thousand);
    lookup!(criterion, "5000-long", catalogues::five_thousand::Scope, long_five_thousand);
    bitflags(criterion);
}

criterion_group!(name = benches; config = settings(); targets = lookups);
criterion_main!(benches);
