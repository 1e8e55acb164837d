//! [`AccessToken`]: the header and the claims of a token before it is signed (RFC 9068 section 2).
//!
//! What comes in: what the token shall say. What goes out: the JSON of both parts, for the issuer to sign. Any part may
//! be made wrong on purpose, since tests need such tokens.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value, json};

use super::{CLIENT_ID, unguessable};

/// How long a token is good, unless it says otherwise.
pub(super) const LIFETIME_SECONDS: i64 = 3600;

/// A token that is not signed yet. Made by [`Issuer::access_token`](super::Issuer::access_token).
#[derive(Clone, Debug, PartialEq)]
pub struct AccessToken {
    header: Map<String, Value>,
    claims: Map<String, Value>,
}

impl AccessToken {
    pub(super) fn new(issuer: &str, audience: &str, key_id: &str) -> Self {
        let token = Self { header: Map::new(), claims: Map::new() };
        token
            .header("typ", "at+jwt")
            .header("alg", "RS256")
            .header("kid", key_id)
            .claim("iss", issuer)
            .claim("aud", audience)
            .claim("sub", "newcomer")
            .claim("client_id", CLIENT_ID)
            // Without randomness it is empty, and the server refuses the token.
            .claim("jti", unguessable().unwrap_or_default())
            .lifetime(LIFETIME_SECONDS)
    }

    /// With these scopes, separated by spaces.
    #[must_use]
    pub fn scope(self, scope: &str) -> Self {
        self.claim("scope", scope)
    }

    /// Issued now, and good for so many seconds from now. Fewer than none: it has expired that long ago.
    #[must_use]
    pub fn lifetime(self, seconds: i64) -> Self {
        let now = now();
        self.claim("iat", now).claim("exp", now.saturating_add(seconds))
    }

    /// With this claim, in place of an earlier one of that name.
    #[must_use]
    pub fn claim(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.claims.insert(name.to_owned(), value.into());
        self
    }

    /// Without this claim.
    #[must_use]
    pub fn without_claim(mut self, name: &str) -> Self {
        self.claims.remove(name);
        self
    }

    /// With this header parameter (RFC 7515 section 4), in place of an earlier one of that name. The issuer signs with
    /// RS256, whatever `alg` says.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.header.insert(name.to_owned(), value.into());
        self
    }

    /// Without this header parameter.
    #[must_use]
    pub fn without_header(mut self, name: &str) -> Self {
        self.header.remove(name);
        self
    }

    /// Header and claims as JSON.
    pub(super) fn parts(&self) -> (String, String) {
        (json!(self.header).to_string(), json!(self.claims).to_string())
    }
}

/// Seconds since 1970. A clock before that gives 0, so that its tokens have expired.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
