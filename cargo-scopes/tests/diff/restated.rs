//! Endpoints and scopes that are written in another way: the same in other words only where it is the same for all tokens.

use std::fmt::Write as _;

use cargo_scopes::change::{Class, Kind, between};
use scopes_manifest::Catalog;

use Class::{Addition, Breaking, Documentation, Narrowing, Widening};

/// What is told beyond scopes and aliases that come and go.
#[track_caller]
fn assert_told(old: &str, new: &str, expected: &[(Class, Kind, &str)]) {
    let [old, new] = [old, new].map(|text| {
        let text = format!("format = 1\n[system]\nname = \"t\"\nbound_to = [\"team\"]\n[scopes]\n{text}\n");
        Catalog::parse(&text).map_err(|faults| faults.to_string()).unwrap()
    });
    let changes = between(&old, &new);
    let is_asked = |kind| !matches!(kind, Kind::ScopeAdded | Kind::ScopeRemoved);
    let found: Vec<_> = changes.iter().map(|one| (one.class(), one.kind(), one.message())).collect();
    assert_eq!(found.into_iter().filter(|(_, kind, _)| is_asked(*kind)).collect::<Vec<_>>(), expected);
}

const SCOPES: &str = "a = { text = \"A.\", includes = [\"b\"] }\nb = \"B.\"\nc = \"C.\"\n\
                      only = { text = \"Only.\", kind = \"restriction\" }\n";

/// The same for an endpoint, with a scope more in the new manifest.
#[track_caller]
fn assert_taken(old: &str, more: &str, new: &str, expected: &[(Class, Kind, &str)]) {
    let endpoint = |scopes: &str, takes: &str| format!("{SCOPES}{scopes}\n[endpoints]\n\"GET /x\" = {takes}");
    assert_told(&endpoint("", old), &endpoint(more, new), expected);
}

#[test]
fn an_endpoint_that_takes_a_new_scope_too_is_an_addition() {
    let crypto = "crypto = \"Crypto.\"";
    let by_crypto = "GET /x can now be called with crypto, by scopes that are new";
    let extended = (Addition, Kind::EndpointExtended, by_crypto);
    assert_taken("\"a\"", crypto, "{ any = [\"a\", \"crypto\"] }", &[extended]);
    assert_taken(
        "\"a\"",
        crypto,
        "{ any = [\"b\", \"crypto\"] }",
        &[(Widening, Kind::Calls, "GET /x can now be called with b"), extended],
    );
    assert_taken(
        "\"a\"",
        crypto,
        "{ any = [\"a\", [\"c\", \"crypto\"]] }",
        &[(Addition, Kind::EndpointExtended, "GET /x can now be called with c and crypto, by scopes that are new")],
    );
    // Whoever holds it holds what was asked for.
    let same = (Documentation, Kind::EndpointRestated, "GET /x takes the same in other words");
    let wide = "crypto = { text = \"Crypto.\", includes = [\"a\"] }";
    assert_taken("\"a\"", wide, "{ any = [\"a\", \"crypto\"] }", &[same]);
    let narrow = "crypto = { text = \"Crypto.\", includes = [\"b\"] }";
    assert_taken("\"a\"", narrow, "{ any = [\"a\", \"crypto\"] }", &[extended]);
    assert_taken("\"a\"", crypto, "{ any = [\"a\", [\"a\", \"crypto\"]] }", &[same]);
}

/// A scope counts only with what it requires, and for its resource.
#[test]
fn what_a_new_scope_requires_or_is_bound_to_counts() {
    let by_n = (Addition, Kind::EndpointExtended, "GET /x can now be called with n, by scopes that are new");
    let same = (Documentation, Kind::EndpointRestated, "GET /x takes the same in other words");
    assert_taken("\"b\"", "n = { text = \"N.\", requires = [\"a\"] }", "{ any = [\"b\", \"n\"] }", &[same]);
    assert_taken("\"b\"", "n = { text = \"N.\", requires = [\"c\"] }", "{ any = [\"b\", \"n\"] }", &[by_n]);
    let bound = "m = { text = \"M.\", bound_to = \"team\" }\n";
    let endpoint = |scopes: &str, takes: &str| format!("{bound}{scopes}\n[endpoints]\n\"GET /x\" = {takes}");
    let with_n = "n = { text = \"N.\", includes = [\"m\"] }";
    // `n` is there for every resource, `m` for teams alone.
    assert_told(&endpoint("", "\"m\""), &endpoint(with_n, "{ any = [\"m\", \"n\"] }"), &[by_n]);
}

#[test]
fn a_new_restriction_and_a_scope_that_is_gone_are_told() {
    let wide = "new = { text = \"New.\", kind = \"restriction\" }";
    assert_taken(
        "\"a\"",
        wide,
        "{ all = [\"a\"], under = [\"new\"] }",
        &[(Addition, Kind::EndpointExtended, "GET /x can now be called under the restriction new")],
    );
    let endpoint = |scopes: &str, takes: &str| format!("a = \"A.\"\n{scopes}\n[endpoints]\n\"GET /x\" = {takes}");
    assert_told(
        &endpoint("o = \"O.\"", "{ any = [\"a\", \"o\"] }"),
        &endpoint("", "\"a\""),
        &[(Narrowing, Kind::EndpointReduced, "GET /x can no longer be called with o")],
    );
    assert_told(
        &endpoint("o = \"O.\"", "{ any = [\"a\", [\"a\", \"o\"]] }"),
        &endpoint("", "\"a\""),
        &[(Documentation, Kind::EndpointRestated, "GET /x takes the same in other words")],
    );
}

#[test]
fn edges_of_a_scope() {
    let scopes = |keys: &str| {
        format!(
            "a = {{ text = \"A.\"{keys} }}\nb = {{ text = \"B.\", includes = [\"c\"], claims = [\"email\"] }}\nc = \"C.\""
        )
    };
    let same = |key: &'static str| (Documentation, Kind::ScopeRestated, key);
    assert_told(
        &scopes(", includes = [\"b\"]"),
        &scopes(", includes = [\"b\", \"c\"]"),
        &[same("`includes` of a says the same in other words")],
    );
    assert_told(
        &scopes(", requires = [\"b\"]"),
        &scopes(", requires = [\"b\", \"c\"]"),
        &[same("`requires` of a says the same in other words")],
    );
    assert_told(
        &scopes(", extends = \"b\""),
        &scopes(", extends = \"b\", claims = [\"email\"]"),
        &[same("`claims` of a says the same in other words")],
    );
    assert_told(&scopes(", extends = \"c\""), &scopes(""), &[(Documentation, Kind::Extends, "a no longer extends c")]);
    assert_told(&scopes(""), &scopes(", extends = \"c\""), &[(Documentation, Kind::Extends, "a now extends c")]);
    // Both need a scope that nobody holds yet, so that no token which is out gains anything.
    let inert = |keys: &str| format!("n = \"N.\"\n{}", scopes(&format!(", requires = [\"n\"]{keys}")));
    assert_told(&scopes(""), &inert(", includes = [\"c\"]"), &[(Narrowing, Kind::Authority, "a now requires n")]);
}

/// A name that is used again gives authority to tokens that were issued before it was removed.
#[test]
fn a_retired_name_that_is_used_again_is_a_widening() {
    let told = |old: &str, new: &str| {
        let [old, new] =
            [old, new].map(|text| Catalog::parse(&format!("format = 1\n[system]\nname = \"t\"\n{text}")).unwrap());
        between(&old, &new).iter().map(|one| (one.class(), one.message().to_owned())).collect::<Vec<_>>()
    };
    let why = "; the name was listed in [removed], and tokens may still hold it";
    let free = (Documentation, "x is no longer listed in [removed]: it may be used again".to_owned());
    let old = "[scopes]\na = \"A.\"\n[removed]\nx = { in = \"2\" }\n";
    let again = told(old, "[scopes]\na = \"A.\"\nx = \"X.\"\n");
    assert_eq!(again, [(Widening, format!("x is new: X.{why}")), free.clone()]);
    let alias = told(old, "[scopes]\na = { text = \"A.\", aliases = [\"x\"] }\n");
    assert_eq!(alias, [(Widening, format!("x is now accepted for a{why}")), free]);
    let noted = told(old, &old.replace("in = \"2\"", "in = \"2\", note = \"Gone.\""));
    assert_eq!(noted, [(Documentation, "what [removed] says of x changed".to_owned())]);
    assert_eq!(told("[scopes]\na = \"A.\"\nx = \"X.\"\n", old)[0].0, Breaking);
}

/// More than 10,000 gains are not looked for, and what was not looked at is not called harmless.
#[test]
fn what_is_too_much_to_tell_is_a_widening() {
    let manifest = |takes: &str| {
        let mut text = "format = 1\n[system]\nname = \"t\"\n[scopes]\na = \"A.\"\nb = \"B.\"\n[endpoints]\n".to_owned();
        for place in 0..10_100 {
            let _ = writeln!(text, "\"GET /{place}\" = {takes}");
        }
        Catalog::parse(&text).unwrap()
    };
    let changes = between(&manifest("\"a\""), &manifest("{ any = [\"a\", \"b\"] }"));
    assert_eq!(changes.len(), 10_100);
    assert!(changes.iter().all(|change| change.class() == Widening));
}
