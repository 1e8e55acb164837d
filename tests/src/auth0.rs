//! The catalogue of Auth0's calendar.

use scopes_runtime::Scopes;

/// The scopes of Auth0's calendar.
#[derive(Scopes, Debug)]
#[scopes(manifest = "manifests/auth0.toml", path = crate::auth0)]
pub struct Calendar;
