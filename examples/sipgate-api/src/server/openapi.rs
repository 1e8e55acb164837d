//! The `OpenAPI` document: what the routes say of themselves, with the scopes of the manifest.

use scopes_runtime::{InvalidSchemeName, OAuth2};
use utoipa::Modify as _;
use utoipa::openapi::{Info, OpenApi, Server};

use crate::Sipgate;

/// Completes the document of the routes for the server at this URL.
pub(super) fn complete(mut document: OpenApi, url: &str) -> Result<OpenApi, InvalidSchemeName> {
    let mut info = Info::new("sipgate API, a demonstration", env!("CARGO_PKG_VERSION"));
    info.description = Some("Endpoints of sipgate's API. Nothing is sent or called.".to_owned());
    document.info = info;
    document.servers = Some(vec![Server::new(url)]);
    OAuth2::<Sipgate>::new("sipgate")?.modify(&mut document);
    Ok(document)
}
