//! Typed OAuth scopes from a manifest: what `scopes.toml` declares, the compiler checks.
//!
//! This crate holds what acts on scopes: sets, strict parsing, requirements, grants and permits. The derives, which
//! read the manifest and generate the data, are re-exported from `scopes-macros`.
//!
//! ```
//! # use scopes_demo::{Demo, Scope};
//! // In the crate of the scopes: #[derive(Scopes)] #[scopes(manifest = "scopes.toml")] pub struct Demo;
//! use scopes_runtime::{Granted, Permit, Requires};
//!
//! #[derive(Requires)]
//! #[requires(Demo: "contacts:read")]
//! struct ListContacts;
//!
//! fn list_contacts(_: Permit<ListContacts>) {} // cannot be reached without a check
//!
//! let granted = Granted::<Scope>::parse("contacts:write")?; // what the token carries
//! match granted.authorize::<ListContacts>() {
//!     Ok(permit) => list_contacts(permit), // contacts:write includes contacts:read
//!     Err(denied) => println!("{denied}"),
//! }
//! # Ok::<(), scopes_runtime::ParseError>(())
//! ```
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `macros` (default) | the derives `Scopes` and `Requires` |
//! | `alloc` | conversions of sets into `Vec` and `String`, and `ResourceGrants` |
//! | `std` | `alloc`, and serde with its standard library |
//! | `serde` | scopes and sets as their wire form, and `Granted` from a token's claim; with `alloc`, the security scheme of an `OpenAPI` document and the metadata of a protected resource |
//! | `http` | bearer tokens and challenges (RFC 6750) |
//! | `tower` | layers that authenticate and that enforce a requirement |
//! | `axum` | extractors, the layer that enforces `[endpoints]`, and the parity test |
//! | `utoipa` | the security scheme and the requirements in a document that `utoipa` makes |
//!
//! Without features the crate is `no_std`, allocates nothing and depends only on its own `scopes-lookup`; `http`, what
//! builds on it, and `utoipa` bring the standard library. No path of it panics, but for the assertion of the parity test.
//!
//! # Over HTTP
//!
//! A verifier of the program's own turns a token into what it grants, a layer enforces the manifest's `[endpoints]`, and
//! handlers ask for the proof:
//!
//! ```
//! # #[cfg(feature = "axum")] {
//! # use scopes_demo::{Demo, Scope};
//! use axum::{Router, routing::get};
//! use scopes_runtime::{Authenticate, BearerToken, EnforceEndpoints, Granted, Permit, Requires, TokenError};
//!
//! #[derive(Requires)]
//! #[requires(Demo: endpoint "GET /contacts")]
//! struct ListContacts;
//!
//! async fn verify(token: BearerToken) -> Result<Granted<Scope>, TokenError> {
//!     // Signature, issuer, audience and time; then the scope claim.
//!     if token.as_str() == "good" { Ok(Granted::parse("contacts:read")?) } else { Err(TokenError::invalid()) }
//! }
//!
//! async fn list(_: Permit<ListContacts>) -> &'static str {
//!     "Ada, Grace"
//! }
//!
//! let router: Router = Router::new()
//!     .route("/contacts", get(list))
//!     .layer((Authenticate::new(verify), EnforceEndpoints::<Demo>::new()));
//! # }
//! ```

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(any(feature = "axum", feature = "utoipa"))]
extern crate std;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
#[cfg(feature = "axum")]
mod axum;
mod ceiling;
#[cfg(feature = "serde")]
mod claim;
mod closure;
mod column;
mod consent;
mod denied;
mod error;
mod generated;
mod granted;
#[cfg(feature = "http")]
mod http;
mod invalid_scope;
mod kind;
mod least;
mod locale;
mod masks;
mod metadata;
mod names;
#[cfg(all(feature = "alloc", feature = "serde"))]
mod openapi;
#[cfg(feature = "axum")]
mod parity;
mod permit;
mod policy;
#[cfg(all(feature = "alloc", feature = "serde"))]
mod protected_resource;
mod renewal;
mod requested;
mod requirement;
#[cfg(feature = "alloc")]
mod resources;
#[cfg(any(feature = "axum", feature = "utoipa"))]
mod routes;
mod scope;
mod set;
mod split;
mod system;
mod table;
mod template;
#[cfg(feature = "tower")]
mod tower;
mod words;

#[cfg(feature = "axum")]
pub use crate::axum::EnforceEndpoints;
pub use crate::ceiling::{Approvable, Approval, Ceiling};
pub use crate::consent::{Consent, ConsentEntry, NotGranted};
pub use crate::denied::Denied;
pub use crate::error::{ParseError, ParseErrorKind};
pub use crate::granted::Granted;
#[cfg(feature = "http")]
pub use crate::http::{BearerError, BearerToken, Challenge, NotQuotable};
pub use crate::invalid_scope::{InvalidScope, InvalidScopeReason};
pub use crate::kind::{Axis, Holder, Kind};
pub use crate::metadata::ScopesSupported;
#[cfg(all(feature = "alloc", feature = "serde"))]
pub use crate::openapi::{Components, InvalidSchemeName, OAuth2, Security};
#[cfg(feature = "axum")]
pub use crate::parity::{Disparity, Parity};
pub use crate::permit::{Permit, Requires};
#[cfg(all(feature = "alloc", feature = "serde"))]
pub use crate::protected_resource::{InvalidResource, ProtectedResource};
pub use crate::renewal::Reauthorised;
pub use crate::requested::Requested;
pub use crate::requirement::Requirement;
#[cfg(feature = "alloc")]
pub use crate::resources::{ResourceGrants, ResourcePermit, Revoked};
pub use crate::scope::{Scope, Sensitivity};
pub use crate::set::{Iter, ScopeSet};
pub use crate::system::{Access, Endpoint, Preset, System};
#[cfg(feature = "tower")]
pub use crate::tower::{
    Authenticate, AuthenticateFuture, AuthenticateService, Enforced, EnforcedFuture, Grant, Rejection, RequireScopes,
    TokenError, Verifier,
};

#[cfg(feature = "macros")]
pub use scopes_macros::{Requires, Scopes};
