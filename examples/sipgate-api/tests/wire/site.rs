//! A server in the test's own process, on a port of its own.

use std::net::SocketAddr;
use std::path::PathBuf;

use axum::Router;
use serde_json::Value;
use sipgate_api::issuer::{AccessToken, Issuer};
use sipgate_api::{Data, Running, Server};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use super::{Answer, Connection, request};

/// A running server. It ends with the test.
#[derive(Debug)]
pub(crate) struct Site {
    server: Running,
    /// Where the data live, if in a file.
    file: Option<PathBuf>,
    /// Dropped last: the server runs on it.
    runtime: Runtime,
}

impl Site {
    /// With data in memory.
    pub(crate) fn start() -> Self {
        Self::with(&Data::Memory, None)
    }

    /// With data in a new file, so that a test can look at them from outside.
    pub(crate) fn with_file(name: &str) -> (Self, PathBuf) {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", std::process::id()));
        let _ = std::fs::remove_file(&path);
        (Self::with(&Data::File(path.clone()), Some(path.clone())), path)
    }

    fn with(data: &Data, file: Option<PathBuf>) -> Self {
        let runtime = Runtime::new().unwrap();
        let server = runtime.block_on(async { Server::bind(0, data).await.unwrap().start() });
        Self { server, file, runtime }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.server.address()
    }

    pub(crate) fn url(&self) -> &str {
        self.server.url()
    }

    pub(crate) fn issuer(&self) -> &Issuer {
        self.server.issuer()
    }

    pub(crate) fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    pub(crate) fn connect(&self) -> Connection {
        Connection::open(self.address())
    }

    /// Asks over a connection of its own.
    pub(crate) fn ask(&self, request: &[u8]) -> Answer {
        self.connect().ask(request)
    }

    /// A document that is open to all, by its path or its URL.
    pub(crate) fn document(&self, place: &str) -> Value {
        let path = place.strip_prefix(self.url()).unwrap_or(place);
        let answer = self.ask(&request("GET", path, &[], None));
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")), "{answer:?}");
        answer.json()
    }

    /// `Authorization` with a token of these scopes.
    pub(crate) fn bearer(&self, scopes: &str) -> String {
        self.sign(&self.issuer().access_token().scope(scopes))
    }

    /// `Authorization` with this token.
    pub(crate) fn sign(&self, token: &AccessToken) -> String {
        format!("Bearer {}", self.issuer().sign(token).unwrap())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            let _ = std::fs::remove_file(file);
        }
    }
}

/// A router of the test's own on a port, for what the server cannot show.
#[derive(Debug)]
pub(crate) struct Stub {
    address: SocketAddr,
    /// The router is served on it.
    _runtime: Runtime,
}

impl Stub {
    pub(crate) fn start(router: Router) -> Self {
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        runtime.spawn(async { axum::serve(listener, router).await });
        Self { address, _runtime: runtime }
    }

    pub(crate) fn connect(&self) -> Connection {
        Connection::open(self.address)
    }

    pub(crate) fn ask(&self, request: &[u8]) -> Answer {
        self.connect().ask(request)
    }
}
