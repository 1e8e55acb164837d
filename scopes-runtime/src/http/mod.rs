//! Bearer tokens on the wire (RFC 6750): how one comes in, and how a refusal goes out.

mod bearer;
mod challenge;
mod quoted;

pub use self::bearer::BearerToken;
pub use self::challenge::{BearerError, Challenge};
pub use self::quoted::NotQuotable;
