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
        ["`GET /books` requires `books:read`, and the document says `books:write`"]
    );
    assert_eq!(
        differs("/books", "get", json!([{ "oauth2": ["books:read"] }, {}])),
        ["`GET /books` requires `books:read`, and the document says no token"]
    );
    assert_eq!(
        differs("/books", "get", json!([{ "oauth2": [] }])),
        ["`GET /books` requires `books:read`, and the document says any token"]
    );
    assert_eq!(
        differs("/loans", "get", json!([{ "oauth2": ["loans:import", "loans:read", "books:read"] }])),
        ["`GET /loans` requires `books:read loans:read` or `loans:import`, \
          and the document says `books:read loans:import loans:read`"]
    );
    assert_eq!(differs("/me", "get", json!([])), ["`GET /me` requires any token, and the document says no token"]);
    assert_eq!(
        differs("/health", "get", json!([{ "oauth2": [] }])),
        ["`GET /health` requires no token, and the document says any token"]
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
    assert_eq!(lines.pop().unwrap(), "`GET /health` requires no token, and the document says `books:read`");
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
        ["the document has `PUT /other`, which is not in [endpoints]", "the document lacks `GET /loans`"]
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

#[test]
fn only_the_scheme_that_gives_scopes_counts() {
    let differs = |security: Value| {
        found(|document| {
            document["components"]["securitySchemes"]["key"] =
                json!({ "type": "apiKey", "in": "header", "name": "X-Key" });
            document["components"]["securitySchemes"]["zweitens"] = json!({ "type": "oauth2", "flows": {} });
            document["paths"]["/books"]["get"]["security"] = security;
        })
    };
    assert_eq!(
        differs(json!([{ "oauth2": ["books:read"], "key": [] }])),
        ["`GET /books` requires `books:read`, and the document says `(key) books:read`"]
    );
    assert_eq!(
        differs(json!([{ "zweitens": ["books:read"] }])),
        ["`GET /books` requires `books:read`, and the document says `(zweitens) (zweitens: books:read)`"]
    );
    assert_eq!(
        differs(json!([{ "nowhere": ["books:read"] }])),
        ["`GET /books` requires `books:read`, and the document says `(nowhere) (nowhere: books:read)`"]
    );
    assert_eq!(differs(json!([{ "oauth2": ["books:read"] }])), [""; 0]);
    let any_token = found(|document| {
        document["components"]["securitySchemes"]["key"] = json!({ "type": "apiKey", "in": "header", "name": "X-Key" });
        document["paths"]["/me"]["get"]["security"] = json!([{ "key": [] }]);
    });
    assert_eq!(any_token, ["`GET /me` requires any token, and the document says `(key)`"]);
}

#[test]
fn what_is_no_operation_is_no_document_of_one() {
    let lines = found(|document| document["paths"]["/health"]["get"] = json!(null));
    assert_eq!(lines, ["the document lacks `GET /health`"]);
    let lines = found(|document| document["paths"]["/health"]["get"] = json!("nonsense"));
    assert_eq!(lines, ["the operation `GET /health` in the document is malformed"]);
    let lines = found(|document| document["paths"]["/health"]["additionalOperations"] = json!([]));
    assert_eq!(lines, ["`/health` has malformed operations"]);
    let lines = found(|document| document["paths"]["/health"]["additionalOperations"]["COPY"] = json!({}));
    assert_eq!(lines, ["the document has `COPY /health`, which is not in [endpoints]"]);
}
