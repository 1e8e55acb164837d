//! The metadata that servers publish of themselves: an authorization server's (RFC 8414 section 2) and a protected
//! resource's (RFC 9728 section 2).

use scopes_manifest::{Axis, Catalog, Scope};
use serde_json::{Map, Value};

use super::{Document, Missing, url};

/// What the manifest does not know of the authorization server. Begin with [`Server::new`], and set what is known.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Server {
    /// Its issuer identifier.
    pub issuer: String,
    /// Where the user authorizes.
    pub authorization_endpoint: Option<String>,
    /// Where tokens are issued.
    pub token_endpoint: Option<String>,
    /// Where its keys are (RFC 7517).
    pub jwks_uri: Option<String>,
    /// Where clients register (RFC 7591).
    pub registration_endpoint: Option<String>,
    /// Where tokens are revoked (RFC 7009).
    pub revocation_endpoint: Option<String>,
    /// Where tokens are looked up (RFC 7662).
    pub introspection_endpoint: Option<String>,
    /// Documentation for developers.
    pub service_documentation: Option<String>,
    /// The grant types; where none is named, those of `[kinds] grants`.
    pub grants: Vec<String>,
    /// The values of `response_type`, where the grant types do not tell.
    pub response_types: Vec<String>,
}

impl Server {
    /// The server with this issuer identifier, of which nothing else is known.
    #[must_use]
    pub fn new(issuer: impl Into<String>) -> Self {
        Self { issuer: issuer.into(), ..Self::default() }
    }
}

/// What the manifest does not know of the protected resource. Begin with [`Resource::default`], and set what is known.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Resource {
    /// Its identifier, where it is not `audience_uri`.
    pub resource: Option<String>,
    /// The issuers of the authorization servers that it trusts.
    pub authorization_servers: Vec<String>,
    /// How it takes bearer tokens (RFC 6750 section 2): `header`, `body`, `query`.
    pub bearer_methods: Vec<String>,
    /// Documentation for developers.
    pub documentation: Option<String>,
}

/// An object, in the order in which members are put in.
#[derive(Default)]
struct Members(Map<String, Value>);

impl Members {
    fn put(&mut self, key: &str, value: impl Into<Value>) {
        self.0.insert(key.to_owned(), value.into());
    }

    fn put_known(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    fn put_listed(&mut self, key: &str, values: &[String]) {
        if !values.is_empty() {
            self.put(key, values);
        }
    }
}

/// The metadata of the authorization server. `grant_types_supported` are those of `[kinds] grants`, and
/// `response_types_supported` is what they need.
///
/// # Errors
/// A member that RFC 8414 requires and nobody has told, or an issuer that is no `https` URL.
pub fn authorization_server(catalog: &Catalog, server: &Server) -> Result<Document, Missing> {
    let grants =
        if server.grants.is_empty() { catalog.kinds(Axis::Grants).unwrap_or_default() } else { &server.grants };
    let mut unsaid = Vec::new();
    let (mut authorizes, mut issues) = (grants.is_empty(), grants.is_empty());
    for grant in grants {
        authorizes |= ["authorization_code", "implicit"].contains(&grant.as_str());
        issues |= grant != "implicit";
    }
    if !url::is_issuer(&server.issuer) {
        let what = format!("`{}` is no issuer identifier of RFC 8414", server.issuer);
        return Err(Missing::new(what, "give an `https` URL without query and fragment with `--issuer`"));
    }
    let mut members = Members::default();
    members.put("issuer", server.issuer.as_str());
    for (key, option, url, is_required) in [
        ("authorization_endpoint", "--authorization-url", &server.authorization_endpoint, authorizes),
        ("token_endpoint", "--token-url", &server.token_endpoint, issues),
    ] {
        if is_required && url.is_none() {
            return Err(Missing::new(format!("RFC 8414 requires `{key}`"), format!("give it with `{option}`")));
        }
        members.put_known(key, url.as_deref());
    }
    members.put_known("jwks_uri", server.jwks_uri.as_deref());
    members.put_known("registration_endpoint", server.registration_endpoint.as_deref());
    members.put("scopes_supported", supported(catalog));
    members.put("response_types_supported", response_types(grants, &server.response_types)?);
    if grants.is_empty() {
        let told = "`grant_types_supported` is left out, which RFC 8414 reads as `authorization_code` and `implicit`";
        unsaid.push(told.to_owned());
    }
    members.put_listed("grant_types_supported", grants);
    members.put_known("service_documentation", server.service_documentation.as_deref());
    members.put_known("revocation_endpoint", server.revocation_endpoint.as_deref());
    members.put_known("introspection_endpoint", server.introspection_endpoint.as_deref());
    Ok(Document { value: Value::Object(members.0), unsaid })
}

/// The metadata of the protected resource.
///
/// ```
/// use cargo_scopes::export::{Resource, protected_resource};
/// use scopes_manifest::Catalog;
///
/// let catalog = Catalog::parse(
///     "format = 1\n[system]\nname = \"calendar\"\naudience_uri = \"https://api.example.com\"\n\
///      [scopes]\n\"events:read\" = \"Read events.\"\nold = { text = \"Once.\", deprecated = true }\n",
/// )?;
/// let metadata = protected_resource(&catalog, &Resource::default()).unwrap().value;
/// assert_eq!(metadata["resource"], "https://api.example.com");
/// assert_eq!(metadata["scopes_supported"], serde_json::json!(["events:read"]));
/// # Ok::<(), scopes_manifest::Diagnostics>(())
/// ```
///
/// # Errors
/// The resource has no identifier, or one that is no `https` URL.
pub fn protected_resource(catalog: &Catalog, resource: &Resource) -> Result<Document, Missing> {
    let identifier = resource.resource.as_deref().or(catalog.audience_uri()).ok_or_else(|| {
        let help = "give it with `--resource`, or in the manifest as `audience_uri` under `[system]`";
        Missing::new("RFC 9728 requires the identifier of the resource", help)
    })?;
    if !url::is_identifier(identifier) {
        let what = format!("`{identifier}` does not identify a resource as RFC 9728 wants it");
        return Err(Missing::new(what, "give an `https` URL without a fragment with `--resource`"));
    }
    let mut members = Members::default();
    members.put("resource", identifier);
    members.put("resource_name", catalog.name());
    members.put_listed("authorization_servers", &resource.authorization_servers);
    members.put("scopes_supported", supported(catalog));
    members.put_listed("bearer_methods_supported", &resource.bearer_methods);
    members.put_known("resource_documentation", resource.documentation.as_deref());
    Ok(Document { value: Value::Object(members.0), unsaid: Vec::new() })
}

/// The names in manifest order, without those that are deprecated, which no new client should ask for.
fn supported(catalog: &Catalog) -> Vec<&str> {
    catalog.scopes().iter().filter(|scope| scope.deprecation().is_none()).map(Scope::name).collect()
}

/// What `response_type` may be, which RFC 8414 requires to be said.
fn response_types(grants: &[String], told: &[String]) -> Result<Vec<String>, Missing> {
    if !told.is_empty() {
        return Ok(told.to_vec());
    }
    if grants.is_empty() {
        let help = "give it with `--response-type code`, or the grant types with `--grant` or under `[kinds] grants`";
        return Err(Missing::new("RFC 8414 requires `response_types_supported`", help));
    }
    let needed = [("authorization_code", "code"), ("implicit", "token")];
    let needed = needed.into_iter().filter(|(grant, _)| grants.iter().any(|one| one == grant));
    Ok(needed.map(|(_, response_type)| response_type.to_owned()).collect())
}
