//! A table finds every name that it was made for and no other string.

#![allow(missing_docs, clippy::expect_used)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use scopes_lookup::{Layout, Lookup, Name, search};

/// The names, of which those from `scopes` on are aliases of the others in turn, and their text with spaces between.
fn named<'n>(names: &[&'n str], scopes: usize) -> (Vec<Name<'n>>, String) {
    let mut start = 0;
    let all = names.iter().enumerate().map(|(index, text)| {
        let name = Name { text, start, owner: u32::try_from(index % scopes).expect("few") };
        start += u32::try_from(text.len() + 1).expect("short");
        name
    });
    (all.collect(), names.join(" "))
}

fn lookup<'t>(layout: &'t Layout, names: &'t str) -> Lookup<'t> {
    Lookup { plan: layout.plan(), pilots: &layout.pilots, slots: &layout.slots, names }
}

fn finds_all(names: &[&str]) -> Layout {
    let (all, text) = named(names, names.len());
    let layout = search(&all).expect("a table");
    let lookup = lookup(&layout, &text);
    for (index, name) in names.iter().enumerate() {
        assert_eq!(lookup.find(name.as_bytes()), Some(index), "{name}");
    }
    assert_eq!(lookup.find(b""), None);
    layout
}

fn made_up(count: usize, name: impl Fn(usize) -> String) -> Vec<String> {
    (0..count).map(name).collect()
}

fn borrowed(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

#[test]
fn names_that_differ_in_few_bytes_are_told_apart_by_those() {
    let start = made_up(200, |number| format!("{number:03}:the-same-for-all-of-these-names"));
    assert_eq!(finds_all(&borrowed(&start)).width, 8);
    let middle = made_up(200, |number| format!("the-same-beginning:{number:03}:and-the-same-end"));
    assert!(!finds_all(&borrowed(&middle)).windows.is_empty());
}

#[test]
fn names_that_few_windows_do_not_tell_apart_are_read_whole() {
    let far = made_up(40, |number| {
        let mut name = vec![b'a'; 200];
        name[80 + number] = b'b';
        String::from_utf8(name).expect("ASCII")
    });
    assert_eq!(finds_all(&borrowed(&far)).width, 0);
}

/// Two names that differ far from both ends, so that all names beside them are read whole.
fn far_apart() -> [String; 2] {
    ["b", "c"].map(|middle| format!("{}{middle}{}", "a".repeat(60), "a".repeat(60)))
}

#[test]
fn short_names_are_told_apart_where_long_ones_need_reading_whole() {
    let far = ["calendar", "contacts"].map(|resource| {
        format!("https://www.example-company.com/authorization/scopes/{resource}/resources/with/a/long/common/tail/read-only-access")
    });
    let mut names = vec!["projects:read", "projects:write", "contacts:read", "contacts:write", "contacts", "calendar"];
    names.extend(far.iter().map(String::as_str));
    assert_eq!(finds_all(&names).width, 0);
}

#[test]
fn a_string_longer_than_any_name_is_not_read() {
    let names = made_up(2, |number| format!("{}{number}{}", "a".repeat(100), "b".repeat(155)));
    finds_all(&borrowed(&names));
    let longest = made_up(40, |number| format!("{}{}{}", "a".repeat(80 + number), "b", "a".repeat(175 - number)));
    let names = borrowed(&longest);
    assert_eq!(finds_all(&names).width, 0);
    let (all, text) = named(&names, names.len());
    let layout = search(&all).expect("a table");
    assert_eq!(lookup(&layout, &text).find(longest[0].repeat(1_000).as_bytes()), None);
    let too_long = format!("{}a", longest[0]);
    assert_eq!(lookup(&layout, &text).find(too_long.as_bytes()), None);
}

#[test]
fn short_names_stand_beside_long_ones() {
    finds_all(&["a", "b", "ab", "ba", "abc", "a-name-of-more-than-sixteen-bytes"]);
    finds_all(&["repo", "user", "gist", "user:email", "admin:org_hook"]);
    finds_all(&["x"]);
}

#[test]
fn names_of_a_regular_pattern_have_a_table() {
    let letter = |number: usize, place: usize| if number >> place & 1 == 1 { 'w' } else { 'r' };
    let names = made_up(4_096, |number| (0..12).map(|place| letter(number, place)).collect());
    finds_all(&borrowed(&names));
}

#[test]
fn many_names_have_a_table() {
    for count in [102, 128, 129, 1_000, 5_000, 10_000] {
        let names = made_up(count, |number| format!("area{}:thing{}:read", number / 50, number % 50));
        let layout = finds_all(&borrowed(&names));
        assert!(layout.slots.len() / 8 <= (count * 4).max(1_024), "{count}");
    }
}

#[test]
fn no_name_has_no_table_but_an_empty_one() {
    assert_eq!(Lookup::EMPTY.find(b"anything"), None);
    assert_eq!(Lookup::EMPTY.find(b""), None);
    let layout = search(&[]).expect("a table");
    assert_eq!(lookup(&layout, "").find(b"anything"), None);
}

#[test]
fn the_work_is_in_proportion_to_the_names() {
    // A search that looked at every pair of names would not end within the time of a test.
    let names = made_up(100_000, |number| format!("area{}:thing{}:write", number / 300, number % 300));
    assert!(search(&named(&borrowed(&names), names.len()).0).is_some());
}

proptest! {
    #[test]
    fn what_is_in_a_table_is_found_and_nothing_else(
        names in prop::collection::btree_set("[a-c:]{1,12}", 1..300),
        others in prop::collection::vec("[a-d:]{0,14}", 100),
    ) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let known: BTreeSet<&str> = names.iter().copied().collect();
        let layout = finds_all(&names);
        let (all, text) = named(&names, names.len());
        prop_assert_eq!(&layout, &search(&all).expect("a table"), "the search is deterministic");
        let lookup = lookup(&layout, &text);
        for other in &others {
            prop_assert_eq!(lookup.find(other.as_bytes()).is_some(), known.contains(&other.as_str()));
        }
    }

    #[test]
    fn names_that_are_read_whole_are_found_and_nothing_else(
        names in prop::collection::btree_set("[a-z:]{1,24}", 1..300),
        others in prop::collection::vec("[a-z:]{0,24}", 100),
    ) {
        let far = far_apart();
        let names: Vec<&str> = names.iter().chain(&far).map(String::as_str).collect();
        let layout = finds_all(&names);
        prop_assert_eq!(layout.width, 0);
        let (_, text) = named(&names, names.len());
        for other in &others {
            let is_found = lookup(&layout, &text).find(other.as_bytes()).is_some();
            prop_assert_eq!(is_found, names.contains(&other.as_str()));
        }
    }

    #[test]
    fn aliases_stand_for_the_scope_that_they_are_given(
        names in prop::collection::btree_set("[a-z]{1,9}", 2..200),
    ) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let scopes = names.len() / 2;
        let (all, text) = named(&names, scopes);
        let layout = search(&all).expect("a table");
        let lookup = lookup(&layout, &text);
        for (index, name) in names.iter().enumerate() {
            prop_assert_eq!(lookup.find(name.as_bytes()), Some(index % scopes));
        }
    }
}
