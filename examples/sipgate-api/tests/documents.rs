//! The public documents: what a client finds out by itself, from the challenge to the token.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod client;

use client::{Answer, Client};
use serde_json::{Value, json};
use ureq::http::Request;

fn open(client: &Client, url: &str) -> Value {
    let answer = client.send(Request::builder().uri(url), "");
    assert_eq!(answer.status, 200, "{url}: {answer:?}");
    answer.json()
}

fn token(client: &Client, endpoint: &str, form: &str) -> Answer {
    let form_type = "application/x-www-form-urlencoded";
    client.send(Request::builder().method("POST").uri(endpoint).header("Content-Type", form_type), form)
}

#[test]
fn the_challenge_leads_to_a_token() {
    let client = Client::start();
    let url = client.server().url();
    let refused = client.send(Request::builder().uri(format!("{url}/balance")), "");
    let challenge = refused.headers["www-authenticate"].to_str().unwrap();
    let parameter = |name: &str| challenge.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap();

    let resource = open(&client, parameter("resource_metadata"));
    assert_eq!(resource["resource"], url);
    assert_eq!(resource["bearer_methods_supported"], json!(["header"]));
    assert_eq!(resource["scopes_supported"].as_array().unwrap().len(), 102);

    let server = resource["authorization_servers"][0].as_str().unwrap();
    let metadata = open(&client, &format!("{server}/.well-known/oauth-authorization-server"));
    assert_eq!(metadata["issuer"], server);
    assert_eq!(open(&client, metadata["jwks_uri"].as_str().unwrap())["keys"][0]["alg"], "RS256");

    let (secret, scope) = (client.server().issuer().client_secret(), parameter("scope"));
    let credentials = format!("client_id=development&client_secret={secret}");
    let form = format!("grant_type=client_credentials&{credentials}&scope={scope}");
    let answer = token(&client, metadata["token_endpoint"].as_str().unwrap(), &form);
    assert_eq!((answer.status, &answer.headers["cache-control"]), (200, &"no-store".parse().unwrap()));
    let bearer = format!("Bearer {}", answer.json()["access_token"].as_str().unwrap());
    let answer = client.send(Request::builder().uri(format!("{url}/balance")).header("Authorization", bearer), "");
    assert_eq!(answer.status, 200, "{answer:?}");
}

#[test]
fn the_token_endpoint_says_what_it_does_not_grant() {
    let client = Client::start();
    let (endpoint, secret) = (client.server().issuer().token_endpoint(), client.server().issuer().client_secret());
    let good = format!("grant_type=client_credentials&client_id=development&client_secret={secret}&scope=openid");
    let cases = [
        (good.replace("scope=openid", "scope=opneid"), 400, "invalid_scope"),
        (good.replace("scope=openid", "scope="), 400, "invalid_scope"),
        (good.replace("client_credentials", "password"), 400, "unsupported_grant_type"),
        (good.replace(secret, "guess"), 401, "invalid_client"),
        (good.replace("development", "other"), 401, "invalid_client"),
        (format!("{good}&scope=balance:read"), 400, "invalid_request"),
        (String::new(), 400, "invalid_request"),
    ];
    assert_eq!(token(&client, &endpoint, &good).status, 200);
    for (form, status, error) in cases {
        let answer = token(&client, &endpoint, &form);
        assert_eq!((answer.status, &answer.json()["error"]), (status, &json!(error)), "{form}");
        assert!(answer.json()["error_description"].is_string());
    }
}

#[test]
fn the_document_describes_every_answer() {
    let client = Client::start();
    let document = open(&client, &format!("{}/openapi.json", client.server().url()));
    let flow = &document["components"]["securitySchemes"]["sipgate"]["flows"]["clientCredentials"];
    assert_eq!(flow["tokenUrl"], client.server().issuer().token_endpoint());
    assert_eq!(flow["scopes"].as_object().unwrap().len(), 102);

    let statuses = |path: &str, method: &str| {
        document["paths"][path][method]["responses"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(statuses("/contacts", "post"), ["201", "400", "401", "403", "408", "413", "415", "422"]);
    assert_eq!(statuses("/contacts/{contact}", "delete"), ["204", "400", "401", "403", "404"]);
    assert_eq!(statuses("/health", "get"), ["200", "503"]);
    assert_eq!(document["paths"]["/health"]["get"]["security"], json!([]));
    assert_eq!(
        document["paths"]["/groups/{group}/users"]["get"]["security"],
        json!([{ "sipgate": ["groups:read", "groups:users:read"] }])
    );
}

#[test]
fn every_reference_of_the_document_leads_somewhere() {
    let client = Client::start();
    let document = open(&client, &format!("{}/openapi.json", client.server().url()));
    let text = document.to_string();
    let references = text.split(r##""$ref":"#"##).skip(1).map(|rest| rest.split('"').next().unwrap());
    let broken: Vec<_> = references.filter(|pointer| document.pointer(pointer).is_none()).collect();
    assert!(broken.is_empty(), "{broken:?}");
}
