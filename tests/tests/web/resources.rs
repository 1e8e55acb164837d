//! `EnforceEndpoints::for_resources`: a scope that the manifest binds to a resource counts for the resources of the
//! token, and for no others.

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::routing::get;
use http::Request;
use http::request::Parts;
use scopes_runtime::{Authenticate, BearerToken, EnforceEndpoints, Granted, ResourceGrants, TokenError, Verifier};
use scopes_tests::web::{Scope, Web};
use tower::util::MapRequestLayer;
use tracing::Level;

use crate::header::Parameters;
use crate::log::listen;
use crate::served::{routes, what_ran};
use crate::server::{ask, request, verify, with};

/// Every token is for these workspaces.
async fn verify_workspaces(token: BearerToken) -> Result<ResourceGrants<String, Scope>, TokenError> {
    Ok(ResourceGrants::new(verify(token).await?, ["w1", "w2"].map(str::to_owned)))
}

/// The workspace that a path is about.
fn of_path(head: &Parts) -> Option<String> {
    head.uri.path().strip_prefix("/workspaces/")?.split('/').next().map(str::to_owned)
}

fn router<V>(verifier: V, layer: EnforceEndpoints<Web>) -> Router
where
    V: Verifier<Future: Send> + Clone + Send + Sync + 'static,
{
    routes().layer((Authenticate::new(verifier), layer))
}

fn by_path() -> Router {
    router(verify_workspaces, EnforceEndpoints::for_resources(of_path))
}

fn outcome(router: &Router, uri: &str, scopes: &str) -> (u16, bool) {
    let answer = ask(router, with("GET", uri, scopes));
    (answer.status, what_ran(&answer).is_some())
}

#[test]
fn a_resource_of_the_token_is_let_through_and_another_is_not() {
    let outcome = |uri: &str| outcome(&by_path(), uri, "files:read");
    assert_eq!(outcome("/workspaces/w1/files"), (200, true));
    assert_eq!(outcome("/workspaces/w2/files"), (200, true));
    for other in ["w3", "W1", "w", "w11", "w1%20", "w%31", "", "%2e%2e"] {
        assert_eq!(outcome(&format!("/workspaces/{other}/files")), (403, false), "{other}");
    }
}

#[test]
fn the_challenge_says_that_the_resource_is_another() {
    let answer = ask(&by_path(), with("GET", "/workspaces/w3/files", "files:read"));
    let parameters = Parameters::of(&answer.headers);
    assert_eq!(parameters.get("error_description"), Some("not granted for this resource"));
    assert_eq!(parameters.get("scope"), Some("files:read"));
    let answer = ask(&by_path(), with("GET", "/workspaces/w1/files", "admin"));
    assert_eq!(Parameters::of(&answer.headers).get("error_description"), Some("missing: files:read"));
    let answer = ask(&by_path(), request("GET", "/workspaces/w1/files", None));
    assert_eq!((answer.status, answer.header("www-authenticate")), (401, Some("Bearer scope=\"files:read\"")));
}

#[test]
fn the_resource_does_not_give_the_scope() {
    let outcome = |scopes| outcome(&by_path(), "/workspaces/w1/files", scopes);
    assert_eq!(outcome("admin contacts:write"), (403, false));
    assert_eq!(outcome("files:read local-only"), (403, false), "and lifts no restriction");
}

#[test]
fn a_request_about_no_resource_does_not_meet_a_bound_scope() {
    let none = router(verify_workspaces, EnforceEndpoints::for_resources(|_| None::<String>));
    assert_eq!(outcome(&none, "/workspaces/w1/files", "files:read"), (403, false));
    assert_eq!(outcome(&none, "/contacts", "contacts:read"), (200, true));
}

#[test]
fn what_is_bound_to_nothing_counts_whatever_the_resource() {
    let anything = router(verify_workspaces, EnforceEndpoints::for_resources(|_| Some("w3".to_owned())));
    for router in [by_path(), anything] {
        assert_eq!(outcome(&router, "/contacts", "contacts:read"), (200, true));
        assert_eq!(outcome(&router, "/contacts", "files:read"), (403, false));
        assert_eq!(outcome(&router, "/me", ""), (200, true));
        assert_eq!(outcome(&router, "/me", "read-only"), (403, false));
        assert_eq!(ask(&router, request("GET", "/health", None)).status, 200);
        assert_eq!(outcome(&router, "/unlisted", "admin"), (403, false));
    }
}

#[test]
fn the_resource_may_come_from_a_header() {
    let of_header = |head: &Parts| head.headers.get("x-workspace")?.to_str().ok().map(str::to_owned);
    let router = router(verify_workspaces, EnforceEndpoints::for_resources(of_header));
    let status = |workspace: Option<&str>| {
        let mut request = with("GET", "/workspaces/any/files", "files:read");
        if let Some(workspace) = workspace {
            request.headers_mut().insert("x-workspace", workspace.parse().unwrap());
        }
        ask(&router, request).status
    };
    assert_eq!([status(Some("w1")), status(Some("w3")), status(None)], [200, 403, 403]);
}

#[test]
fn a_layer_without_resources_does_not_let_a_bound_scope_through() {
    let plain = router(verify_workspaces, EnforceEndpoints::new());
    assert_eq!(outcome(&plain, "/workspaces/w1/files", "files:read"), (403, false));
    assert_eq!(outcome(&plain, "/contacts", "contacts:read"), (200, true));
}

#[test]
fn a_verifier_without_resources_or_with_others_is_a_fault_that_is_logged() {
    let others = |token| async { Ok(ResourceGrants::new(verify(token).await?, [1_u8, 2])) };
    let layer = || EnforceEndpoints::for_resources(of_path);
    for router in [router(verify, layer()), router(others, layer())] {
        for uri in ["/workspaces/w1/files", "/contacts"] {
            let (answer, lines) = listen(|| ask(&router, with("GET", uri, "files:read contacts:read")));
            assert_eq!((answer.status, what_ran(&answer)), (500, None), "{uri}");
            assert!(matches!(&*lines, [(Level::ERROR, line)] if line.contains("ResourceGrants")), "{lines:?}");
        }
        assert_eq!(ask(&router, request("GET", "/workspaces/w1/files", None)).status, 401, "who has no token has none");
        assert_eq!(outcome(&router, "/me", ""), (200, true), "this needs no resource");
    }
}

#[test]
fn resources_of_another_grant_do_not_count() {
    // One layer for sessions and one for tokens: who sends a token that may do nothing is not the session's user.
    let session = |_: BearerToken| async {
        Ok(ResourceGrants::new(Granted::<Scope>::new(Web!(set["files:read", "admin"])), ["w1".to_owned()]))
    };
    let nothing = |_: BearerToken| async { Ok(Granted::<Scope>::default()) };
    let layers =
        (Authenticate::new(session), Authenticate::new(nothing), EnforceEndpoints::<Web>::for_resources(of_path));
    let router = routes().layer(layers);
    assert!(!outcome(&router, "/workspaces/w1/files", "").1);
    assert!(!outcome(&router, "/api/v1/users", "").1);
}

#[test]
fn a_grant_that_was_narrowed_on_the_way_is_the_one_that_counts() {
    let narrowed = MapRequestLayer::new(|mut request: Request<Body>| {
        request.extensions_mut().insert(Granted::<Scope>::new(Web!(set["contacts:read"])));
        request
    });
    let layers = (Authenticate::new(verify_workspaces), narrowed, EnforceEndpoints::<Web>::for_resources(of_path));
    let router = routes().layer(layers);
    assert_eq!(outcome(&router, "/workspaces/w1/files", "files:read contacts:read"), (403, false));
    assert_eq!(outcome(&router, "/contacts", "files:read contacts:read"), (200, true));
}

/// A router whose handler says which workspace it was given.
fn by_parameter() -> Router {
    let files = get(async |Path(workspace): Path<String>| workspace);
    let layers = (Authenticate::new(verify_odd), EnforceEndpoints::<Web>::for_path_parameter::<String>("space"));
    Router::new().nest("/workspaces/{space}", Router::new().route("/files", files)).layer(layers)
}

/// Tokens for a workspace whose name has to be encoded in a path.
async fn verify_odd(token: BearerToken) -> Result<ResourceGrants<String, Scope>, TokenError> {
    Ok(ResourceGrants::new(verify(token).await?, ["a/b c".to_owned(), "w1".to_owned()]))
}

#[test]
fn a_path_parameter_is_the_value_that_the_handler_gets() {
    let asked = |workspace: &str| {
        let answer = ask(&by_parameter(), with("GET", &format!("/workspaces/{workspace}/files"), "files:read"));
        (answer.status, answer.body)
    };
    assert_eq!(asked("w1"), (200, "w1".to_owned()));
    assert_eq!(asked("%77%31"), (200, "w1".to_owned()), "decoded by both");
    assert_eq!(asked("a%2Fb%20c"), (200, "a/b c".to_owned()));
    for other in ["w3", "a%252Fb%20c", "W1", "w1%00", "%ff"] {
        assert_eq!(asked(other), (403, String::new()), "{other}");
    }
}

#[test]
fn a_parameter_that_does_not_parse_or_is_not_there_is_no_resource() {
    let numbers = |token| async { Ok(ResourceGrants::new(verify(token).await?, [1_u8])) };
    let router = |name| router(numbers, EnforceEndpoints::for_path_parameter::<u8>(name));
    for (name, uri, expected) in [
        ("workspace", "/workspaces/1/files", (200, true)),
        ("workspace", "/workspaces/01/files", (200, true)),
        ("workspace", "/workspaces/2/files", (403, false)),
        ("workspace", "/workspaces/257/files", (403, false)),
        ("workspace", "/workspaces/x/files", (403, false)),
        ("other", "/workspaces/1/files", (403, false)),
    ] {
        assert_eq!(outcome(&router(name), uri, "files:read"), expected, "{name} {uri}");
    }
    assert_eq!(outcome(&router("workspace"), "/contacts", "contacts:read"), (200, true));
}
