//! The OpenAPI document as the server gives it: valid by the schema of the OpenAPI Initiative itself, and true to the
//! manifest.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects by failing")]

mod catalogue;
mod wire;

use std::collections::BTreeSet;

use catalogue::{Access, Catalogue};
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};
use wire::Site;

/// A schema of the OpenAPI Initiative, with the `$id` under which it is published.
fn schema(id: &str, text: &str) -> Value {
    let schema: Value = serde_json::from_str(text).unwrap();
    assert_eq!(schema["$id"], format!("https://spec.openapis.org/oas/3.1/{id}"));
    schema
}

/// Gives a validator of OpenAPI 3.1 documents and of all schemas in them.
fn with_validator<T>(work: impl FnOnce(&Validator) -> T) -> T {
    let base = schema("schema-base/2025-11-23", include_str!("openapi/schema-base.json"));
    let others = [
        schema("schema/2025-11-23", include_str!("openapi/schema.json")),
        schema("dialect/2024-11-10", include_str!("openapi/dialect.json")),
        schema("meta/2024-11-10", include_str!("openapi/meta.json")),
    ];
    let mut registry = Registry::new();
    for other in &others {
        registry = registry.add(other["$id"].as_str().unwrap(), other).unwrap();
    }
    let registry = registry.prepare().unwrap();
    let options = jsonschema::options().should_validate_formats(true);
    work(&options.with_registry(&registry).build(&base).unwrap())
}

#[test]
fn the_document_is_valid_by_the_initiatives_own_schema() {
    let document = Site::start().document("/openapi.json");
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."), "{}", document["openapi"]);
    with_validator(|validator| {
        let faults: Vec<_> =
            validator.iter_errors(&document).map(|fault| format!("{}: {fault:.300}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    });
}

#[test]
fn a_broken_document_is_refused() {
    const CONTACTS: &str = "/paths/~1contacts/post";
    let document = Site::start().document("/openapi.json");
    // A place, and what stands there instead; null for nothing.
    let faults = [
        ("/openapi", json!("3.0.3")),
        ("/info", Value::Null),
        ("/info/title", Value::Null),
        ("/info/titel", json!("sipgate")),
        ("/jsonSchemaDialect", json!("https://json-schema.org/draft/2020-12/schema")),
        ("/paths", json!([])),
        ("/paths/contacts", json!({})),
        ("/paths/~1contacts/fetch", json!({})),
        ("/paths/~1contacts/post/responses", json!({ "20": { "description": "" } })),
        ("/paths/~1contacts/post/responses/201/description", Value::Null),
        ("/paths/~1contacts/post/security", json!([{ "sipgate": "contacts:write" }])),
        ("/paths/~1contacts/post/requestBody/content", Value::Null),
        ("/paths/~1contacts/get/parameters/0/in", json!("body")),
        ("/paths/~1contacts~1{contact}/delete/parameters/0/required", json!(false)),
        ("/components/securitySchemes/sipgate/type", json!("oauth3")),
        ("/components/securitySchemes/sipgate/flows", Value::Null),
        ("/components/securitySchemes/sipgate/flows/clientCredentials/tokenUrl", Value::Null),
        ("/components/securitySchemes/sipgate/flows/clientCredentials/scopes", Value::Null),
        // Of the dialect, which only `schema-base` looks at.
        ("/components/schemas/NewContact/type", json!("text")),
        ("/components/schemas/NewContact/required", json!("name")),
        ("/components/schemas/NewContact/properties/name/maxLength", json!(-1)),
    ];
    assert!(document.pointer(CONTACTS).is_some());
    with_validator(|validator| {
        for (place, value) in faults {
            let broken = with(document.clone(), place, value.clone());
            assert_ne!(broken, document, "{place}");
            assert!(!validator.is_valid(&broken), "{place}: {value} is let through");
        }
    });
}

/// The document with another value in this place, whose parent is there.
fn with(mut document: Value, place: &str, value: Value) -> Value {
    let (parent, key) = place.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("{place}")).as_object_mut().unwrap();
    let key = key.replace("~1", "/");
    match value {
        Value::Null => drop(parent.remove(&key)),
        value => drop(parent.insert(key, value)),
    }
    document
}

#[test]
fn the_document_says_of_every_operation_what_the_manifest_does() {
    let (document, catalogue) = (Site::start().document("/openapi.json"), Catalogue::sipgate());
    let mut documented = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let method = method.to_uppercase();
            let security = match catalogue.access(&method, path) {
                Access::Public => json!([]),
                Access::Authenticated { .. } => json!([{ "sipgate": [] }]),
                Access::Scopes { alternatives, .. } => {
                    alternatives.iter().map(|alternative| json!({ "sipgate": alternative })).collect()
                }
            };
            assert_eq!(operation["security"], security, "{method} {path}");
            documented.insert((method, path.clone()));
        }
    }
    let listed = catalogue.endpoints().map(|(method, path)| (method.to_owned(), path.to_owned()));
    assert_eq!(documented, listed.collect());
    let flow = &document["components"]["securitySchemes"]["sipgate"]["flows"]["clientCredentials"];
    let scopes = flow["scopes"].as_object().unwrap();
    assert_eq!(scopes.keys().collect::<BTreeSet<_>>(), catalogue.names.iter().collect());
    assert!(scopes.values().all(|text| text.as_str().is_some_and(|text| !text.is_empty())));
}
