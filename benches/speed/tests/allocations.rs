//! How often each contender allocates: ours never, not in looking names up, nor parsing, checking or printing.
//!
//! What comes in: the same names and scope strings as in the benches. With `--nocapture` the test of the peers prints
//! how many allocations each makes for one string of five scopes.

use std::fmt::{Display, Write as _};
use std::str::FromStr;

use allocation_counter::measure;
use catalogues::Samples;
use enumset::EnumSet;
use scopes_runtime::{Granted, Requires, Scope};
use speed::flags::{self, Flags};
use speed::{small, wide_five_thousand};

/// How many allocations `act` makes for all elements together.
fn count<T, O>(elements: &[T], mut act: impl FnMut(&T) -> O) -> u64 {
    measure(|| elements.iter().for_each(|element| drop(std::hint::black_box(act(element))))).count_total
}

/// All that ours does with names and strings.
fn ours_allocates_nothing<S: Scope, R: Requires<Scope = S>>() {
    let samples = Samples::of(&catalogues::names::<S>());
    assert_eq!(count(&samples.known, |(name, _)| S::find(name)), 0, "lookups");
    assert_eq!(count(&samples.unknown, |name| S::find(name)), 0, "lookups of unknown names");
    assert_eq!(count(&samples.strings, |(text, _)| Granted::<S>::parse(text)), 0, "parsing");
    let read = |(text, _): &(String, _)| Granted::<S>::parse(text).unwrap();
    let granted: Vec<Granted<S>> = samples.strings.iter().map(read).collect();
    assert_eq!(count(&granted, |granted| granted.authorize::<R>().is_ok()), 0, "checks");
    assert_eq!(count(&granted, |granted| granted.check(&R::REQUIREMENT).is_ok()), 0, "checks");
    assert_eq!(count_printing(&granted), 0, "printing");
}

/// How many allocations it takes to print all into a buffer that is long enough.
fn count_printing<T: Display>(held: &[T]) -> u64 {
    let mut buffer = String::with_capacity(1024);
    count(held, |held| {
        buffer.clear();
        write!(buffer, "{held}").unwrap();
    })
}

#[test]
fn of_102_scopes() {
    ours_allocates_nothing::<catalogues::small::Scope, catalogues::small::One>();
}

#[test]
fn of_1000_scopes() {
    use catalogues::wide::thousand::{One, Scope};
    ours_allocates_nothing::<Scope, One>();
}

#[test]
fn of_5000_scopes() {
    use catalogues::wide::five_thousand::{One, Scope};
    ours_allocates_nothing::<Scope, One>();
}

#[test]
fn the_counter_counts() {
    assert_eq!(count(&["a", "b"], |text| (*text).to_owned()), 2);
}

/// A line of the table: allocations per string, where each string counts the same or not.
fn row<T>(contender: &str, texts: &[String], read: impl Fn(&String) -> T, print: impl Fn(&[T]) -> Option<u64>) {
    let strings = texts.len() as f64;
    let parses = count(texts, &read) as f64 / strings;
    let held: Vec<T> = texts.iter().map(read).collect();
    let prints = print(&held).map_or_else(|| "–".to_owned(), |prints| format!("{:.2}", prints as f64 / strings));
    println!("| {contender} | {parses:.2} | {prints} |");
}

fn rows_of_oauth_crates(texts: &[String]) {
    row("aliri_oauth2", texts, |text| aliri_oauth2::Scope::try_from(text.as_str()).unwrap(), printed);
    row("oxide-auth", texts, |text| oxide_auth::primitives::scope::Scope::from_str(text).unwrap(), printed);
    row("oauth-as", texts, |text| oauth_as::scope::ScopeSet::parse(text).unwrap(), printed);
    row("oauth2-types", texts, |text| oauth2_types::scope::Scope::from_str(text).unwrap(), printed);
}

fn printed<T: Display>(held: &[T]) -> Option<u64> {
    Some(count_printing(held))
}

fn texts<S: Scope>() -> Vec<String> {
    Samples::of(&catalogues::names::<S>()).strings.into_iter().map(|(text, _)| text).collect()
}

#[test]
fn of_the_peers() {
    type Small = catalogues::small::Scope;
    type FiveThousand = catalogues::wide::five_thousand::Scope;
    println!("| 102 scopes | allocations per parse | per print |\n|---|---:|---:|");
    let names = texts::<Small>();
    row("ours", &names, |text| Granted::<Small>::parse(text).unwrap(), printed);
    let strum = |text: &String| text.split(' ').map(small::Strum::from_str).collect::<Result<EnumSet<_>, _>>();
    row("strum+enumset", &names, strum, |_| None);
    let flags: Vec<String> = names.iter().map(|text| flags::name(text)).collect();
    row("bitflags", &flags, |text| text.split(' ').map(Flags::from_name).collect::<Option<Flags>>(), |_| None);
    let twitch = |name: &str| twitch_oauth2::Scope::parse(name.to_owned());
    let own = speed::twitch_strings(names.len());
    row("twitch_oauth2", &own, |text| text.split(' ').map(twitch).collect::<Vec<_>>(), |_| None);
    rows_of_oauth_crates(&names);

    println!("\n| 5,000 short names | allocations per parse | per print |\n|---|---:|---:|");
    let names = texts::<FiveThousand>();
    row("ours", &names, |text| Granted::<FiveThousand>::parse(text).unwrap(), printed);
    let wide =
        |text: &String| text.split(' ').map(wide_five_thousand::Strum::from_str).collect::<Result<EnumSet<_>, _>>();
    row("strum+enumset", &names, wide, |_| None);
    rows_of_oauth_crates(&names);
}
