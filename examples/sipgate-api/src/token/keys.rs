//! [`VerificationKeys`]: the issuer's public keys by their `kid`, from its JWK Set (RFC 7517).

use std::collections::HashMap;
use std::error::Error;
use std::fmt;

use jsonwebtoken::DecodingKey;
use jsonwebtoken::jwk::{AlgorithmParameters, Jwk, JwkSet, KeyAlgorithm, PublicKeyUse};

/// The keys that sign access tokens with RS256.
#[derive(Clone, Debug)]
pub struct VerificationKeys(HashMap<String, DecodingKey>);

impl VerificationKeys {
    /// Reads the document that the issuer publishes. Keys for anything but signatures with RS256, and those without a
    /// `kid`, are passed over (RFC 7517 section 5).
    ///
    /// # Errors
    /// A text that is no JWK Set, or one without a single key that is left.
    pub fn from_jwks(document: &str) -> Result<Self, InvalidKeys> {
        let set: JwkSet = serde_json::from_str(document).map_err(|_| InvalidKeys)?;
        let keys: HashMap<_, _> = set.keys.iter().filter_map(by_id).collect();
        if keys.is_empty() { Err(InvalidKeys) } else { Ok(Self(keys)) }
    }

    /// The key with this `kid`.
    pub(super) fn find(&self, key_id: &str) -> Option<&DecodingKey> {
        self.0.get(key_id)
    }
}

/// A key with its `kid`, if it is one for RS256.
fn by_id(jwk: &Jwk) -> Option<(String, DecodingKey)> {
    let common = &jwk.common;
    let is_rsa = matches!(jwk.algorithm, AlgorithmParameters::RSA(_));
    let is_rs256 = common.key_algorithm.is_none_or(|algorithm| algorithm == KeyAlgorithm::RS256);
    let is_for_signatures = common.public_key_use.as_ref().is_none_or(|usage| *usage == PublicKeyUse::Signature);
    let is_usable = is_rsa && is_rs256 && is_for_signatures;
    let key_id = common.key_id.clone().filter(|_| is_usable)?;
    Some((key_id, DecodingKey::from_jwk(jwk).ok()?))
}

/// A document that gives no key to verify access tokens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidKeys;

impl fmt::Display for InvalidKeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the issuer's document is no JWK Set with a key for RS256")
    }
}

impl Error for InvalidKeys {}
