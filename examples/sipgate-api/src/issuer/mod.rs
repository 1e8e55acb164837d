//! An issuer of access tokens FOR DEVELOPMENT ONLY: it signs whatever the program that holds it asks for.
//!
//! What comes in: the URL of the server that it lives in. What goes out: signed tokens (RFC 9068), its public key as a
//! JWK Set (RFC 7517), and the routes of an authorization server. The key is made when the program starts and forgotten
//! when it ends, and with it every token. A real server trusts an authorization server instead. It fetches the JWK Set
//! over HTTPS, and again, not too often, when a token names a key that it does not know, since keys are rotated; while the
//! set is out of reach its verifier answers `TokenError::unavailable()`.

mod access_token;
mod documents;
mod token_endpoint;

pub use self::access_token::AccessToken;

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use aws_lc_rs::constant_time;
use aws_lc_rs::rand::{self, SystemRandom};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use axum::Router;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::jwk::{
    AlgorithmParameters, CommonParameters, Jwk, JwkSet, KeyAlgorithm, PublicKeyUse, RSAKeyParameters, RSAKeyType,
    ThumbprintHash,
};

/// Issues access tokens for development.
pub struct Issuer {
    url: String,
    audience: String,
    key: KeyPair,
    key_id: String,
    jwks: JwkSet,
    client_secret: String,
}

/// The one client that there is.
pub const CLIENT_ID: &str = "development";

impl Issuer {
    /// An issuer with this identifier (`iss`) and a new RSA key of 2048 bits, for a resource server with this
    /// identifier (`aud`).
    ///
    /// # Errors
    /// Where no key can be made, as without a source of randomness.
    pub fn generate(url: impl Into<String>, audience: impl Into<String>) -> Result<Self, IssuerError> {
        let key = KeyPair::generate(KeySize::Rsa2048).map_err(|_| IssuerError("no RSA key can be made"))?;
        let (key_id, jwk) = public_jwk(&key)?;
        Ok(Self {
            url: url.into(),
            audience: audience.into(),
            key,
            key_id,
            jwks: JwkSet { keys: vec![jwk] },
            client_secret: unguessable()?,
        })
    }

    /// Its identifier, the `iss` of its tokens.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The `kid` of its key.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// The public key as it is published.
    #[must_use]
    pub fn jwks(&self) -> &JwkSet {
        &self.jwks
    }

    /// The secret of the client [`CLIENT_ID`], by which it gets tokens at [`token_endpoint`](Self::token_endpoint).
    #[must_use]
    pub fn client_secret(&self) -> &str {
        &self.client_secret
    }

    /// The URL where tokens are given.
    #[must_use]
    pub fn token_endpoint(&self) -> String {
        format!("{}{}", self.url, token_endpoint::PATH)
    }

    /// Whether these are the client's credentials.
    fn is_client(&self, id: &str, secret: &str) -> bool {
        let (known, given) = (self.client_secret.as_bytes(), secret.as_bytes());
        id == CLIENT_ID && constant_time::verify_slices_are_equal(known, given).is_ok()
    }

    /// A token that is good for an hour and has no scopes, to be changed and then [signed](Self::sign).
    #[must_use]
    pub fn access_token(&self) -> AccessToken {
        AccessToken::new(&self.url, &self.audience, &self.key_id)
    }

    /// Signs a token with RS256, whatever it says, and gives it in compact form (RFC 7515 section 7.1).
    ///
    /// # Errors
    /// Where the key cannot sign.
    pub fn sign(&self, token: &AccessToken) -> Result<String, IssuerError> {
        let (header, claims) = token.parts();
        let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
        let mut signature = vec![0; self.key.public_modulus_len()];
        self.key
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message.as_bytes(), &mut signature)
            .map_err(|_| IssuerError("the key cannot sign"))?;
        Ok(format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }
}

/// The public routes of the issuer.
pub(crate) fn router(issuer: Arc<Issuer>) -> Router {
    documents::router(&issuer).merge(token_endpoint::router(issuer))
}

/// A text of 128 random bits.
fn unguessable() -> Result<String, IssuerError> {
    let mut bytes = [0; 16];
    rand::fill(&mut bytes).map_err(|_| IssuerError("there is no randomness"))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// The public part of a key, with its thumbprint (RFC 7638) as `kid`.
fn public_jwk(key: &KeyPair) -> Result<(String, Jwk), IssuerError> {
    let public = key.public_key();
    let number = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let parameters = RSAKeyParameters {
        key_type: RSAKeyType::RSA,
        n: number(public.modulus().big_endian_without_leading_zero()),
        e: number(public.exponent().big_endian_without_leading_zero()),
    };
    let mut jwk = Jwk { common: CommonParameters::default(), algorithm: AlgorithmParameters::RSA(parameters) };
    let key_id = jwk.thumbprint(ThumbprintHash::SHA256).map_err(|_| IssuerError("the key has no thumbprint"))?;
    jwk.common = CommonParameters {
        public_key_use: Some(PublicKeyUse::Signature),
        key_algorithm: Some(KeyAlgorithm::RS256),
        key_id: Some(key_id.clone()),
        ..CommonParameters::default()
    };
    Ok((key_id, jwk))
}

impl fmt::Debug for Issuer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Issuer").field("url", &self.url).field("key_id", &self.key_id).finish_non_exhaustive()
    }
}

/// Why there is no key or no signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssuerError(&'static str);

impl fmt::Display for IssuerError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl Error for IssuerError {}
