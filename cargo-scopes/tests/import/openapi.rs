//! `cargo scopes import` of OpenAPI documents: what becomes of schemes, flows and operations.

use scopes_manifest::{Access, Axis, Catalog};

use crate::program::{Folder, Run, repository, run};

fn import(name: &str, text: &str) -> Run {
    let folder = Folder::new();
    run(["import", folder.file(name, text).to_str().unwrap()])
}

/// What an endpoint takes, in short.
fn takes(catalog: &Catalog, route: &str) -> Option<String> {
    let endpoint = catalog.endpoints().iter().find(|endpoint| endpoint.route() == route)?;
    Some(match endpoint.access() {
        Access::Public => "public".to_owned(),
        Access::Authenticated { .. } => "authenticated".to_owned(),
        Access::Scopes(needs) => {
            let names = |ids: &Vec<_>| ids.iter().map(|id| catalog.scope(*id).name()).collect::<Vec<_>>().join("+");
            needs.alternatives().iter().map(names).collect::<Vec<_>>().join("|")
        }
    })
}

#[test]
fn schemes_become_scopes_and_operations_endpoints() {
    let imported = run(["import", repository("cargo-scopes/tests/documents/petstore.yaml").to_str().unwrap()]);
    let catalog = Catalog::parse(&imported.printed).unwrap();
    assert_eq!(catalog.name(), "pet-store");
    let scopes: Vec<_> = catalog.scopes().iter().map(|scope| (scope.name(), scope.text())).collect();
    let expected =
        [("pets:read", "Read pets."), ("pets:write", "Add and change pets."), ("stock:read", "Read the stock.")];
    assert_eq!(scopes, expected);
    assert_eq!(catalog.kinds(Axis::Grants).unwrap(), ["authorization_code", "client_credentials"]);
    let grants = |name| catalog.find(name).unwrap().allowed(Axis::Grants).map(<[String]>::to_vec);
    assert_eq!(grants("pets:read"), None);
    assert_eq!(grants("pets:write").unwrap(), ["authorization_code"]);
    assert_eq!(grants("stock:read").unwrap(), ["client_credentials"]);

    for (route, expected) in [
        ("GET /pets", Some("pets:read")),
        ("POST /pets", Some("pets:write+pets:read")),
        ("PUT /pets/{id}", None),
        ("DELETE /pets/{id}", None),
        ("GET /stock", Some("stock:read|pets:read")),
        ("GET /me", Some("authenticated")),
        ("GET /health", Some("public")),
        ("GET /logo", Some("public")),
    ] {
        assert_eq!(takes(&catalog, route).as_deref(), expected, "{route}");
    }
}

#[test]
fn what_a_manifest_cannot_say_is_told_with_its_line() {
    let imported = run(["import", repository("cargo-scopes/tests/documents/petstore.yaml").to_str().unwrap()]);
    assert_eq!(imported.code, 1);
    for sentence in [
        "petstore.yaml:25: the scheme `key` is of the type `apiKey`, which knows no scopes\n",
        "petstore.yaml:30: `POST /pets`: the scheme `key` (`apiKey`) requires something else than scopes; \
         that alternative is left out\n",
        "petstore.yaml:35: `PUT /pets/{id}`: the scheme `key` (`apiKey`) requires something else than scopes; it is left out\n",
        "petstore.yaml:37: `DELETE /pets/{id}`: no flow of `store` declares `pets:remove`; it is left out\n",
        "petstore.yaml:49: `GET /logo` is public: one of its alternatives is `{}`, which takes no token\n",
        "3 scopes, 6 endpoints; 3 lines could not be read\n",
    ] {
        assert!(imported.told.contains(sentence), "{sentence}{}", imported.told);
    }
}

#[test]
fn an_operation_that_says_nothing_of_security_is_never_public() {
    let imported = import(
        "a.yaml",
        "openapi: 3.0.3\ninfo: {title: a}\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {implicit: {scopes: {a: A.}}}}}}\npaths:\n  /a:\n    get: {}\n",
    );
    assert_eq!(imported.code, 1);
    assert!(!imported.printed.contains("[endpoints]"), "{}", imported.printed);
    assert!(imported.told.contains("a.yaml:6: `GET /a` is left out: neither"), "{}", imported.told);
}

#[test]
fn a_path_that_can_be_no_route_is_told_and_so_is_one_that_stands_twice() {
    let imported = import(
        "a.yaml",
        "openapi: 3.0.3\nsecurity: []\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {implicit: {scopes: {a: A.}}}}}}\n\
         paths:\n  /a/{x}: {get: {}}\n  /b/{x y}: {get: {}}\n  /a/{y}:\n    get: {}\n    put: {}\n",
    );
    assert_eq!(imported.code, 1);
    let catalog = Catalog::parse(&imported.printed).unwrap();
    let routes: Vec<_> = catalog.endpoints().iter().map(scopes_manifest::Endpoint::route).collect();
    assert_eq!(routes, ["GET /a/{x}", "PUT /a/{y}"]);
    for sentence in [
        "a.yaml:6: `GET /b/{x y}` is left out: `{x y}` is no segment of a path\n",
        "a.yaml:8: `GET /a/{y}` is the same route as `GET /a/{x}` of line 5, and takes the same\n",
    ] {
        assert!(imported.told.contains(sentence), "{sentence}{}", imported.told);
    }
}

#[test]
fn json_and_yaml_of_one_document_give_one_manifest() {
    let yaml = "openapi: 3.1.0\ninfo: {title: a}\nsecurity: [{o: [b]}]\ncomponents:\n  securitySchemes:\n    o: {type: oauth2, flows: {password: {scopes: {b: \"\\u00e9\"}}}}\npaths: {/a: {get: {}}}\n";
    let json = r#"{"openapi": "3.1.0", "info": {"title": "a"}, "security": [{"o": ["b"]}],
        "components": {"securitySchemes": {"o": {"type": "oauth2", "flows": {"password": {"scopes": {"b": "\u00e9"}}}}}},
        "paths": {"/a": {"get": {}}}}"#;
    let [yaml, json] = [import("a.yaml", yaml), import("a.json", json)];
    assert_eq!((yaml.code, json.code), (0, 0), "{}{}", yaml.told, json.told);
    assert_eq!(yaml.printed, json.printed);
    assert!(yaml.printed.contains("\"b\" = \"é\"") && yaml.printed.contains("\"GET /a\" = \"b\""), "{}", yaml.printed);
}

#[test]
fn scopes_of_an_openid_provider_are_those_that_are_required() {
    let imported = import(
        "a.yaml",
        "openapi: 3.0.3\ncomponents: {securitySchemes: {o: {type: openIdConnect}}}\npaths:\n  /a: {get: {security: [{o: [openid]}]}}\n",
    );
    assert_eq!(imported.code, 1);
    assert!(imported.printed.contains("\"GET /a\" = \"openid\""), "{}", imported.printed);
    assert!(imported.told.contains("a.yaml:4: `openid` has no description"), "{}", imported.told);
}

#[test]
fn other_versions_are_refused_by_their_names() {
    let swagger = import("a.yaml", "swagger: '2.0'\npaths: {}\n");
    assert_eq!(swagger.code, 2);
    assert!(swagger.told.contains("a.yaml:1:1: this is Swagger 2.0"), "{}", swagger.told);
    let four = import("a.json", r#"{"openapi": "4.0.0"}"#);
    assert!(four.told.contains("`openapi` is the text `4.0.0`, and only 3.x is known"), "{}", four.told);
}

/// A document with two schemes of two servers; what follows is `paths` and more.
fn two_servers(rest: &str) -> Run {
    let scheme = |text: &str| format!("{{type: oauth2, flows: {{password: {{scopes: {{read: {text}}}}}}}}}");
    let head = "openapi: 3.1.0\ninfo: {title: a}\ncomponents:\n  securitySchemes:\n";
    import("a.yaml", &format!("{head}    A: {}\n    B: {}\n{rest}", scheme("Read."), scheme("Read.")))
}

#[test]
fn tokens_of_two_servers_at_once_are_told_and_never_one_scope() {
    let imported = two_servers(
        "paths:\n  /both: {get: {security: [{A: [read], B: [read]}]}}\n  /any: {get: {security: [{A: [read], B: []}, {B: [read]}]}}\n",
    );
    assert_eq!(imported.code, 1);
    let catalog = Catalog::parse(&imported.printed).unwrap();
    assert_eq!(takes(&catalog, "GET /both"), None);
    assert_eq!(takes(&catalog, "GET /any").as_deref(), Some("read"));
    for sentence in [
        "a.yaml:6: `read` of the scheme `B` is declared by `A`, too, and becomes one scope\n",
        "a.yaml:8: `GET /both`: it takes a token of `A` and another of `B`; it is left out\n",
        "a.yaml:9: `GET /any`: it takes a token of `A` and another of `B`; that alternative is left out\n",
    ] {
        assert!(imported.told.contains(sentence), "{sentence}{}", imported.told);
    }
}

#[test]
fn a_scope_of_two_schemes_with_two_texts_is_told() {
    let imported = import(
        "a.yaml",
        "openapi: 3.1.0\ncomponents:\n  securitySchemes:\n    A: {type: oauth2, flows: {password: {scopes: {read: Read.}}}}\n    \
         B: {type: oauth2, flows: {password: {scopes: {read: Other.}}}}\n",
    );
    assert_eq!(imported.code, 1);
    assert!(imported.told.contains("a.yaml:5: `read` has another text in line 4, which is kept"), "{}", imported.told);
}

#[test]
fn what_stands_beside_the_operations_is_told() {
    let imported = import(
        "a.yaml",
        "openapi: 3.1.0\nsecurity: [{o: [a]}]\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {implicit: {scopes: {a: A.}}}}}}\n\
         servers:\n  - url: https://a.example.com/\n  - url: https://{host}/{version}/base\nwebhooks: {}\npaths:\n  /a:\n    summary: A.\n    \
         servers: [{url: /b}]\n    x-own: {security: []}\n    get:\n      callbacks: {}\n      servers: []\n    GET: {security: [{o: [a]}]}\n    \
         fetch: {security: [{o: [a]}]}\n  /b:\n    security: [{o: [b]}]\n    get: {}\n    put: {security: [{o: [a]}]}\n",
    );
    assert_eq!(imported.code, 1);
    let told: Vec<&str> =
        imported.told.lines().filter_map(|line| line.split_once("a.yaml:")).map(|(_, note)| note).collect();
    assert_eq!(
        told,
        [
            "6: the endpoints are written without `/{version}/base`, which this server puts before them",
            "7: `webhooks` are not endpoints: it is the API that calls them",
            "11: `/a` has `servers` of its own, which an endpoint does not tell",
            "14: the `callbacks` of `GET /a` are not endpoints: it is the API that calls them",
            "15: `GET /a` has `servers` of its own, which an endpoint does not tell",
            "16: `GET` of `/a` is left out: OpenAPI writes methods in lower case",
            "17: `fetch` of `/a` is nothing that a path has in OpenAPI",
            "19: `security` of `/b` is nothing that a path has in OpenAPI",
            "20: `GET /b` is left out: its path has `security`, which OpenAPI knows of operations alone",
        ]
    );
    let catalog = Catalog::parse(&imported.printed).unwrap();
    assert_eq!(takes(&catalog, "GET /a").as_deref(), Some("a"));
    assert_eq!(takes(&catalog, "GET /b"), None);
    assert_eq!(takes(&catalog, "PUT /b").as_deref(), Some("a"));
}

#[test]
fn a_route_that_takes_two_different_things_is_left_out() {
    let imported = import(
        "a.yaml",
        "openapi: 3.0.3\nsecurity: [{o: [a]}]\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {implicit: {scopes: {a: A.}}}}}}\n\
         paths:\n  /a/{x}: {get: {security: []}, put: {}}\n  /a/{y}: {get: {}, put: {}}\n  /a/{z}: {get: {security: []}}\n",
    );
    assert_eq!(imported.code, 1);
    let catalog = Catalog::parse(&imported.printed).unwrap();
    assert_eq!(catalog.endpoints().iter().map(scopes_manifest::Endpoint::route).collect::<Vec<_>>(), ["PUT /a/{x}"]);
    for sentence in [
        "a.yaml:5: `GET /a/{x}` is left out: line 6 says of the same route that it takes something else\n",
        "a.yaml:6: `GET /a/{y}` is left out: line 5 says of the same route that it takes something else\n",
    ] {
        assert!(imported.told.contains(sentence), "{sentence}{}", imported.told);
    }
}

#[test]
fn what_is_of_another_type_or_name_than_openapi_has_is_lost() {
    let head =
        "openapi: 3.0.3\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {implicit: {scopes: {a: A.}}}}}}\n";
    for (rest, sentence) in [
        ("paths: []\n", "a.yaml:3: `paths` is a list, which says nothing there\n"),
        ("Paths: {}\n", "a.yaml:3: `Paths` is nothing that a document has in OpenAPI\n"),
        ("security: 1\n", "a.yaml:3: `security` is `1`, which says nothing there\n"),
        ("security: []\npaths: {/a: {get: {$ref: b.yaml}}}\n", "a.yaml:4: `GET /a` is left out: it is a reference"),
    ] {
        let imported = import("a.yaml", &format!("{head}{rest}"));
        assert_eq!(imported.code, 1, "{rest}");
        assert!(
            imported.told.contains(sentence) && !imported.printed.contains("public"),
            "{sentence}{}",
            imported.told
        );
    }
    let imported = import("a.yaml", "openapi: 3.0.3\ncomponents: {securitySchemes: 1}\n");
    assert!(imported.told.contains("a.yaml:2: `securitySchemes` is `1`, which says nothing"), "{}", imported.told);
}
