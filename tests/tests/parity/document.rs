//! What a document says, against what is enforced.

use scopes_runtime::{Disparity, Parity};
use serde_json::{Value, json};

use super::{Library, document, router};

/// What is found where the document is changed.
fn found(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut document = document();
    change(&mut document);
    let disparities = Parity::<Library>::of(&router()).document(&document).disparities();
    disparities.iter().map(ToString::to_string).collect()
}

#[test]
fn a_document_that_differs_is_found() {
    let differs = |path: &str, method: &str, security: Value| {
        found(|document| {
            document["paths"][path][method]["security"] = security;
        })
    };
    assert_eq!(
        differs("/books", "get", json!([{ "oauth2": ["books:write"] }])),
        ["`GET /books` requires `books:read`, and the document says `books:write`: let `OAuth2` write its `security`"]
    );
    assert_eq!(
        differs("/books", "get", json!([{ "oauth2": ["books:read"] }, {}])),
        ["`GET /books` requires `books:read`, and the document says no token: let `OAuth2` write its `security`"]
    );
    assert_eq!(
        differs("/books", "get", json!([{ "oauth2": [] }])),
        ["`GET /books` requires `books:read`, and the document says any token: let `OAuth2` write its `security`"]
    );
    assert_eq!(
        differs("/loans", "get", json!([{ "oauth2": ["loans:import", "loans:read", "books:read"] }])),
        ["`GET /loans` requires `books:read loans:read` or `loans:import`, \
          and the document says `books:read loans:import loans:read`: let `OAuth2` write its `security`"]
    );
    assert_eq!(
        differs("/me", "get", json!([])),
        ["`GET /me` requires any token, and the document says no token: let `OAuth2` write its `security`"]
    );
    assert_eq!(
        differs("/health", "get", json!([{ "oauth2": [] }])),
        ["`GET /health` requires no token, and the document says any token: let `OAuth2` write its `security`"]
    );
    let order = json!([{ "oauth2": ["books:read", "loans:read"] }, { "oauth2": ["loans:import"] }]);
    assert_eq!(differs("/loans", "get", order), [""; 0], "neither order makes a difference");
}

#[test]
fn the_security_of_the_whole_document_holds_where_an_operation_says_nothing() {
    let mut lines = found(|document| {
        document["security"] = json!([{ "oauth2": ["books:read"] }]);
        for path in ["/books", "/health"] {
            document["paths"][path]["get"].as_object_mut().unwrap().remove("security");
        }
    });
    assert_eq!(
        lines.pop().unwrap(),
        "`GET /health` requires no token, and the document says `books:read`: let `OAuth2` write its `security`"
    );
    assert_eq!(lines, [""; 0]);
}

#[test]
fn an_operation_that_only_one_has_is_found() {
    let lines = found(|document| {
        document["paths"].as_object_mut().unwrap().remove("/loans");
        document["paths"]["/other"]["put"] = json!({});
        document["paths"]["/other"]["parameters"] = json!([]);
    });
    assert_eq!(
        lines,
        [
            "the document has `PUT /other`, which is not in [endpoints]: list it there or remove it here",
            "the document lacks `GET /loans`: document it there"
        ]
    );
}

#[test]
fn a_document_that_is_none_is_a_disparity() {
    for (document, expected) in [
        (json!(null), "the document is no object"),
        (json!({ "paths": [] }), "the document's `paths` is no object"),
        (
            json!({ "paths": { "/books": { "get": { "security": {} } } } }),
            "`security` of `GET /books` in the document is malformed",
        ),
        (
            json!({ "paths": { "/books": { "get": { "security": [{ "a": [1] }] } } } }),
            "`security` of `GET /books` in the document is malformed",
        ),
        (
            json!({ "paths": { "/books": { "$ref": "x" } } }),
            "`/books` in the document is a reference, which is not followed",
        ),
    ] {
        let disparities = Parity::<Library>::of(&router()).document(&document).disparities();
        assert_eq!(disparities, [Disparity::Unreadable(expected.to_owned())]);
    }
}

/// An API key, in the schemes of a document.
fn key() -> Value {
    json!({ "type": "apiKey", "in": "header", "name": "X-Key" })
}

#[test]
fn only_the_scheme_that_gives_scopes_counts() {
    let differs = |security: Value| {
        found(|document| {
            document["components"]["securitySchemes"]["key"] = key();
            document["paths"]["/books"]["get"]["security"] = security;
        })
    };
    let says = |what: &str| {
        [format!("`GET /books` requires `books:read`, and the document says {what}: let `OAuth2` write its `security`")]
    };
    assert_eq!(differs(json!([{ "oauth2": ["books:read"], "key": [] }])), says("`(key) books:read`"));
    assert_eq!(differs(json!([{ "nowhere": ["books:read"] }])), says("`(nowhere) (nowhere: books:read)`"));
    assert_eq!(differs(json!([{ "key": [] }])), says("`(key)`"));
    assert_eq!(differs(json!([{ "oauth2": ["books:read"] }])), [""; 0]);
    let any_token = found(|document| {
        document["components"]["securitySchemes"]["key"] = key();
        document["paths"]["/me"]["get"]["security"] = json!([{ "key": [] }]);
    });
    assert_eq!(
        any_token,
        ["`GET /me` requires any token, and the document says `(key)`: let `OAuth2` write its `security`"]
    );
}

#[test]
fn of_several_schemes_that_give_scopes_one_is_named() {
    let mut document = document();
    document["components"]["securitySchemes"]["admin"] = json!({ "type": "http", "scheme": "Bearer" });
    let parity = || Parity::<Library>::of(&router());
    assert_eq!(
        parity().document(&document).disparities(),
        [Disparity::Unreadable(
            "the document has several security schemes that give scopes (`admin`, `oauth2`): name one in \
             `document_with_scheme`"
                .to_owned()
        )]
    );
    parity().document_with_scheme(&document, "oauth2").assert();
    assert_eq!(parity().document_with_scheme(&document, "admin").disparities().len(), 7);
}

#[test]
fn what_is_no_operation_is_no_document_of_one() {
    let lines = found(|document| document["paths"]["/health"]["get"] = json!(null));
    assert_eq!(lines, ["the document lacks `GET /health`: document it there"]);
    let lines = found(|document| document["paths"]["/health"]["get"] = json!("nonsense"));
    assert_eq!(lines, ["the operation `GET /health` in the document is malformed"]);
    let lines = found(|document| document["paths"]["/health"]["additionalOperations"] = json!([]));
    assert_eq!(lines, ["the operations of `/health` in the document are malformed"]);
    let lines = found(|document| document["paths"]["/health"]["additionalOperations"]["COPY"] = json!({}));
    assert_eq!(
        lines,
        ["the document has `COPY /health`, which is not in [endpoints]: list it there or remove it here"]
    );
}
