//! The whole router: the enforced API, the public documents beside it, and what holds for all requests.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::response::Response;
use scopes_runtime::{Authenticate, EnforceEndpoints, ProtectedResource};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tracing::{Span, info, info_span};

use super::{StartError, openapi};
use crate::api::{self, Problem};
use crate::issuer::{self, Issuer};
use crate::store::Store;
use crate::token::{AccessTokenVerifier, VerificationKeys};
use crate::{Sipgate, well_known};

/// How large a body may be. The largest that makes sense is a fax.
const BODY_BYTES: usize = 1024 * 1024;
/// How long a request may take, from its head to the answer's.
const REQUEST_TIME: Duration = Duration::from_secs(10);

/// Puts the router of the server at this URL together.
pub(super) fn assemble(url: &str, store: Store, issuer: &Arc<Issuer>) -> Result<Router, StartError> {
    // The document is what a real server would fetch from its authorization server.
    let keys = VerificationKeys::from_jwks(&serde_json::to_string(issuer.jwks())?)?;
    let verifier = AccessTokenVerifier::new(keys, issuer.url(), url);
    let resource = ProtectedResource::<Sipgate>::new(url.to_owned())?.authorization_server(issuer.url().to_owned());

    let (api, document) = api::router().split_for_parts();
    let enforced = api.with_state(store).layer((
        Authenticate::new(verifier).realm("sipgate")?.resource_metadata(resource.metadata_url())?,
        EnforceEndpoints::<Sipgate>::new(),
    ));
    // What is merged after the layers is not covered by them: these documents are open to all.
    Ok(enforced
        .merge(well_known::router(resource, openapi::complete(document, url, issuer.token_endpoint())?))
        .merge(issuer::router(Arc::clone(issuer)))
        .fallback(|| async { Problem::not_found("there is no such path; /openapi.json lists them all") })
        .layer((
            TraceLayer::new_for_http().make_span_with(span).on_request(()).on_response(answered),
            TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, REQUEST_TIME),
            DefaultBodyLimit::max(BODY_BYTES),
        )))
}

/// What the log says of a request: nothing of its headers, where the token is, nor of its query.
fn span(request: &Request) -> Span {
    info_span!("request", method = %request.method(), path = request.uri().path())
}

fn answered(response: &Response, latency: Duration, _: &Span) {
    info!(status = response.status().as_u16(), ?latency, "answered");
}

#[cfg(test)]
mod tests {
    use scopes_runtime::Parity;

    use super::*;
    use crate::Data;

    #[tokio::test]
    async fn every_endpoint_that_takes_a_token_asks_for_one() {
        const URL: &str = "http://127.0.0.1:8087";
        let store = Store::open(&Data::Memory).unwrap();
        let issuer = Arc::new(Issuer::generate(URL, URL).unwrap());
        let router = assemble(URL, store, &issuer).unwrap();
        let parity = Parity::<Sipgate>::of(&api::router().split_for_parts().0).probe(&router).await;
        let uncovered = parity.disparities().into_iter();
        let uncovered: Vec<_> = uncovered.filter(|one| one.to_string().contains("without a token")).collect();
        assert_eq!(uncovered, []);
    }
}
