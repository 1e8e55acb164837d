//! Whether a router really asks for tokens.

use alloc::string::String;
use alloc::vec::Vec;
use core::future::poll_fn;

use ::axum::Router;
use ::axum::body::Body;
use ::http::Request;
use tower_service::Service;

use super::disparity::Disparity;
use crate::http::Challenge;
use crate::system::{Access, Endpoint, System};

/// Every endpoint that takes a token and answers without one, or not with a challenge of this crate.
pub(super) async fn disparities<M: System>(router: &Router) -> Vec<Disparity> {
    let mut router = router.clone();
    let mut found = Vec::new();
    for endpoint in M::ENDPOINTS.iter().filter(|endpoint| !matches!(endpoint.access(), Access::Public)) {
        let request = Request::builder().method(endpoint.method()).uri(path(endpoint));
        // The manifest has no methods and paths that make no request.
        let Ok(request) = request.body(Body::empty()) else { continue };
        let Ok(()) = poll_fn(|context| Service::<Request<Body>>::poll_ready(&mut router, context)).await;
        let Ok(response) = router.call(request).await;
        if response.extensions().get::<Challenge>().is_none() {
            found.push(Disparity::not_enforced(endpoint, response.status().as_u16()));
        }
    }
    found
}

/// A path of this endpoint: `1` for each parameter.
fn path<S: crate::Scope>(endpoint: &Endpoint<S>) -> String {
    let mut path = String::new();
    let mut rest = endpoint.path();
    while let Some((before, parameter)) = rest.split_once('{') {
        path.push_str(before);
        path.push('1');
        rest = parameter.split_once('}').map_or("", |(_, after)| after);
    }
    path + rest
}
