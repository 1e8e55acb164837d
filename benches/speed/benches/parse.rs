//! From a scope string to what each contender holds: 1,024 strings of five random scopes.
//!
//! `strum` (into an `enumset`) and `bitflags` split at spaces and find each name; they check no form. `bitflags` has
//! the 102 names alone, as flags of a `u128`, and is given underscores for colons. Of the OAuth crates each parses
//! into its own type: `aliri_oauth2`, `oxide-auth`, `oauth-as` and `oauth2-types` into sets of strings, of any names.
//! `twitch_oauth2` has an enum of Twitch's scopes and no type for a list: it is given five of those, about as long as
//! sipgate's, and fills a `Vec`; its parser takes strings that are owned or static, and a token's are not static.
//! `oauth-resource-server` is not here: it splits the claim of a verified token in a function that is not public.

use std::str::FromStr;

use catalogues::Samples;
use criterion::{Criterion, criterion_group, criterion_main};
use enumset::EnumSet;
use scopes_runtime::Granted;
use speed::flags::{self, Flags};
use timing::{Contest, settings};

mod timing;

macro_rules! parse {
    ($criterion:ident, $size:literal, $ours:ty, $peers:ident) => {{
        use speed::$peers::Strum;

        let samples = Samples::of(&catalogues::names::<$ours>());
        let ours = |text: &&str| Granted::<$ours>::parse(text);
        let strum = |text: &&str| text.split(' ').map(Strum::from_str).collect::<Result<EnumSet<_>, _>>();
        for (text, indices) in &samples.strings {
            let mut sorted = *indices;
            sorted.sort_unstable();
            let ours = ours(&text.as_str()).expect("a well-formed string").scopes();
            assert!(ours.iter().map(|scope| scope as usize).eq(sorted), "{text}");
            let strum = strum(&text.as_str()).expect("known names");
            assert!(strum.iter().map(|scope| scope as usize).eq(sorted), "{text}");
        }
        let texts: Vec<&str> = samples.strings.iter().map(|(text, _)| text.as_str()).collect();
        let mut contest = Contest::new($criterion, "parse", $size, texts.len());
        contest.enter("ours", texts.as_slice(), ours);
        contest.enter("strum+enumset", texts.as_slice(), strum);
        oauth_crates(&mut contest, &texts);
        if $size == "102" {
            bitflags(&mut contest);
            twitch(&mut contest);
        }
        contest.run();
    }};
}

/// Those that hold any names.
fn oauth_crates<'b>(contest: &mut Contest<'_, 'b>, texts: &'b [&'b str]) {
    let aliri = |text: &&str| aliri_oauth2::Scope::try_from(*text);
    let oxide = |text: &&str| oxide_auth::primitives::scope::Scope::from_str(text);
    let oauth_as = |text: &&str| oauth_as::scope::ScopeSet::parse(text);
    let types = |text: &&str| oauth2_types::scope::Scope::from_str(text);
    for text in texts {
        let mut names: Vec<&str> = text.split(' ').collect();
        names.sort_unstable();
        assert!(aliri(text).expect("well-formed").iter().map(|name| name.as_str()).eq(names.iter().copied()));
        assert!(oauth_as(text).expect("well-formed").iter().map(|name| name.as_str()).eq(names.iter().copied()));
        assert!(types(text).expect("well-formed").iter().map(|name| name.as_str()).eq(names.iter().copied()));
        let oxide = oxide(text).expect("well-formed");
        let mut held: Vec<&str> = oxide.iter().collect();
        held.sort_unstable();
        assert_eq!(held, names);
    }
    contest.enter("aliri_oauth2", texts, aliri);
    contest.enter("oxide-auth", texts, oxide);
    contest.enter("oauth-as", texts, oauth_as);
    contest.enter("oauth2-types", texts, types);
}

fn bitflags(contest: &mut Contest<'_, '_>) {
    let samples = Samples::of(&catalogues::names::<catalogues::small::Scope>());
    let parse = |text: &String| text.split(' ').map(Flags::from_name).collect::<Option<Flags>>();
    let texts: Vec<String> = samples.strings.iter().map(|(text, _)| flags::name(text)).collect();
    for (text, (_, indices)) in texts.iter().zip(&samples.strings) {
        let bits = indices.iter().fold(0, |bits, index| bits | 1 << index);
        assert_eq!(parse(text).map(|flags| flags.bits()), Some(bits), "{text}");
    }
    contest.enter("bitflags", texts, parse);
}

fn twitch(contest: &mut Contest<'_, '_>) {
    let texts = speed::twitch_strings(1024);
    let parse =
        |text: &String| text.split(' ').map(|name| twitch_oauth2::Scope::parse(name.to_owned())).collect::<Vec<_>>();
    for text in &texts {
        let scopes = parse(text);
        assert!(!scopes.iter().any(|scope| matches!(scope, twitch_oauth2::Scope::Other(_))), "{text}");
        assert!(scopes.iter().map(|scope| scope.as_str()).eq(text.split(' ')));
    }
    contest.enter("twitch_oauth2", texts, parse);
}

fn parses(criterion: &mut Criterion) {
    parse!(criterion, "102", catalogues::small::Scope, small);
    parse!(criterion, "1000", catalogues::wide::thousand::Scope, wide_thousand);
    parse!(criterion, "1000-long", catalogues::thousand::Scope, long_thousand);
    parse!(criterion, "5000", catalogues::wide::five_thousand::Scope, wide_five_thousand);
    parse!(criterion, "5000-long", catalogues::five_thousand::Scope, long_five_thousand);
}

criterion_group!(name = benches; config = settings(); targets = parses);
criterion_main!(benches);
