//! What an OpenAPI document says of scopes comes from the manifest: as plain values, and in a document of `utoipa`.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use scopes_runtime::{OAuth2, ProtectedResource, Requires, Scopes, System};
use serde_json::{Value, json};
use utoipa::Modify;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, PathItem};
use utoipa::openapi::{InfoBuilder, OpenApiBuilder, PathsBuilder};

/// A made-up library.
#[derive(Debug, Scopes)]
#[scopes(manifest = "manifests/library.toml")]
pub struct Library;

#[derive(Requires)]
#[requires(Library: endpoint "GET /loans")]
struct ListLoans;

fn scheme() -> OAuth2<Library> {
    OAuth2::new("oauth2").unwrap()
}

fn flows(scheme: &OAuth2<Library>) -> Value {
    json!(scheme)["flows"].clone()
}

fn names(scopes: &Value) -> Vec<&str> {
    scopes.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn each_flow_has_its_urls_and_the_scopes_that_it_can_give() {
    let scheme = scheme()
        .authorization_code("https://a.example/authorize", "https://a.example/token")
        .client_credentials("https://a.example/token")
        .implicit("https://a.example/authorize")
        .password("https://a.example/token")
        .refresh_url("https://a.example/refresh");
    let flows = flows(&scheme);
    assert_eq!(names(&flows).len(), 4);
    let code = &flows["authorizationCode"];
    assert_eq!(code["authorizationUrl"], "https://a.example/authorize");
    assert_eq!(code["tokenUrl"], "https://a.example/token");
    assert_eq!(code["refreshUrl"], "https://a.example/refresh");
    assert_eq!(flows["clientCredentials"].get("authorizationUrl"), None);
    assert_eq!(flows["implicit"].get("tokenUrl"), None);

    let has = |flow: &str, scope: &str| flows[flow]["scopes"].get(scope).is_some();
    assert!(has("authorizationCode", "loans:read") && !has("authorizationCode", "loans:import"));
    assert!(!has("clientCredentials", "loans:read") && has("clientCredentials", "loans:import"));
    // The manifest knows no such grant type: what is limited to others cannot be got by it.
    assert!(!has("implicit", "loans:read") && !has("password", "loans:import") && has("password", "books:read"));
    for flow in ["authorizationCode", "clientCredentials", "implicit", "password"] {
        assert!(has(flow, "books:read") && has(flow, "branch-only"), "{flow}");
    }
}

#[test]
fn a_scope_has_its_description_and_a_deprecated_one_says_so() {
    let flows = flows(&scheme().client_credentials("https://a.example/token"));
    let scopes = &flows["clientCredentials"]["scopes"];
    assert_eq!(scopes["books:write"], "Change the catalogue.");
    assert_eq!(scopes["cards"], "Deprecated. Do anything with cards.");
}

#[test]
fn components_hold_the_scheme_under_its_name() {
    let scheme = scheme().description("How to get in.").client_credentials("https://a.example/token");
    let components = json!(scheme.components());
    assert_eq!(names(&components), ["securitySchemes"]);
    assert_eq!(names(&components["securitySchemes"]), ["oauth2"]);
    assert_eq!(components["securitySchemes"]["oauth2"], json!(scheme));
    assert_eq!(components["securitySchemes"]["oauth2"]["type"], "oauth2");
    assert_eq!(components["securitySchemes"]["oauth2"]["description"], "How to get in.");
}

#[test]
fn scopes_stand_in_manifest_order() {
    let text = serde_json::to_string(&scheme().authorization_code("a", "b")).unwrap();
    let places =
        ["books:read", "books:write", "loans:read", "cards\"", "cards:read"].map(|name| text.find(name).unwrap());
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn a_name_that_no_component_can_have_is_refused() {
    for name in ["", "a b", "ä", "a/b", "a\"b", "a\n"] {
        let error = OAuth2::<Library>::new(name.to_owned()).unwrap_err();
        assert!(error.to_string().contains(&format!("{name:?}")), "{error}");
    }
    assert_eq!(OAuth2::<Library>::new("a.B-c_9").unwrap().name(), "a.B-c_9");
}

#[test]
fn an_operation_requires_a_list_of_objects() {
    let security = |path: &str| {
        let endpoint = Library::ENDPOINTS.iter().find(|endpoint| endpoint.path() == path).unwrap();
        json!(scheme().security_of(endpoint.access()))
    };
    assert_eq!(security("/books"), json!([{ "oauth2": ["books:read"] }]));
    let loans = json!([{ "oauth2": ["loans:import"] }, { "oauth2": ["books:read", "loans:read"] }]);
    assert_eq!(security("/loans"), loans);
    assert_eq!(json!(scheme().security::<ListLoans>()), loans, "the same from the type that a handler asks for");
    assert_eq!(security("/me"), json!([{ "oauth2": [] }]));
    assert_eq!(security("/health"), json!([]));
}

#[test]
fn utoipa_has_the_same_scheme_and_the_same_requirements() {
    let operation = || OperationBuilder::new().build();
    let item = |method| PathItem::new(method, operation());
    let paths = PathsBuilder::new()
        .path("/books", PathItem::from_http_methods([HttpMethod::Get, HttpMethod::Head, HttpMethod::Post], operation()))
        .path("/books/{id}", item(HttpMethod::Get))
        .path("/loans", item(HttpMethod::Get))
        .path("/cards/{path}", item(HttpMethod::Get))
        .path("/me", item(HttpMethod::Get))
        .path("/health", item(HttpMethod::Get))
        .path("/other", item(HttpMethod::Get))
        .build();
    let mut document =
        OpenApiBuilder::new().info(InfoBuilder::new().title("t").version("1").build()).paths(paths).build();
    let scheme = scheme()
        .description("d")
        .authorization_code("https://a.example/authorize", "https://a.example/token")
        .client_credentials("https://a.example/token")
        .implicit("https://a.example/authorize")
        .password("https://a.example/token")
        .refresh_url("https://a.example/refresh");
    scheme.modify(&mut document);
    let document = json!(document);

    assert_eq!(document["components"]["securitySchemes"], json!(scheme.components())["securitySchemes"]);
    for (method, path, listed) in [
        ("get", "/books", "GET /books"),
        ("head", "/books", "GET /books"),
        ("post", "/books", "POST /books"),
        ("get", "/books/{id}", "GET /books/{book}"),
        ("get", "/loans", "GET /loans"),
        ("get", "/cards/{path}", "GET /cards/{*path}"),
        ("get", "/me", "GET /me"),
        ("get", "/health", "GET /health"),
    ] {
        let is_listed =
            |endpoint: &&scopes_runtime::Endpoint<_>| listed == format!("{} {}", endpoint.method(), endpoint.path());
        let endpoint = Library::ENDPOINTS.iter().find(is_listed).unwrap();
        assert_eq!(
            document["paths"][path][method]["security"],
            json!(scheme.security_of(endpoint.access())),
            "{listed}"
        );
    }
    assert_eq!(
        document["paths"]["/other"]["get"].get("security"),
        None,
        "what the manifest does not list stays as it is"
    );
}

#[test]
fn a_protected_resource_says_who_it_is_and_what_it_supports() {
    let resource = ProtectedResource::<Library>::new("https://library.example/api?tenant=1")
        .unwrap()
        .authorization_server("https://login.example")
        .documentation("https://library.example/docs");
    let document = json!(resource);
    assert_eq!(document["resource"], "https://library.example/api?tenant=1");
    assert_eq!(document["resource_name"], "library");
    assert_eq!(document["authorization_servers"], json!(["https://login.example"]));
    assert_eq!(document["bearer_methods_supported"], json!(["header"]));
    assert_eq!(document["resource_documentation"], "https://library.example/docs");
    assert_eq!(document["scopes_supported"], json!(Library::scopes_supported()));
}

#[test]
fn the_metadata_stand_between_host_and_path() {
    for (resource, url) in [
        ("https://a.example", "https://a.example/.well-known/oauth-protected-resource"),
        ("https://a.example/", "https://a.example/.well-known/oauth-protected-resource"),
        ("https://a.example:8443/v2/x", "https://a.example:8443/.well-known/oauth-protected-resource/v2/x"),
        ("http://127.0.0.1:80?k=v", "http://127.0.0.1:80/.well-known/oauth-protected-resource?k=v"),
        ("http://localhost/?k=v", "http://localhost/.well-known/oauth-protected-resource?k=v"),
        ("https://[2001:db8::1]:8443/x", "https://[2001:db8::1]:8443/.well-known/oauth-protected-resource/x"),
        ("http://[::1]", "http://[::1]/.well-known/oauth-protected-resource"),
        ("https://a.example/%C3%A4", "https://a.example/.well-known/oauth-protected-resource/%C3%A4"),
    ] {
        assert_eq!(ProtectedResource::<Library>::new(resource).unwrap().metadata_url(), url);
    }
}

#[test]
fn what_identifies_no_resource_is_refused() {
    for resource in [
        "",
        "a.example",
        "https://",
        "https:///x",
        "ftp://a",
        "https://a#b",
        "https://a b",
        "https://a\"",
        "https://a\r\n",
        "https://ä",
        "http://a.example",
        "http://localhost.a.example",
        "http://127.a.example",
        "http://127.0.0.256",
        "https://user:secret@a.example",
        "https://:443/",
        "https://[::1",
        "https://[g]",
        "https://[::1]x",
        "https://a:99999",
        "https://a/%zz",
        "https://a/%",
        "HTTPS://a",
    ] {
        let error = ProtectedResource::<Library>::new(resource).unwrap_err();
        assert!(error.to_string().contains(&format!("{resource:?}")), "{error}");
    }
}
