//! The flows of an `OAuth2` scheme: the grant types of the system come in, and for each the URLs that it has and the scopes
//! that a token got by it may hold go out. `import` knows the flows by the same table.

use scopes_manifest::{Axis, Catalog, Scope};
use serde_json::{Map, Value};

use super::OpenApiOptions;
use crate::export::Missing;

/// A flow of `OpenAPI`.
pub(crate) struct Flow {
    /// What it is called under `flows`.
    pub(crate) key: &'static str,
    /// The `grant_type` (RFC 7591 section 2) by which `[kinds] grants` knows it.
    pub(crate) grant: &'static str,
    authorizes: bool,
    issues: bool,
    /// `OpenAPI` 3.2 added a flow, which the documents of 3.1 that are written here cannot have.
    is_in_3_1: bool,
}

/// All of them, in the order of the document.
pub(crate) const FLOWS: [Flow; 5] = [
    Flow { key: "implicit", grant: "implicit", authorizes: true, issues: false, is_in_3_1: true },
    Flow { key: "password", grant: "password", authorizes: false, issues: true, is_in_3_1: true },
    Flow { key: "clientCredentials", grant: "client_credentials", authorizes: false, issues: true, is_in_3_1: true },
    Flow { key: "authorizationCode", grant: "authorization_code", authorizes: true, issues: true, is_in_3_1: true },
    Flow {
        key: "deviceAuthorization",
        grant: "urn:ietf:params:oauth:grant-type:device_code",
        authorizes: false,
        issues: true,
        is_in_3_1: false,
    },
];

/// The flows of the grant types that the system knows.
pub(super) fn flows(
    catalog: &Catalog,
    options: &OpenApiOptions,
    unsaid: &mut Vec<String>,
) -> Result<Map<String, Value>, Missing> {
    let grants = if options.grants.is_empty() { catalog.kinds(Axis::Grants) } else { Some(&options.grants[..]) };
    let grants = grants.unwrap_or_default();
    let of_3_1 = || FLOWS.iter().filter(|flow| flow.is_in_3_1);
    for grant in grants.iter().filter(|grant| !of_3_1().any(|flow| flow.grant == **grant)) {
        unsaid.push(format!("OpenAPI 3.1 has no flow for the grant type `{grant}`"));
    }
    let known: Vec<&Flow> = of_3_1().filter(|flow| grants.iter().any(|grant| grant == flow.grant)).collect();
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
fn object(flow: &Flow, catalog: &Catalog, options: &OpenApiOptions) -> Result<Map<String, Value>, Missing> {
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
    let text = |scope: &Scope| {
        if scope.deprecation().is_some() { format!("Deprecated. {}", scope.text()) } else { scope.text().to_owned() }
    };
    let scopes: Map<String, Value> = scopes.map(|scope| (scope.name().to_owned(), Value::from(text(scope)))).collect();
    object.insert("scopes".to_owned(), Value::Object(scopes));
    Ok(object)
}
