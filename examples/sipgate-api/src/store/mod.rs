//! [`Store`]: the server's data in SQLite.
//!
//! What comes in: where the data live, and work to be done with the connection. What goes out: what the work gives.
//! Each file beside this one holds the statements of one resource. Called by the handlers.

mod account;
mod contacts;
mod devices;
mod groups;
mod history;
mod numbers;
mod open;
mod webhooks;

pub(crate) use self::devices::CallerIdChange;
pub use self::open::OpenError;

use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

/// Where the data live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// In memory: they end with the server.
    Memory,
    /// In this file, which is made if it is not there.
    File(PathBuf),
}

/// The one connection to the data. Handlers wait for it in turn, which is enough for a demonstration.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    connection: Arc<Mutex<Connection>>,
}

impl Store {
    /// Opens the data, and fills them where they are new.
    pub(crate) fn open(data: &Data) -> Result<Self, OpenError> {
        Ok(Self { connection: Arc::new(Mutex::new(open::connection(data)?)) })
    }

    /// Does some work with the connection, on a thread where it may block.
    async fn run<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        let connection = Arc::clone(&self.connection);
        let outcome = tokio::task::spawn_blocking(move || {
            // Work that panicked has left no transaction open: one that is dropped is rolled back.
            work(&mut connection.lock().unwrap_or_else(PoisonError::into_inner))
        });
        match outcome.await {
            Ok(result) => result.map_err(|error| StoreError(error.into())),
            Err(error) => Err(StoreError(error.into())),
        }
    }

    /// Whether the data can be read.
    pub(crate) async fn ping(&self) -> Result<(), StoreError> {
        self.run(|connection| connection.query_row("SELECT 1", [], |_| Ok(()))).await
    }
}

/// The data could not be read or changed. What it was is for the log and not for clients.
#[derive(Debug)]
pub(crate) struct StoreError(Box<dyn Error + Send + Sync>);

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the data cannot be used: {}", self.0)
    }
}

impl Error for StoreError {}
