//! [`Server`]: everything put together, on a port.
//!
//! What comes in: a port and where the data live. What goes out: a server that is bound, which can print its address
//! before it runs, until it is told to stop. Called by `main.rs` and by tests.

mod error;
mod openapi;
mod router;
mod stop;

pub use self::error::StartError;
pub use self::stop::stop_signal;

use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::issuer::Issuer;
use crate::store::{Data, Store};

/// A server that has its port and does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    url: String,
    issuer: Arc<Issuer>,
    router: Router,
}

impl Server {
    /// Takes a port of 127.0.0.1, 0 for any that is free, opens the data, and makes the issuer and its key. No other
    /// machine can reach it: the issuer is not made for that.
    ///
    /// # Errors
    /// A port that is taken, or data that cannot be opened.
    pub async fn bind(port: u16, data: &Data) -> Result<Self, StartError> {
        let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let listener = TcpListener::bind(wanted).await.map_err(|source| StartError::port(wanted, source))?;
        let address = listener.local_addr().map_err(|source| StartError::port(wanted, source))?;
        let url = format!("http://{address}");
        let (store, issuer) = prepare(data.clone(), url.clone()).await?;
        let issuer = Arc::new(issuer);
        let router = router::assemble(&url, store, &issuer)?;
        Ok(Self { listener, address, url, issuer, router })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its URL without a slash at the end: also its identifier as a resource, and its issuer's.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The development issuer whose tokens it accepts.
    #[must_use]
    pub fn issuer(&self) -> &Issuer {
        &self.issuer
    }

    /// Answers requests until `stop` is there; then those under way may end.
    ///
    /// # Errors
    /// Where it cannot go on.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
        stop::serve(self.listener, self.router, stop).await
    }

    /// Answers requests in the background.
    #[must_use = "it stops when this is dropped"]
    pub fn start(self) -> Running {
        let (stop, stopped) = oneshot::channel();
        let (address, url, issuer) = (self.address, self.url.clone(), Arc::clone(&self.issuer));
        let task = tokio::spawn(self.run(async {
            // Dropped without a word means the same.
            let _ = stopped.await;
        }));
        Running { address, url, issuer, stop, task }
    }
}

/// What takes time and may block: opening the data and making the issuer's key.
async fn prepare(data: Data, url: String) -> Result<(Store, Issuer), StartError> {
    let work = move || Ok((Store::open(&data)?, Issuer::generate(url.clone(), url)?));
    tokio::task::spawn_blocking(work).await.map_err(StartError::assembly)?
}

/// A server that answers in the background. It stops when this is dropped.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    url: String,
    issuer: Arc<Issuer>,
    stop: oneshot::Sender<()>,
    task: JoinHandle<io::Result<()>>,
}

impl Running {
    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its URL without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The development issuer whose tokens it accepts.
    #[must_use]
    pub fn issuer(&self) -> &Issuer {
        &self.issuer
    }

    /// Tells it to stop, and waits until it has.
    ///
    /// # Errors
    /// Where it could not go on before.
    pub async fn stop(self) -> io::Result<()> {
        let Self { stop, task, .. } = self;
        drop(stop);
        task.await.map_err(io::Error::other)?
    }
}
