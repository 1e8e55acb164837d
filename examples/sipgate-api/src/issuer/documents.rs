//! What an authorization server publishes of itself: its keys (RFC 7517) and its metadata (RFC 8414).
//!
//! What comes in: the issuer. What goes out: two public routes, which the server merges in beside the enforced ones.

use axum::routing::get;
use axum::{Json, Router};
use scopes_runtime::System as _;
use serde_json::{Value, json};

use super::Issuer;
use crate::Sipgate;

/// Where the JWK Set is.
const JWKS: &str = "/.well-known/jwks.json";
/// Where the metadata are (RFC 8414 section 3).
const METADATA: &str = "/.well-known/oauth-authorization-server";

/// The routes of both documents.
pub(crate) fn router(issuer: &Issuer) -> Router {
    let (jwks, metadata) = (json!(issuer.jwks()), metadata(issuer));
    Router::new()
        .route(JWKS, get(move || std::future::ready(Json(jwks))))
        .route(METADATA, get(move || std::future::ready(Json(metadata))))
}

/// The metadata. There are no endpoints to get a token from: the program that holds the issuer prints some.
fn metadata(issuer: &Issuer) -> Value {
    json!({
        "issuer": issuer.url(),
        "jwks_uri": format!("{}{JWKS}", issuer.url()),
        "scopes_supported": Sipgate::scopes_supported(),
        "response_types_supported": [],
        "grant_types_supported": [],
    })
}
