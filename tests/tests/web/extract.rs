//! The extractors as arguments of axum's handlers: what they let in, and what they answer before the handler runs.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Extension, Router};
use scopes_runtime::{
    Authenticate, BearerToken, Challenge, Denied, Granted, Permit, Rejection, Requires, ResourceGrants, TokenError,
};
use scopes_tests::web::{Scope, Web};
use tracing::Level;

use crate::header::Parameters;
use crate::log::listen;
use crate::server::{Answer, ask, get as ask_get, request, verify, with};

#[derive(Requires)]
#[requires(Web: all["contacts:write"] under["local-only"])]
struct ChangeContact;

#[derive(Requires)]
#[requires(Web: "history:read")]
struct ReadHistory;

#[derive(Requires)]
#[requires(Web: "files:read")]
struct ReadFiles;

type Workspaces = ResourceGrants<String, Scope>;

/// How often a handler ran.
type Ran = Arc<AtomicUsize>;

async fn change(_: Permit<ChangeContact>, State(ran): State<Ran>) -> &'static str {
    ran.fetch_add(1, Ordering::Relaxed);
    "changed"
}

async fn any_grant(granted: Granted<Scope>, State(ran): State<Ran>) -> String {
    ran.fetch_add(1, Ordering::Relaxed);
    granted.to_string()
}

async fn maybe(granted: Option<Granted<Scope>>, State(ran): State<Ran>) -> String {
    ran.fetch_add(1, Ordering::Relaxed);
    granted.map_or_else(|| "nobody".to_owned(), |granted| granted.to_string())
}

async fn workspaces(grants: Workspaces, State(ran): State<Ran>) -> String {
    ran.fetch_add(1, Ordering::Relaxed);
    grants.resources().cloned().collect::<Vec<_>>().join(" ")
}

/// All of them, as yet without the layer.
fn handlers() -> (Router, Ran) {
    let ran = Ran::default();
    let router = Router::new()
        .route("/change", post(change).get(change))
        .route("/any", get(any_grant))
        .route("/maybe", get(maybe))
        .route("/workspaces", get(workspaces));
    (router.with_state(Arc::clone(&ran)), ran)
}

fn router() -> Router {
    handlers().0.layer(Authenticate::new(verify))
}

fn ask_with(router: &Router, uri: &str, authorization: Option<&str>) -> Answer {
    ask(router, request("GET", uri, authorization))
}

#[test]
fn a_permit_is_given_to_those_who_meet_the_requirement() {
    assert_eq!(ask_get(&router(), "/change", "contacts:write"), (200, "changed".to_owned()));
    assert_eq!(ask_get(&router(), "/change", "contacts:write local-only"), (200, "changed".to_owned()));
}

#[test]
fn without_a_permit_the_answer_is_the_challenge_and_the_handler_does_not_run() {
    let (router, ran) = handlers();
    let router = router.layer(Authenticate::new(verify).realm("web").unwrap());
    let cases: [(Option<&str>, u16, &[&str]); 6] = [
        (None, 401, &["realm", "scope"]),
        (Some("Basic abc"), 401, &["realm", "scope"]),
        (Some("Bearer expired"), 401, &["realm", "error", "error_description"]),
        (Some("Bearer a b"), 400, &["realm", "error", "error_description"]),
        (Some("Bearer contacts~read"), 403, &["realm", "error", "error_description", "scope"]),
        (Some("Bearer contacts~write+read-only"), 403, &["realm", "error", "error_description", "scope"]),
    ];
    for (authorization, status, names) in cases {
        let answer = ask_with(&router, "/change", authorization);
        assert_eq!((answer.status, &*answer.body), (status, ""), "{authorization:?}");
        let parameters = Parameters::of(&answer.headers);
        assert_eq!(parameters.names(), names, "{authorization:?}");
        assert!(parameters.get("scope").is_none_or(|scope| scope == "contacts:write"));
    }
    let answer = ask_with(&router, "/change", Some("Bearer unavailable"));
    assert_eq!((answer.status, answer.header("www-authenticate")), (503, None));
    assert_eq!(ran.load(Ordering::Relaxed), 0);
}

#[test]
fn the_grant_itself_is_given_to_any_good_token() {
    assert_eq!(ask_get(&router(), "/any", "history:read local-only"), (200, "history:read local-only".to_owned()));
    assert_eq!(ask_get(&router(), "/any", ""), (200, String::new()));
    let statuses = [None, Some("Bearer expired"), Some("Bearer"), Some("Bearer unavailable")]
        .map(|authorization| ask_with(&router(), "/any", authorization).status);
    assert_eq!(statuses, [401, 401, 400, 503]);
    assert_eq!(ask_with(&router(), "/any", None).header("www-authenticate"), Some("Bearer"));
}

#[test]
fn an_optional_grant_is_none_without_credentials_alone() {
    assert_eq!(ask_get(&router(), "/maybe", "admin"), (200, "admin".to_owned()));
    for authorization in [None, Some("Basic abc")] {
        let answer = ask_with(&router(), "/maybe", authorization);
        assert_eq!((answer.status, &*answer.body), (200, "nobody"));
    }
    let statuses = [Some("Bearer expired"), Some("Bearer"), Some("Bearer unavailable")]
        .map(|authorization| ask_with(&router(), "/maybe", authorization).status);
    assert_eq!(statuses, [401, 400, 503], "who shows a token is not taken for nobody");
}

#[test]
fn without_the_layer_no_handler_runs_and_the_log_says_why() {
    let (router, ran) = handlers();
    for uri in ["/change", "/any", "/maybe", "/workspaces"] {
        let (answer, lines) = listen(|| ask(&router, with("GET", uri, "contacts:write files:read")));
        assert_eq!((answer.status, &*answer.body, answer.header("www-authenticate")), (500, "", None), "{uri}");
        let [(level, line)] = &*lines else { panic!("{uri}: {lines:?}") };
        assert!(*level == Level::ERROR && line.contains("no layer `Authenticate` has run"), "{uri}: {line}");
        assert_eq!(ask_with(&router, uri, None).status, 500, "{uri}");
    }
    assert_eq!(ran.load(Ordering::Relaxed), 0);
}

async fn with_workspaces(token: BearerToken) -> Result<Workspaces, TokenError> {
    Ok(ResourceGrants::new(verify(token).await?, ["w1", "w2"].map(str::to_owned)))
}

#[test]
fn resources_are_given_where_the_verifier_gives_them() {
    let router = handlers().0.layer(Authenticate::new(with_workspaces));
    assert_eq!(ask_get(&router, "/workspaces", "files:read"), (200, "w1 w2".to_owned()));
    let statuses = [None, Some("Bearer expired"), Some("Bearer"), Some("Bearer unavailable")]
        .map(|authorization| ask_with(&router, "/workspaces", authorization).status);
    assert_eq!(statuses, [401, 401, 400, 503]);
    assert_eq!(ask_get(&router, "/any", "admin"), (200, "admin".to_owned()), "and the grant as well");
}

#[test]
fn a_verifier_without_resources_or_with_others_is_a_fault_that_is_logged() {
    let others = |token| async { Ok(ResourceGrants::new(verify(token).await?, [1_u64])) };
    let (plain, ran) = handlers();
    for router in [plain.clone().layer(Authenticate::new(verify)), plain.layer(Authenticate::new(others))] {
        let (answer, lines) = listen(|| ask(&router, with("GET", "/workspaces", "files:read")));
        assert_eq!((answer.status, &*answer.body), (500, ""));
        let [(Level::ERROR, line)] = &*lines else { panic!("{lines:?}") };
        assert!(
            line.contains("gives no `ResourceGrants`") && line.contains("resource=\"alloc::string::String\""),
            "{line}"
        );
    }
    assert_eq!(ran.load(Ordering::Relaxed), 0);
}

#[test]
fn resources_of_another_grant_are_not_those_of_this_one() {
    // Two layers, such as one for sessions and one for tokens: who sends a token that has no resources is not the
    // session's user.
    let weaker = |_: BearerToken| async { Ok(Granted::<Scope>::default()) };
    let router = handlers().0.layer(Authenticate::new(weaker)).layer(Authenticate::new(with_workspaces));
    let answer = ask(&router, with("GET", "/workspaces", "files:read"));
    assert_ne!((answer.status, &*answer.body), (200, "w1 w2"), "of a grant that has been replaced");
}

#[test]
fn a_scope_that_is_bound_to_a_resource_gives_no_permit() {
    let router = Router::new().route("/files", get(|_: Permit<ReadFiles>| async { "files" }));
    let router = router.layer(Authenticate::new(with_workspaces));
    let answer = ask(&router, with("GET", "/files", "files:read"));
    assert_eq!((answer.status, &*answer.body), (403, ""));
    assert_eq!(Parameters::of(&answer.headers).get("error_description"), Some("not granted for this resource"));
}

#[test]
fn a_handler_may_return_what_a_check_gives() {
    async fn by_rejection(granted: Granted<Scope>) -> Result<String, Rejection> {
        granted.check(&Web!(all["history:read"]))?;
        let _permit = granted.authorize::<ChangeContact>()?;
        Ok("done".to_owned())
    }
    async fn by_denied(granted: Granted<Scope>) -> Result<&'static str, Denied<Scope>> {
        granted.authorize::<ReadHistory>().map(|_| "done")
    }
    let router = Router::new().route("/rejection", get(by_rejection)).route("/denied", get(by_denied));
    let router = router.layer(Authenticate::new(verify).realm("web").unwrap());
    assert_eq!(ask_get(&router, "/rejection", "history:read contacts:write").0, 200);
    assert_eq!(ask_get(&router, "/denied", "history:read").0, 200);
    for (uri, scopes, missing) in [
        ("/rejection", "admin", "missing: history:read"),
        ("/rejection", "history:read", "missing: contacts:write"),
        ("/denied", "admin", "missing: history:read"),
    ] {
        let answer = ask(&router, with("GET", uri, scopes));
        assert_eq!((answer.status, &*answer.body), (403, ""));
        let parameters = Parameters::of(&answer.headers);
        assert_eq!((parameters.get("error_description"), parameters.get("realm")), (Some(missing), Some("web")));
    }
}

#[test]
fn challenges_and_errors_of_tokens_are_answers() {
    let status = |response: axum::response::Response| response.status().as_u16();
    assert_eq!(status(IntoResponse::into_response(Challenge::invalid_token())), 401);
    assert_eq!(status(IntoResponse::into_response(Rejection::from(Challenge::invalid_request()))), 400);
    let statuses = [TokenError::invalid(), TokenError::invalid_because("why"), TokenError::unavailable()]
        .map(|error| status(error.into_response()));
    assert_eq!(statuses, [401, 401, 503]);
}

#[test]
fn extractors_stand_beside_others() {
    #[derive(Clone)]
    struct Subject(&'static str);

    async fn handler(
        _: Permit<ChangeContact>,
        _: Permit<ReadHistory>,
        Extension(subject): Extension<Subject>,
        body: String,
    ) -> String {
        format!("{} {body}", subject.0)
    }

    let verifier = |token| async { Ok((verify(token).await?, Subject("Ada"))) };
    let router = Router::new().route("/", post(handler)).layer(Authenticate::new(verifier));
    let ask = |scopes| {
        let answer = ask(&router, with("POST", "/", scopes).map(|()| "sends a body".into()));
        (answer.status, answer.body)
    };
    assert_eq!(ask("contacts:write history:read"), (200, "Ada sends a body".to_owned()));
    assert_eq!((ask("contacts:write").0, ask("history:read").0), (403, 403), "both permits are asked for");
}
