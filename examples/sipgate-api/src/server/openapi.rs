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
    use scopes_runtime::{Parity, ScopeSet, System as _};

    use super::*;
    use crate::{Scope, api};

    /// What other services of sipgate serve whole: the first part of a scope's name.
    const ELSEWHERE: [&str; 23] = [
        "addresses",
        "authorization",
        "autorecording",
        "blacklist",
        "callrestrictions",
        "contracts",
        "devices",
        "events",
        "faxlines",
        "labels",
        "notifications",
        "openid",
        "payment",
        "phonelines",
        "phones",
        "portings",
        "push_device",
        "rtcm",
        "settings",
        "sms",
        "trunk",
        "users",
        "voicemails",
    ];

    /// Of those, what is served here.
    const HERE: ScopeSet<Scope> = crate::Sipgate!(set["devices:callerid:write", "phonelines:sipgateio:log:read"]);

    /// Of what is served here, what is not served yet.
    const LATER: ScopeSet<Scope> = crate::Sipgate!(set[
        "groups:devices:write",
        "groups:faxlines:read",
        "groups:numbers:read",
        "groups:voicemails:read",
        "history:write",
        "numbers:write"
    ]);

    /// The service that a scope belongs to, by its name.
    fn service(scope: Scope) -> &'static str {
        scope.as_str().split(':').next().unwrap_or_default()
    }

    /// Which scopes other services need. A new one of `contacts`, say, is none of them: it needs an endpoint here.
    fn elsewhere() -> ScopeSet<Scope> {
        let theirs = Sipgate::SCOPES.iter().copied().filter(|scope| ELSEWHERE.contains(&service(*scope)));
        theirs.collect::<ScopeSet<_>>().difference(HERE).union(LATER)
    }

    #[test]
    fn the_routes_the_manifest_and_the_document_are_the_same() {
        let (router, document) = api::router().split_for_parts();
        let document = complete(document, "http://127.0.0.1:8087", "http://127.0.0.1:8087/token".to_owned()).unwrap();
        Parity::<Sipgate>::of(&router).document(&document).needed_elsewhere(elsewhere()).assert();
    }

    #[test]
    fn what_is_served_here_is_not_called_needed_elsewhere() {
        let requirements = Sipgate::ENDPOINTS.iter().filter_map(scopes_runtime::Endpoint::requirement);
        let needed: ScopeSet<Scope> =
            requirements.flat_map(|requirement| requirement.alternatives()).flatten().collect();
        for scope in needed.difference(HERE) {
            assert!(!ELSEWHERE.contains(&service(scope)), "a new scope like {scope} would pass unseen");
        }
    }
}
