//! An `OpenAPI` 3.1 document: the security scheme with its flows, and what every endpoint requires, in the words that
//! `scopes_runtime::OAuth2` has for them.

pub(crate) mod flows;
mod paths;
mod unsaid;

use scopes_manifest::Catalog;
use serde_json::json;

use super::{Document, Missing};

/// What the manifest does not know of the document. Begin with [`OpenApiOptions::default`], and set what is known.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct OpenApiOptions {
    /// The version of the API that the document describes (`info.version`); not needed for the components alone.
    pub version: Option<String>,
    /// What the scheme is called in the document, by default `oauth2`.
    pub scheme: Option<String>,
    /// The grant types that get flows; where none is named, those of `[kinds] grants`.
    pub grants: Vec<String>,
    /// Where the user authorizes (RFC 6749 section 3.1).
    pub authorization_url: Option<String>,
    /// Where tokens are issued (RFC 6749 section 3.2).
    pub token_url: Option<String>,
    /// Where tokens are refreshed, if not there.
    pub refresh_url: Option<String>,
    /// The discovery document of an `OpenID` provider, which then stands for all flows.
    pub oidc_url: Option<String>,
    /// Only what belongs under `components`.
    pub components_only: bool,
}

/// The document, with a flow for each grant type. A path is there for every endpoint, with the `security` of each operation: an
/// empty list where it is public, the scheme without scopes where any token will do, else an object an alternative.
///
/// ```
/// use cargo_scopes::export::{OpenApiOptions, openapi};
/// use scopes_manifest::Catalog;
///
/// let catalog = Catalog::parse("format = 1\n[system]\nname = \"calendar\"\n[scopes]\n\"events:read\" = \"Read events.\"\n")?;
/// let mut options = OpenApiOptions::default();
/// options.grants = vec!["client_credentials".to_owned()];
/// options.token_url = Some("https://login.example.com/token".to_owned());
/// options.components_only = true;
/// let components = openapi(&catalog, &options).unwrap().value;
/// let flow = &components["securitySchemes"]["oauth2"]["flows"]["clientCredentials"];
/// assert_eq!(flow["scopes"]["events:read"], "Read events.");
/// # Ok::<(), scopes_manifest::Diagnostics>(())
/// ```
///
/// # Errors
/// A grant type or a URL that `OpenAPI` requires and nobody has told, or a name that no scheme can have.
pub fn openapi(catalog: &Catalog, options: &OpenApiOptions) -> Result<Document, Missing> {
    let name = options.scheme.as_deref().unwrap_or("oauth2");
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte)) {
        let what = format!("{name:?} cannot name a security scheme");
        return Err(Missing::new(what, "use ASCII letters, digits, `.`, `-` and `_`"));
    }
    let (mut unsaid, manifest) = (Vec::new(), super::json::value(catalog));
    let scheme = if let Some(url) = &options.oidc_url {
        let told = "an OpenID provider lists its scopes itself, so nothing that the manifest says of them is here";
        unsaid.push(told.to_owned());
        json!({ "type": "openIdConnect", "openIdConnectUrl": url })
    } else {
        let flows = flows::flows(catalog, options, &mut unsaid)?;
        unsaid.extend(unsaid::of_scopes(&manifest));
        json!({ "type": "oauth2", "flows": flows })
    };
    unsaid.extend(unsaid::of_tables(&manifest));
    for scope in catalog.scopes().iter().filter(|scope| scope.is_restriction()) {
        unsaid
            .push(format!("`{}` narrows what a token allows, and OpenAPI lists it like any other scope", scope.name()));
    }
    let components = json!({ "securitySchemes": { name: scheme } });
    if options.components_only {
        return Ok(Document { value: components, unsaid });
    }
    let version = options.version.as_deref().ok_or_else(|| {
        let help = "give it with `--api-version`, or take the components alone with `--components-only`";
        Missing::new("an OpenAPI document says which version of the API it describes", help)
    })?;
    let value = json!({
        "openapi": "3.1.0",
        "info": { "title": catalog.name(), "version": version },
        "paths": paths::paths(catalog, name, &mut unsaid),
        "components": components,
    });
    Ok(Document { value, unsaid })
}
