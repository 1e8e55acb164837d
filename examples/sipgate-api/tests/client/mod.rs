//! A server in the test's own process, and requests to it.

#![allow(dead_code, reason = "each test uses its part")]

use serde_json::Value;
use sipgate_api::{Data, Running, Server};
use tokio::runtime::Runtime;
use ureq::Agent;
use ureq::http::{HeaderMap, Request};

/// A server with data of its own. It ends with the test.
pub(crate) struct Client {
    server: Running,
    agent: Agent,
    /// Dropped last: the server runs on it.
    _runtime: Runtime,
}

/// What the server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Client {
    pub(crate) fn start() -> Self {
        let runtime = Runtime::new().unwrap();
        let server = runtime.block_on(async { Server::bind(0, &Data::Memory).await.unwrap().start() });
        Self { server, agent: Agent::config_builder().http_status_as_error(false).build().into(), _runtime: runtime }
    }

    pub(crate) fn server(&self) -> &Running {
        &self.server
    }

    /// Asks with a token of these scopes.
    pub(crate) fn get(&self, scopes: &str, path: &str) -> Answer {
        self.send(self.request("GET", scopes, path), "")
    }

    /// Sends JSON with a token of these scopes.
    pub(crate) fn json(&self, method: &str, scopes: &str, path: &str, body: &str) -> Answer {
        self.send(self.request(method, scopes, path).header("Content-Type", "application/json"), body)
    }

    /// A request with a token of these scopes.
    pub(crate) fn request(&self, method: &str, scopes: &str, path: &str) -> ureq::http::request::Builder {
        let issuer = self.server.issuer();
        let token = issuer.sign(&issuer.access_token().scope(scopes)).unwrap();
        let uri = format!("{}{path}", self.server.url());
        Request::builder().method(method).uri(uri).header("Authorization", format!("Bearer {token}"))
    }

    pub(crate) fn send(&self, request: ureq::http::request::Builder, body: &str) -> Answer {
        let (head, mut rest) = self.agent.run(request.body(body.to_owned()).unwrap()).unwrap().into_parts();
        Answer { status: head.status.as_u16(), headers: head.headers, body: rest.read_to_string().unwrap() }
    }
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// What a problem says is wrong.
    pub(crate) fn detail(&self) -> String {
        assert_eq!(self.headers["content-type"], "application/problem+json", "{self:?}");
        let problem = self.json();
        assert_eq!(problem["status"], self.status);
        problem["detail"].as_str().unwrap().to_owned()
    }
}
