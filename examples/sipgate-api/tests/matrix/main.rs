//! Every endpoint of the manifest with every kind of token, over real connections: the status, the exact challenge, and
//! that a refused request has left nothing behind.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects by failing")]

#[path = "../catalogue/mod.rs"]
mod catalogue;
#[path = "../signer/mod.rs"]
mod signer;
#[path = "../wire/mod.rs"]
mod wire;

mod algorithms;
mod bench;
mod expected;
mod forged;
mod holding;
mod methods;
mod restricted;
mod valid;

use std::collections::BTreeSet;

use bench::Bench;
use catalogue::{Catalogue, Credentials};
use scopes_runtime::System as _;
use sipgate_api::Sipgate;

/// One request's `Authorization`, and what the server should make of it.
#[derive(Clone, Debug)]
struct Case {
    name: String,
    /// Each a header.
    authorization: Vec<String>,
    credentials: Credentials,
}

impl Case {
    fn new(name: impl Into<String>, authorization: impl Into<String>, credentials: Credentials) -> Self {
        Self { name: name.into(), authorization: vec![authorization.into()], credentials }
    }
}

/// All endpoints, by the constant that the derive writes.
fn endpoints() -> Vec<(&'static str, &'static str)> {
    Sipgate::ENDPOINTS.iter().map(|endpoint| (endpoint.method(), endpoint.path())).collect()
}

#[test]
fn the_constant_has_the_endpoints_of_the_file() {
    let catalogue = Catalogue::sipgate();
    assert_eq!(endpoints().into_iter().collect::<BTreeSet<_>>(), catalogue.endpoints().collect());
    assert_eq!(Sipgate::SCOPES.iter().map(ToString::to_string).collect::<Vec<_>>(), catalogue.names);
}

#[test]
fn a_token_that_does_not_hold_opens_no_endpoint() {
    let mut bench = Bench::start("forged.sqlite");
    let cases = forged::cases(bench.site(), bench.catalogue());
    let mut refused = 0;
    for (method, path) in endpoints() {
        refused += bench.run(method, path, &cases).refused;
    }
    assert_eq!(refused, cases.len() * (endpoints().len() - 1), "all but the public endpoint refuse all of them");
}

#[test]
fn a_token_that_holds_opens_what_its_scopes_say() {
    let mut bench = Bench::start("holding.sqlite");
    for (method, path) in endpoints() {
        let access = bench.catalogue().access(method, path).clone();
        let outcome = bench.run(method, path, &holding::cases(bench.site(), bench.catalogue(), &access));
        assert!(outcome.passed > 0, "{method} {path}");
        assert_eq!(outcome.refused > 0, !access.alternatives().is_empty(), "{method} {path}");
        // So that it is known to be seen where a request has left something behind.
        assert_eq!(outcome.wrote > 0, method != "GET", "{method} {path}");
    }
}

#[test]
fn the_metadata_that_a_challenge_names_are_there() {
    let bench = Bench::start("metadata.sqlite");
    let metadata = bench.site().document(bench.metadata());
    assert_eq!(metadata["resource"], bench.site().url());
    assert_eq!(metadata["authorization_servers"][0], bench.site().issuer().url());
    let names = metadata["scopes_supported"].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
    assert!(names.eq(bench.catalogue().names.iter()));
}
