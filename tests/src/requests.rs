//! A made-up system that is as lenient with requests as a manifest can say.

use scopes_runtime::Scopes;

/// The marker.
#[derive(Scopes, Debug)]
#[scopes(manifest = "manifests/requests.toml", path = crate::requests)]
pub struct Lenient;
