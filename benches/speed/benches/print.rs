//! From what each contender holds to a scope string, written into a buffer that is cleared and used again.
//!
//! 1,024 grants of five random scopes. Each contender prints in its own order. `twitch_oauth2` has no type for a list
//! of scopes: it prints a `Vec` of Twitch's, with a space between them. `strum+enumset` does the same with the static
//! names of a set's variants. `bitflags` prints ` | ` between names, so it is not a scope string, and
//! `oauth-resource-server` prints none.

use std::collections::BTreeSet;
use std::fmt::{Display, Write as _};
use std::str::FromStr;

use catalogues::Samples;
use criterion::{Criterion, criterion_group, criterion_main};
use enumset::EnumSet;
use scopes_runtime::Granted;
use timing::{Contest, settings};

mod timing;

/// Longer than any of the strings: the buffer never grows.
const CAPACITY: usize = 1024;

macro_rules! print_all {
    ($criterion:ident, $size:literal, $ours:ty, $peers:ident) => {{
        use speed::$peers::Strum;

        let samples = Samples::of(&catalogues::names::<$ours>());
        let texts: Vec<&str> = samples.strings.iter().map(|(text, _)| text.as_str()).collect();
        let mut contest = Contest::new($criterion, "print", $size, texts.len());
        let contenders = &mut contest;
        display(contenders, "ours", &texts, |text| Granted::<$ours>::parse(text).ok());
        let ours = |text: &str| text.parse::<scopes_runtime::ScopeSet<$ours>>().ok();
        written(contenders, "ours-write_to", &texts, ours, |set, buffer| {
            set.write_to(buffer).expect("a string takes all");
        });
        display(contenders, "aliri_oauth2", &texts, |text| aliri_oauth2::Scope::try_from(text).ok());
        display(contenders, "oxide-auth", &texts, |text| oxide_auth::primitives::scope::Scope::from_str(text).ok());
        display(contenders, "oauth-as", &texts, |text| oauth_as::scope::ScopeSet::parse(text).ok());
        display(contenders, "oauth2-types", &texts, |text| oauth2_types::scope::Scope::from_str(text).ok());
        let strum = |text: &str| text.split(' ').map(Strum::from_str).collect::<Result<EnumSet<_>, _>>().ok();
        written(contenders, "strum+enumset", &texts, strum, |set, buffer| {
            joined(set.iter().map(<&'static str>::from), buffer);
        });
        if $size == "102" {
            twitch(contenders);
        }
        contest.run();
    }};
}

/// A contender that writes itself.
fn display<T: Display + 'static>(
    contest: &mut Contest<'_, '_>,
    contender: &str,
    texts: &[&str],
    parse: impl Fn(&str) -> Option<T>,
) {
    written(contest, contender, texts, parse, |held, buffer| {
        write!(buffer, "{held}").expect("a string takes all");
    });
}

/// Any contender: how it reads the strings, which is not timed, and how it writes them.
fn written<T: 'static>(
    contest: &mut Contest<'_, '_>,
    contender: &str,
    texts: &[&str],
    parse: impl Fn(&str) -> Option<T>,
    write: impl Fn(&T, &mut String) + 'static,
) {
    let held: Vec<T> = texts.iter().map(|text| parse(text).expect("a string of known names")).collect();
    let mut buffer = String::with_capacity(CAPACITY);
    for (held, text) in held.iter().zip(texts) {
        buffer.clear();
        write(held, &mut buffer);
        assert_eq!(buffer.len(), text.len(), "{contender}");
        assert_eq!(buffer.split(' ').collect::<BTreeSet<_>>(), text.split(' ').collect(), "{contender}");
    }
    contest.enter(contender, held, move |held| {
        buffer.clear();
        write(held, &mut buffer);
        buffer.len()
    });
}

fn joined<'n>(names: impl Iterator<Item = &'n str>, buffer: &mut String) {
    for name in names {
        if !buffer.is_empty() {
            buffer.push(' ');
        }
        buffer.push_str(name);
    }
}

fn twitch(contest: &mut Contest<'_, '_>) {
    let texts = speed::twitch_strings(1024);
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let parse =
        |text: &str| Some(text.split(' ').map(|name| twitch_oauth2::Scope::parse(name.to_owned())).collect::<Vec<_>>());
    written(contest, "twitch_oauth2", &texts, parse, |scopes, buffer| {
        joined(scopes.iter().map(|scope| scope.as_str()), buffer);
    });
}

fn prints(criterion: &mut Criterion) {
    print_all!(criterion, "102", catalogues::small::Scope, small);
    print_all!(criterion, "1000", catalogues::wide::thousand::Scope, wide_thousand);
    print_all!(criterion, "1000-long", catalogues::thousand::Scope, long_thousand);
    print_all!(criterion, "5000", catalogues::wide::five_thousand::Scope, wide_five_thousand);
    print_all!(criterion, "5000-long", catalogues::five_thousand::Scope, long_five_thousand);
}

criterion_group!(name = benches; config = settings(); targets = prints);
criterion_main!(benches);
