//! Whatever the path, the method and the token: the handler that runs is one whose endpoint the token meets.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use http::header::AUTHORIZATION;
use http::{Request, Uri};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use scopes_runtime::{Endpoint, Granted, System as _};
use scopes_tests::web::{Scope, ScopeSet, Web};

use crate::served::{composed_routes, enforced, may_reach, routes, what_ran};
use crate::server::{Answer, ask, token};

static ROUTERS: LazyLock<[Router; 2]> = LazyLock::new(|| [enforced(routes()), enforced(composed_routes())]);

/// One request.
#[derive(Clone, Debug)]
struct Asked {
    method: &'static str,
    uri: String,
    /// `None`: without a token that is good.
    granted: Option<ScopeSet>,
    authorization: Option<String>,
}

impl Asked {
    /// `None` where no HTTP library would let it in.
    fn request(&self) -> Option<Request<Body>> {
        let mut request = Request::builder().method(self.method).uri(self.uri.parse::<Uri>().ok()?);
        if let Some(authorization) = &self.authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        request.body(Body::empty()).ok()
    }
}

/// A path of the manifest with something in the place of its parameters.
fn path() -> impl Strategy<Value = String> {
    let segment = prop_oneof![
        4 => "[a-z0-9]{1,3}",
        2 => select(vec!["new", "history", "contacts", "..", ".", "%2F", "%2f..", "{contact}", "*", "unlisted"])
            .prop_map(str::to_owned),
        1 => "[!-~]{0,4}",
    ];
    let template = select(Web::ENDPOINTS.iter().map(Endpoint::path).collect::<Vec<_>>());
    (template, prop::collection::vec(segment, 2)).prop_map(|(template, segments)| {
        let filled = template.replacen("{*path}", &segments.join("/"), 1);
        let filled = filled.replacen("{contact}", &segments[0], 1);
        ["{user}", "{workspace}"].iter().fold(filled, |path, name| path.replacen(name, &segments[1], 1))
    })
}

/// One way to make a path look like another, at a place of it.
fn mangled(path: &str, how: usize, place: usize) -> String {
    let place = place % (path.len() + 1);
    let (before, after) = path.split_at_checked(place).unwrap_or((path, ""));
    let encoded = |upper: bool| match after.bytes().next() {
        Some(byte) if upper => format!("{before}%{byte:02X}{}", after.get(1..).unwrap_or_default()),
        Some(byte) => format!("{before}%{byte:02x}{}", after.get(1..).unwrap_or_default()),
        None => path.to_owned(),
    };
    match how {
        0 => format!("{before}/{after}"),
        1 => format!("{before}%2F{after}"),
        2 => format!("{before}/../{after}"),
        3 => format!("{before}/./{after}"),
        4 => format!("{before}..;/{after}"),
        5 => format!("{before};a=b{after}"),
        6 => format!("{before}?{after}"),
        7 => encoded(true),
        8 => encoded(false),
        9 => format!("{before}{}", after.to_ascii_uppercase()),
        10 => format!("{before}%00{after}"),
        11 => format!("{path}/"),
        12 => format!("/{path}"),
        13 => format!("http://api.example.com{path}"),
        14 => path.replacen('/', "%2f", 1),
        15 => path.replace('/', "//"),
        16 => format!("/public/..{path}"),
        17 => format!("{path}?a=/health"),
        18 => path.trim_start_matches('/').to_owned(),
        19 => format!("{before}{after}{after}"),
        20 => format!("{before}\u{e4}{after}"),
        _ => path.to_owned(),
    }
}

fn asked() -> impl Strategy<Value = Asked> {
    let methods = vec![
        "GET", "GET", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY", "get",
        "PURGE",
    ];
    let scopes = prop::collection::vec(0..Scope::ALL.len(), 0..5);
    let mangles = prop::collection::vec((0..24_usize, 0..64_usize), 0..3);
    (select(methods), path(), mangles, scopes, 0..8_u8).prop_map(|(method, path, mangles, scopes, kind)| {
        let uri = mangles.iter().fold(path, |path, (how, place)| mangled(&path, *how, *place));
        let scopes: ScopeSet = scopes.into_iter().map(|place| Scope::ALL[place]).collect();
        let (granted, authorization) = match kind {
            0 => (None, None),
            1 => (None, Some("Bearer expired".to_owned())),
            2 => (None, Some(format!("Bearer {} x", token(&scopes.to_string())))),
            _ => (Some(scopes), Some(format!("Bearer {}", token(&scopes.to_string())))),
        };
        Asked { method, uri, granted, authorization }
    })
}

/// Asks, and checks what ran.
fn told(router: &Router, asked: &Asked) -> Option<Answer> {
    let answer = ask(router, asked.request()?);
    let granted = asked.granted.map(Granted::new);
    match what_ran(&answer) {
        Some(ran) => {
            assert!(may_reach(granted.as_ref(), ran), "{ran} ran for {asked:?}");
            assert_eq!((answer.status, ran.split(' ').next()), (200, Some(asked.method)));
        }
        None => assert!([400, 401, 403, 404, 405].contains(&answer.status), "{answer:?}"),
    }
    Some(answer)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn what_runs_is_an_endpoint_that_the_token_meets(asked in asked()) {
        for router in &*ROUTERS {
            told(router, &asked);
        }
    }
}

#[test]
fn every_endpoint_is_reached_by_those_who_may_and_by_no_other() {
    for endpoint in Web::ENDPOINTS {
        let uri = endpoint.path().replace("{*path}", "a/b").replace(['{', '}'], "");
        let (method, path) = (endpoint.method(), endpoint.path());
        let one_or_two = Scope::ALL.iter().flat_map(|first| Scope::ALL.iter().map(|second| [*first, *second]));
        for scopes in one_or_two.map(ScopeSet::from_iter).map(Some).chain([None]) {
            let authorization = scopes.map(|scopes| format!("Bearer {}", token(&scopes.to_string())));
            let asked = Asked { method, uri: uri.clone(), granted: scopes, authorization };
            let answer = told(&ROUTERS[0], &asked).unwrap();
            let may = may_reach(scopes.map(Granted::new).as_ref(), &format!("{method} {path}"));
            assert_eq!(what_ran(&answer).is_some(), may, "{method} {path} with {scopes:?}");
        }
    }
}

#[test]
fn the_paths_that_are_tried_come_to_every_kind_of_answer() {
    let mut runner = TestRunner::deterministic();
    let mut answers = BTreeMap::<u16, usize>::new();
    for _ in 0..2_000 {
        let asked = asked().new_tree(&mut runner).unwrap().current();
        let answer = told(&ROUTERS[0], &asked);
        *answers.entry(answer.map_or(0, |answer| answer.status)).or_default() += 1;
    }
    for status in [200, 400, 401, 403, 404, 405] {
        assert!(answers.get(&status).is_some_and(|count| *count > 20), "{answers:?}");
    }
}
