//! `export openapi` and the metadata: what they say is what the runtime says of the same manifest; what is missing is asked
//! for, and what cannot be said is told.

use scopes_runtime::{OAuth2, ProtectedResource, Scopes, System};
use serde_json::{Value, json};

use crate::program::{Folder, Run, run};

/// What a program says of itself while it runs.
#[derive(Debug, Scopes)]
#[scopes(manifest = "tests/exported/kontor.toml", path = crate::openapi)]
struct Kontor;

const KONTOR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/exported/kontor.toml");
const AUTHORIZE: &str = "https://login.kontor.example/authorize";
const TOKEN: &str = "https://login.kontor.example/token";

fn export(format: &str, manifest: &str, options: &[&str]) -> Run {
    run([&["export", format, "--manifest", manifest], options].concat())
}

fn document(run: &Run) -> Value {
    assert_eq!(run.code, 0, "{}", run.told);
    serde_json::from_str(&run.printed).unwrap()
}

/// A manifest with these tables under `[system]`.
fn manifest(folder: &Folder, tables: &str) -> String {
    let text = format!("format = 1\n[system]\nname = \"T\"\n{tables}");
    folder.file("scopes.toml", text).display().to_string()
}

#[test]
fn the_openapi_document_says_what_the_runtime_says() {
    let exported = export(
        "openapi",
        KONTOR,
        &["--api-version", "3.1.4", "--authorization-url", AUTHORIZE, "--token-url", TOKEN, "--scheme", "kontor"],
    );
    let exported = document(&exported);
    let scheme =
        OAuth2::<Kontor>::new("kontor").unwrap().authorization_code(AUTHORIZE, TOKEN).client_credentials(TOKEN);
    assert_eq!(exported["components"], serde_json::to_value(scheme.components()).unwrap());
    assert_eq!(exported["info"], json!({ "title": Kontor::NAME, "version": "3.1.4" }));
    let mut operations = 0;
    for endpoint in Kontor::ENDPOINTS {
        let security = &exported["paths"][endpoint.path()][endpoint.method().to_lowercase()]["security"];
        assert_eq!(*security, serde_json::to_value(scheme.security_of(endpoint.access())).unwrap(), "{endpoint:?}");
        operations += 1;
    }
    let items = exported["paths"].as_object().unwrap().values();
    let written: usize =
        items.map(|item| item.as_object().unwrap().keys().filter(|key| *key != "parameters").count()).sum();
    assert_eq!((written, operations), (6, 6));
    assert_eq!(exported["paths"]["/accounts/{id}"]["parameters"][0]["name"], "id");
}

#[test]
fn the_metadata_of_the_resource_says_what_the_runtime_says() {
    let options = ["--authorization-server", "https://login.kontor.example", "--bearer-method", "header"];
    let exported = document(&export("protected-resource", KONTOR, &options));
    let resource = ProtectedResource::<Kontor>::new("https://api.kontor.example").unwrap();
    let resource = resource.authorization_server("https://login.kontor.example");
    assert_eq!(exported, serde_json::to_value(resource).unwrap());
}

#[test]
fn the_metadata_of_the_server_follows_from_the_grant_types() {
    let options = ["--issuer", "https://login.kontor.example", "--authorization-url", AUTHORIZE, "--token-url", TOKEN];
    let exported = document(&export("authorization-server", KONTOR, &options));
    let scopes: Vec<&str> = Kontor::scopes_supported().iter().collect();
    let wanted = json!({
        "issuer": "https://login.kontor.example",
        "authorization_endpoint": AUTHORIZE,
        "token_endpoint": TOKEN,
        "scopes_supported": scopes,
        "response_types_supported": ["code"],
        "grant_types_supported": ["authorization_code", "client_credentials"],
    });
    assert_eq!(exported, wanted);
}

#[test]
fn what_a_document_requires_is_asked_for() {
    let folder = Folder::new();
    let plain = manifest(&folder, "[scopes]\na = \"A.\"\n");
    let openapi = ["--api-version", "1", "--grant", "authorization_code"];
    let server = ["--issuer", "https://a.example"];
    let cases: [(&str, &[&str], &str, &str); 13] = [
        ("openapi", &["--token-url", "login.example.com"], "'login.example.com'", "write an absolute URL"),
        ("openapi", &["--token-url", "https://"], "'https://'", "write an absolute URL"),
        ("authorization-server", &["--issuer", "http://a.example"], "no issuer identifier", "`https` URL"),
        ("authorization-server", &["--issuer", "https://a.example?b"], "no issuer identifier", "without query"),
        (
            "protected-resource",
            &["--resource", "https://a.example#b"],
            "does not identify a resource",
            "without a fragment",
        ),
        ("openapi", &["--api-version", "1"], "by which grant types", "--grant authorization_code"),
        ("openapi", &openapi, "has a `authorizationUrl`", "--authorization-url"),
        ("openapi", &["--grant", "client_credentials", "--token-url", TOKEN], "version of the API", "--api-version"),
        ("openapi", &["--api-version", "1", "--scheme", "a b"], "cannot name a security scheme", "ASCII letters"),
        ("authorization-server", &server, "requires `authorization_endpoint`", "--authorization-url"),
        (
            "authorization-server",
            &["--issuer", "https://a.example", "--authorization-url", AUTHORIZE, "--token-url", TOKEN],
            "requires `response_types_supported`",
            "--response-type",
        ),
        ("authorization-server", &[], "--issuer <URL>", "Usage"),
        ("protected-resource", &[], "requires the identifier of the resource", "--resource"),
    ];
    for (format, options, what, help) in cases {
        let run = export(format, &plain, options);
        assert_eq!((run.code, run.printed.as_str()), (2, ""), "{format} {options:?}");
        assert!(run.told.contains(what) && run.told.contains(help), "{format} {options:?}: {}", run.told);
    }
}

#[test]
fn what_openapi_cannot_say_is_told_and_never_said_otherwise() {
    let folder = Folder::new();
    let manifest = manifest(
        &folder,
        r#"
[kinds]
grants = ["client_credentials", "urn:ietf:params:oauth:grant-type:device_code"]
[scopes]
a = "A."
narrow = { text = "Narrow.", kind = "restriction" }
device = { text = "D.", grants = ["urn:ietf:params:oauth:grant-type:device_code"] }
[endpoints]
"GET /a/{id}" = { all = ["a"], under = ["narrow"] }
"PUT /a/{name}" = "a"
"GET /a/{*rest}" = { public = true }
"CONNECT /a" = "a"
"#,
    );
    let run = export("openapi", &manifest, &["--api-version", "1", "--token-url", TOKEN]);
    let wanted = "\
note: OpenAPI 3.1 has no flow for the grant type `urn:ietf:params:oauth:grant-type:device_code`
note: no flow of OpenAPI gives `device`
note: `narrow` narrows what a token allows, and OpenAPI lists it like any other scope
note: `GET /a/{id}` may be called under `narrow`, and OpenAPI cannot say so
note: `PUT /a/{name}` is written `/a/{id}`, as another method of that path is
note: `GET /a/{*rest}` ends in all that follows, and a parameter of OpenAPI is one segment
note: `GET /a/{*rest}` is left out: to OpenAPI it is the same as another `GET /a/{id}`
note: `CONNECT /a` is left out: OpenAPI 3.1 has no operation `CONNECT`
";
    assert_eq!(run.told, wanted);
    let paths = &document(&run)["paths"];
    let security = json!([{ "oauth2": ["a"] }]);
    assert_eq!(paths.as_object().unwrap().len(), 1);
    assert_eq!((&paths["/a/{id}"]["get"]["security"], &paths["/a/{id}"]["put"]["security"]), (&security, &security));
}

#[test]
fn what_openapi_has_no_words_for_is_told_once_a_kind() {
    let run = export("openapi", KONTOR, &["--components-only", "--authorization-url", AUTHORIZE, "--token-url", TOKEN]);
    let wanted = "\
note: OpenAPI has no word for `includes`, which 3 scopes have
note: OpenAPI has no word for `approval`, which 1 scope has
note: OpenAPI has no word for `sensitivity`, which 2 scopes have
note: OpenAPI has no word for `group`, which 7 scopes have
note: OpenAPI has no word for `consent`, which 4 scopes have
note: OpenAPI has no word for `detail`, which 1 scope has
note: OpenAPI has no word for `aliases`, which 1 scope has
note: OpenAPI has no word for `since`, which 1 scope has
note: OpenAPI has no word for `docs`, which 1 scope has
note: OpenAPI has no word for `claims`, which 1 scope has
note: OpenAPI has no word for `requires`, which 1 scope has
note: OpenAPI has no word for `optional`, which 2 scopes have
note: OpenAPI has no word for `bound_to`, which 1 scope has
note: OpenAPI cannot say more than that a scope is deprecated, and 1 scope has more to say
note: OpenAPI has no word for `issues`, which 1 scope has
note: OpenAPI has no word for `client`, which 1 scope has
note: OpenAPI has no place for `[system] audience_uri`, `[system] bound_to`, `[kinds] client`, `[removed]`, `[presets]`, `[text]`
note: `eu-only` narrows what a token allows, and OpenAPI lists it like any other scope
";
    assert_eq!(run.told, wanted);
}

#[test]
fn what_is_in_the_document_is_not_told_to_be_missing() {
    let folder = Folder::new();
    let manifest = manifest(&folder, "[scopes]\na = \"A.\"\nb = { text = \"B.\", deprecated = true }\n");
    let options = ["--components-only", "--grant", "client_credentials", "--token-url", TOKEN];
    let run = export("openapi", &manifest, &options);
    assert_eq!(run.told, "");
}

#[test]
fn a_provider_stands_for_all_flows() {
    let discovery = "https://login.kontor.example/.well-known/openid-configuration";
    let run = export("openapi", KONTOR, &["--oidc-url", discovery, "--components-only"]);
    let wanted = json!({ "securitySchemes": { "oauth2": { "type": "openIdConnect", "openIdConnectUrl": discovery } } });
    assert_eq!(document(&run), wanted);
    assert!(run.told.contains("nothing that the manifest says of them is here"), "{}", run.told);
}

#[test]
fn a_resource_on_this_machine_needs_no_https() {
    let exported = document(&export("protected-resource", KONTOR, &["--resource", "http://localhost:8080/v2"]));
    assert_eq!(exported["resource"], "http://localhost:8080/v2");
}

#[test]
fn a_manifest_whose_audience_is_no_url_says_how_its_resource_is_named() {
    let folder = Folder::new();
    let manifest = manifest(&folder, "audience_uri = \"urn:example:api\"\n[scopes]\na = \"A.\"\n");
    let run = export("protected-resource", &manifest, &[]);
    assert_eq!((run.code, run.printed.as_str()), (2, ""));
    assert!(run.told.contains("`urn:example:api`") && run.told.contains("--resource"), "{}", run.told);
}
