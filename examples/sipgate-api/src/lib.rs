//! A server with sipgate's endpoints, written to show how scopes from a manifest protect a real program: every handler
//! takes the proof that its scopes were checked, and the whole router is enforced by the manifest's `[endpoints]`.
//!
//! It is a demonstration. Nothing is sent or called, and the tokens come from an issuer that serves development only.
//! `main.rs` runs it; tests start it in their own process:
//!
//! ```
//! use sipgate_api::{Data, Server};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = Server::bind(0, &Data::Memory).await?.start();
//! let token = server.issuer().sign(&server.issuer().access_token().scope("contacts:read"))?;
//! assert!(server.url().starts_with("http://127.0.0.1:"));
//! assert_eq!(token.split('.').count(), 3);
//! server.stop().await?;
//! # Ok(())
//! # }
//! ```

mod api;
pub mod explain;
pub mod issuer;
pub mod logging;
mod model;
mod server;
mod store;
pub mod token;
mod well_known;

pub use self::server::{Running, Server, StartError, stop_signal};
pub use self::store::{Data, OpenError};

use scopes_runtime::Scopes;

/// Everything that a sipgate token may do.
#[derive(Clone, Copy, Debug, Scopes)]
#[scopes(manifest = "../../scopes.toml")]
pub struct Sipgate;
