//! The `OpenAPI` document: what the routes say of themselves, with the scopes of the manifest.

use scopes_runtime::{InvalidSchemeName, OAuth2};
use utoipa::Modify as _;
use utoipa::openapi::{Info, OpenApi, Server};

use crate::Sipgate;

/// Completes the document of the routes for the server at this URL, whose clients get their tokens at another.
pub(super) fn complete(mut document: OpenApi, url: &str, token_url: String) -> Result<OpenApi, InvalidSchemeName> {
    let mut info = Info::new("sipgate API, a demonstration", env!("CARGO_PKG_VERSION"));
    info.description = Some("Endpoints of sipgate's API. Nothing is sent or called.".to_owned());
    document.info = info;
    document.servers = Some(vec![Server::new(url)]);
    OAuth2::<Sipgate>::new("sipgate")?.client_credentials(token_url).modify(&mut document);
    Ok(document)
}

#[cfg(test)]
mod tests {
    use scopes_runtime::{Parity, ScopeSet, System};

    use super::*;
    use crate::{Scope, api};

    #[test]
    fn the_routes_the_manifest_and_the_document_are_the_same() {
        let (router, document) = api::router().split_for_parts();
        let document = complete(document, "http://127.0.0.1:8087", "http://127.0.0.1:8087/token".to_owned()).unwrap();
        let requirements = Sipgate::ENDPOINTS.iter().filter_map(scopes_runtime::Endpoint::requirement);
        let alternatives = requirements.flat_map(|requirement| requirement.alternatives());
        // Of sipgate's 102 scopes this server has endpoints for a few.
        let here: ScopeSet<Scope> = alternatives.flatten().collect();
        Parity::<Sipgate>::of(&router).document(&document).needed_elsewhere(!here).assert();
    }
}
