//! An `OpenAPI` 3.1 document: the security scheme with its flows, and what every endpoint requires, in the words that
//! `scopes_runtime::OAuth2` has for them.

mod paths;
mod unsaid;

use scopes_manifest::{Axis, Catalog};
use serde_json::{Map, Value, json};

use super::{Document, Missing};

/// What the manifest does not know of the document.
#[derive(Clone, Debug, Default)]
pub struct Options {
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

/// A flow of `OpenAPI`: its key, the `grant_type` by which `[kinds] grants` knows it, and which URLs it has.
struct Flow {
    key: &'static str,
    grant: &'static str,
    authorizes: bool,
    issues: bool,
}

/// In the order of the document.
const FLOWS: [Flow; 4] = [
    Flow { key: "implicit", grant: "implicit", authorizes: true, issues: false },
    Flow { key: "password", grant: "password", authorizes: false, issues: true },
    Flow { key: "clientCredentials", grant: "client_credentials", authorizes: false, issues: true },
    Flow { key: "authorizationCode", grant: "authorization_code", authorizes: true, issues: true },
];

/// The document, with a flow for each grant type. A path is there for every endpoint, with the `security` of each operation: an
/// empty list where it is public, the scheme without scopes where any token will do, else an object an alternative.
///
/// ```
/// use cargo_scopes::export::openapi::{Options, openapi};
/// use scopes_manifest::Catalog;
///
/// let catalog = Catalog::parse("format = 1\n[system]\nname = \"calendar\"\n[scopes]\n\"events:read\" = \"Read events.\"\n")?;
/// let options = Options {
///     grants: vec!["client_credentials".to_owned()],
///     token_url: Some("https://login.example.com/token".to_owned()),
///     components_only: true,
///     ..Options::default()
/// };
/// let components = openapi(&catalog, &options).unwrap().value;
/// let flow = &components["securitySchemes"]["oauth2"]["flows"]["clientCredentials"];
/// assert_eq!(flow["scopes"]["events:read"], "Read events.");
/// # Ok::<(), scopes_manifest::Diagnostics>(())
/// ```
///
/// # Errors
/// A grant type or a URL that `OpenAPI` requires and nobody has told, or a name that no scheme can have.
pub fn openapi(catalog: &Catalog, options: &Options) -> Result<Document, Missing> {
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
        let flows = flows(catalog, options, &mut unsaid)?;
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

/// The flows of the grant types that the system knows.
fn flows(catalog: &Catalog, options: &Options, unsaid: &mut Vec<String>) -> Result<Map<String, Value>, Missing> {
    let grants = if options.grants.is_empty() { catalog.kinds(Axis::Grants) } else { Some(&options.grants[..]) };
    let grants = grants.unwrap_or_default();
    for grant in grants.iter().filter(|grant| !FLOWS.iter().any(|flow| flow.grant == **grant)) {
        unsaid.push(format!("OpenAPI has no flow for the grant type `{grant}`"));
    }
    let known: Vec<&Flow> = FLOWS.iter().filter(|flow| grants.iter().any(|grant| grant == flow.grant)).collect();
    if known.is_empty() {
        let help = "name them with `--grant authorization_code` and so on, or in the manifest under `[kinds] grants`";
        return Err(Missing::new("the manifest does not say by which grant types a client gets a token", help));
    }
    let mut flows = Map::new();
    for flow in &known {
        flows.insert(flow.key.to_owned(), Value::Object(object(flow, catalog, options)?));
    }
    for scope in catalog.scopes() {
        let is_given =
            |flow: &&Flow| scope.allowed(Axis::Grants).is_none_or(|given| given.iter().any(|one| one == flow.grant));
        if !known.iter().any(is_given) {
            unsaid.push(format!("no flow of OpenAPI gives `{}`", scope.name()));
        }
    }
    Ok(flows)
}

/// One flow with the scopes that a token got by it may hold, in manifest order.
fn object(flow: &Flow, catalog: &Catalog, options: &Options) -> Result<Map<String, Value>, Missing> {
    let urls = [
        ("authorizationUrl", "--authorization-url", &options.authorization_url, flow.authorizes),
        ("tokenUrl", "--token-url", &options.token_url, flow.issues),
    ];
    let mut object = Map::new();
    for (key, option, url, _) in urls.into_iter().filter(|(.., is_required)| *is_required) {
        let url = url.as_deref().ok_or_else(|| {
            Missing::new(format!("the flow `{}` has a `{key}`", flow.key), format!("give it with `{option}`"))
        })?;
        object.insert(key.to_owned(), Value::from(url));
    }
    if let Some(url) = &options.refresh_url {
        object.insert("refreshUrl".to_owned(), Value::from(url.as_str()));
    }
    let is_given = |given: Option<&[String]>| given.is_none_or(|given| given.iter().any(|grant| grant == flow.grant));
    let scopes = catalog.scopes().iter().filter(|scope| is_given(scope.allowed(Axis::Grants)));
    // OpenAPI knows nothing of a scope but its text, so that it is deprecated has to stand there.
    let text = |scope: &scopes_manifest::Scope| {
        if scope.deprecation().is_some() { format!("Deprecated. {}", scope.text()) } else { scope.text().to_owned() }
    };
    let scopes: Map<String, Value> = scopes.map(|scope| (scope.name().to_owned(), Value::from(text(scope)))).collect();
    object.insert("scopes".to_owned(), Value::Object(scopes));
    Ok(object)
}
