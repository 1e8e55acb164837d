//! `POST /token`: tokens for the development client by the client credentials grant (RFC 6749 section 4.4), so that a
//! newcomer gets one with any scopes.
//!
//! What comes in: a form with the client's secret, which is made when the program starts. What goes out: a token, or
//! the error of RFC 6749 section 5.2. There is no user to ask: what is requested and allowed is granted.

use std::sync::Arc;

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use scopes_runtime::{Ceiling, Holder, Requested, ScopeSet};
use serde::{Deserialize, Serialize};

use super::access_token::LIFETIME_SECONDS;
use super::{CLIENT_ID, Issuer};
use crate::Scope;

/// Where it is.
pub(super) const PATH: &str = "/token";
/// RFC 6749 section 5.1.
const NOT_STORED: (HeaderName, &str) = (CACHE_CONTROL, "no-store");

pub(super) fn router(issuer: Arc<Issuer>) -> Router {
    Router::new().route(PATH, routing::post(token)).with_state(issuer)
}

/// The request. Parameters that are not known are passed over (RFC 6749 section 3.2).
#[derive(Deserialize)]
struct TokenRequest {
    grant_type: String,
    client_id: String,
    client_secret: String,
    scope: Option<String>,
}

/// The answer with a token.
#[derive(Serialize)]
struct TokenResponse {
    access_token: String,
    token_type: &'static str,
    expires_in: i64,
    /// Only where it is not what was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<ScopeSet<Scope>>,
}

/// The answer without one.
#[derive(Debug, Serialize)]
struct TokenRefused {
    #[serde(skip)]
    status: StatusCode,
    error: &'static str,
    error_description: String,
}

async fn token(
    State(issuer): State<Arc<Issuer>>,
    form: Result<Form<TokenRequest>, FormRejection>,
) -> Result<Response, TokenRefused> {
    let Form(request) =
        form.map_err(|_| refused("invalid_request", "grant_type, client_id, client_secret and scope are expected"))?;
    if !issuer.is_client(&request.client_id, &request.client_secret) {
        return Err(TokenRefused { status: StatusCode::UNAUTHORIZED, ..refused("invalid_client", "not the client") });
    }
    if request.grant_type != "client_credentials" {
        return Err(refused("unsupported_grant_type", "only client_credentials"));
    }
    let answer = grant(&issuer, request.scope.as_deref())?;
    Ok(([NOT_STORED], Json(answer)).into_response())
}

/// From the request to the grant, by the runtime's own steps.
fn grant(issuer: &Issuer, scope: Option<&str>) -> Result<TokenResponse, TokenRefused> {
    let invalid_scope = |error: &dyn std::fmt::Display| refused("invalid_scope", error.to_string());
    let requested = Requested::<Scope>::parse(scope).map_err(|error| invalid_scope(&error))?;
    let approvable =
        requested.within(&Ceiling::new(ScopeSet::ALL), Holder::UNKNOWN).map_err(|error| invalid_scope(&error))?;
    let granted = approvable.consent().grant(requested.scopes()).map_err(|error| invalid_scope(&error))?;
    // The client acts for itself, so that it is the subject (RFC 9068 section 2.2).
    let token = issuer.access_token().claim("sub", CLIENT_ID).scope(&granted.to_string());
    let access_token = issuer.sign(&token).map_err(|error| {
        tracing::error!(%error, "no token is issued");
        TokenRefused { status: StatusCode::INTERNAL_SERVER_ERROR, ..refused("server_error", "no token can be signed") }
    })?;
    let scope = requested.answer(&granted);
    Ok(TokenResponse { access_token, token_type: "Bearer", expires_in: LIFETIME_SECONDS, scope })
}

fn refused(error: &'static str, description: impl Into<String>) -> TokenRefused {
    TokenRefused { status: StatusCode::BAD_REQUEST, error, error_description: description.into() }
}

impl IntoResponse for TokenRefused {
    fn into_response(self) -> Response {
        (self.status, [NOT_STORED], Json(self)).into_response()
    }
}
