//! What is counted: each subject at each size, with the samples of the bench `speed`.
//!
//! What goes out: the cases by name, and how callgrind knows the function whose instructions count. A case first makes
//! its batch and sees that the answers are right; none of that is counted. Called by `main`.

use std::fmt::Write as _;
use std::hint::black_box;

use catalogues::{Samples, small, wide};
use scopes_runtime::{Granted, Requires, Scope};

/// Matches the name of [`counted`] and of no other function, however the compiler mangles it.
pub const COUNTED: &str = "*cases*counted*";

/// The first of two cases takes at most as many instructions as the second: a name is read no further for being long.
pub const NO_MORE_THAN: &[(&str, &str)] = &[("lookup-long/102", "lookup-known/102")];

/// Makes a batch and acts once on each of its elements. Goes out: how many there are.
type Batch = fn() -> usize;

/// One line of the table.
pub struct Case {
    /// `<subject>/<size>`
    pub name: String,
    batch: Batch,
}

impl Case {
    /// Acts once on each element of the batch. Goes out: how many there are.
    pub fn run(&self) -> usize {
        (self.batch)()
    }
}

/// All of them, in the order of the table.
pub fn all() -> Vec<Case> {
    let mut cases = of_size::<small::Scope, small::One>("102");
    cases.push(Case { name: "lookup-long/102".to_owned(), batch: lookup_long::<small::Scope> });
    cases.extend(of_size::<wide::thousand::Scope, wide::thousand::One>("1000"));
    cases.extend(of_size::<wide::five_thousand::Scope, wide::five_thousand::One>("5000"));
    cases
}

fn of_size<S: Scope, R: Requires<Scope = S>>(size: &str) -> Vec<Case> {
    let subjects: [(&str, Batch); 6] = [
        ("lookup-known", lookup_known::<S>),
        ("lookup-unknown", lookup_unknown::<S>),
        ("parse", parse::<S>),
        ("check-allowed", check_allowed::<S, R>),
        ("check-denied", check_denied::<S, R>),
        ("print", print::<S>),
    ];
    subjects.map(|(subject, batch)| Case { name: format!("{subject}/{size}"), batch }).into()
}

/// The function whose instructions are counted, with all that it calls. It is not inlined, so that it has a name, and
/// has no closure of its own, whose name would match as well and end the counting.
#[inline(never)]
fn counted<T, O>(batch: &[T], mut act: impl FnMut(&T) -> O) {
    for element in batch {
        // By reference: the answer is looked at where it was made, not copied once more.
        black_box(&act(black_box(element)));
    }
}

fn lookup_known<S: Scope>() -> usize {
    let samples = samples::<S>();
    let names: Vec<&str> = samples.known.iter().map(|(name, _)| name.as_str()).collect();
    for name in &names {
        assert_eq!(S::find(name).map(S::as_str), Some(*name));
    }
    counted(&names, |name| S::find(name));
    names.len()
}

fn lookup_unknown<S: Scope>() -> usize {
    lookup_of_unknown::<S>(&samples::<S>().unknown)
}

/// Names that someone has crafted to cost time: 4 and 64 KiB of a known name over and over, and one byte too many.
fn lookup_long<S: Scope>() -> usize {
    let crafted = |name: &str| {
        let over_and_over = |bytes: usize| name.repeat(bytes / name.len() + 1)[..bytes].to_owned();
        [over_and_over(4 << 10), over_and_over(64 << 10), format!("{name}s")]
    };
    lookup_of_unknown::<S>(&catalogues::names::<S>().into_iter().flat_map(crafted).collect::<Vec<_>>())
}

fn lookup_of_unknown<S: Scope>(names: &[String]) -> usize {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert!(names.iter().all(|name| S::find(name).is_none()));
    counted(&names, |name| S::find(name));
    names.len()
}

fn parse<S: Scope>() -> usize {
    let texts = texts::<S>();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    for text in &texts {
        assert_eq!(sorted(&Granted::<S>::parse(text).expect("well-formed").to_string()), sorted(text));
    }
    counted(&texts, |text| Granted::<S>::parse(text));
    texts.len()
}

fn check_allowed<S: Scope, R: Requires<Scope = S>>() -> usize {
    let required = R::REQUIREMENT.to_string();
    check::<S, R>(&samples::<S>().strings_with(&[&required]), true)
}

fn check_denied<S: Scope, R: Requires<Scope = S>>() -> usize {
    check::<S, R>(&texts::<S>(), false)
}

/// Without the grants that a restriction or an inclusion decides the other way.
fn check<S: Scope, R: Requires<Scope = S>>(texts: &[String], are_allowed: bool) -> usize {
    let mut granted = granted::<S>(texts);
    granted.retain(|granted| granted.authorize::<R>().is_ok() == are_allowed);
    assert!(granted.len() > 900, "only {} grants are left", granted.len());
    counted(&granted, |granted| granted.authorize::<R>().is_ok());
    granted.len()
}

fn print<S: Scope>() -> usize {
    let texts = texts::<S>();
    let granted = granted::<S>(&texts);
    // Longer than any of the strings: the buffer never grows.
    let mut buffer = String::with_capacity(1024);
    counted(&granted, |granted| {
        buffer.clear();
        write!(buffer, "{granted}").expect("a string takes all");
        buffer.len()
    });
    assert_eq!(texts.last().map(|text| sorted(text)), Some(sorted(&buffer)));
    granted.len()
}

fn samples<S: Scope>() -> Samples {
    Samples::of(&catalogues::names::<S>())
}

/// Scope strings of five scopes.
fn texts<S: Scope>() -> Vec<String> {
    samples::<S>().strings.into_iter().map(|(text, _)| text).collect()
}

fn granted<S: Scope>(texts: &[String]) -> Vec<Granted<S>> {
    texts.iter().map(|text| Granted::parse(text).expect("well-formed")).collect()
}

/// The names of a scope string in an order of their own: a set prints them in its own.
fn sorted(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text.split(' ').collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_case_has_a_name_of_its_own_and_elements() {
        let cases = all();
        let names: HashSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
        assert_eq!((names.len(), cases.len()), (19, 19));
        for case in &cases {
            assert!(case.run() > 300, "{}", case.name);
        }
    }

    #[test]
    fn cases_that_are_compared_with_each_other_exist() {
        let cases = all();
        for name in NO_MORE_THAN.iter().flat_map(|(less, more)| [less, more]) {
            assert!(cases.iter().any(|case| case.name == *name), "{name}");
        }
    }
}
