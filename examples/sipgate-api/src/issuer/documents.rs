//! What an authorization server publishes of itself: its keys (RFC 7517) and its metadata (RFC 8414).
//!
//! What comes in: the issuer. What goes out: two public routes.

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
pub(super) fn router(issuer: &Issuer) -> Router {
    let (jwks, metadata) = (json!(issuer.jwks()), metadata(issuer));
    Router::new()
        .route(JWKS, get(move || std::future::ready(Json(jwks))))
        .route(METADATA, get(move || std::future::ready(Json(metadata))))
}

/// The metadata. Without an authorization endpoint there are no response types.
fn metadata(issuer: &Issuer) -> Value {
    json!({
        "issuer": issuer.url(),
        "jwks_uri": format!("{}{JWKS}", issuer.url()),
        "scopes_supported": Sipgate::scopes_supported(),
        "token_endpoint": issuer.token_endpoint(),
        "token_endpoint_auth_methods_supported": ["client_secret_post"],
        "grant_types_supported": ["client_credentials"],
        "response_types_supported": [],
    })
}
