//! [`StartError`]: why the server does not start, and how to mend it.

use std::error::Error;
use std::fmt;
use std::io;
use std::net::SocketAddr;

use scopes_runtime::{InvalidResource, InvalidSchemeName, NotQuotable};

use crate::issuer::IssuerError;
use crate::store::OpenError;
use crate::token::InvalidKeys;

/// Why the server does not start.
#[derive(Debug)]
pub struct StartError(Reason);

#[derive(Debug)]
enum Reason {
    Port {
        address: SocketAddr,
        source: io::Error,
    },
    Data(OpenError),
    Issuer(IssuerError),
    /// A fault of the program: its own URL does not do.
    Assembly(Box<dyn Error + Send + Sync>),
}

impl StartError {
    pub(super) fn port(address: SocketAddr, source: io::Error) -> Self {
        Self(Reason::Port { address, source })
    }

    pub(super) fn assembly(error: impl Error + Send + Sync + 'static) -> Self {
        Self(Reason::Assembly(Box::new(error)))
    }
}

impl From<OpenError> for StartError {
    fn from(error: OpenError) -> Self {
        Self(Reason::Data(error))
    }
}

impl From<IssuerError> for StartError {
    fn from(error: IssuerError) -> Self {
        Self(Reason::Issuer(error))
    }
}

impl From<InvalidKeys> for StartError {
    fn from(error: InvalidKeys) -> Self {
        Self::assembly(error)
    }
}

impl From<InvalidResource> for StartError {
    fn from(error: InvalidResource) -> Self {
        Self::assembly(error)
    }
}

impl From<InvalidSchemeName> for StartError {
    fn from(error: InvalidSchemeName) -> Self {
        Self::assembly(error)
    }
}

impl From<NotQuotable> for StartError {
    fn from(error: NotQuotable) -> Self {
        Self::assembly(error)
    }
}

impl From<serde_json::Error> for StartError {
    fn from(error: serde_json::Error) -> Self {
        Self::assembly(error)
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Port { address, source } if source.kind() == io::ErrorKind::AddrInUse => {
                write!(formatter, "{address} is taken: end the program that listens there, or choose another port ")?;
                formatter.write_str("with `--port`; `--port 0` takes any that is free")
            }
            Reason::Port { address, source } => {
                write!(formatter, "{address} cannot be used: {source}; choose another port with `--port`")
            }
            Reason::Data(error) => error.fmt(formatter),
            Reason::Issuer(error) => write!(formatter, "the development issuer cannot start: {error}"),
            Reason::Assembly(error) => write!(formatter, "the server cannot be put together: {error}"),
        }
    }
}

impl Error for StartError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.0 {
            Reason::Port { source, .. } => Some(source),
            Reason::Data(error) => Some(error),
            Reason::Issuer(error) => Some(error),
            Reason::Assembly(error) => Some(&**error),
        }
    }
}
