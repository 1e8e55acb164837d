//! What an `OpenAPI` document says of scopes: the security scheme with its flows, and what an operation requires.
//!
//! What comes in: the system's scopes, `[endpoints]` and [`Requires`](crate::Requires) types, and the URLs of the
//! authorization server, which the manifest does not know. What goes out: values that serde writes as `OpenAPI` 3.1
//! has them, and, with the feature `utoipa`, changes to a document that it makes.

mod flow;
mod scheme;
mod security;
#[cfg(feature = "utoipa")]
mod utoipa;

pub use self::scheme::{Components, InvalidSchemeName, OAuth2};
pub use self::security::Security;
