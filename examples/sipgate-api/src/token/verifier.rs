//! [`AccessTokenVerifier`]: judges a token by its type, key, signature, issuer, audience and time.

use std::future::{Ready, ready};
use std::sync::Arc;

use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation, decode, decode_header};
use scopes_runtime::{BearerToken, Granted, TokenError, Verifier};

use super::claims::{AccessTokenClaims, Claims};
use super::keys::VerificationKeys;
use super::refusal;
use crate::Scope;

/// How far the clocks of issuer and server may be apart.
const LEEWAY_SECONDS: u64 = 5;

/// Verifies the access tokens of one issuer for one resource server.
#[derive(Clone, Debug)]
pub struct AccessTokenVerifier {
    trusted: Arc<Trusted>,
}

#[derive(Debug)]
struct Trusted {
    keys: VerificationKeys,
    validation: Validation,
}

impl AccessTokenVerifier {
    /// A verifier of tokens from `issuer` (their `iss`), signed by one of its keys, for `audience` (their `aud`).
    #[must_use]
    pub fn new(keys: VerificationKeys, issuer: &str, audience: &str) -> Self {
        let mut validation = Validation::new(Algorithm::RS256);
        validation.set_issuer(&[issuer]);
        validation.set_audience(&[audience]);
        validation.set_required_spec_claims(&["iss", "exp", "aud", "sub"]);
        validation.validate_nbf = true;
        validation.leeway = LEEWAY_SECONDS;
        Self { trusted: Arc::new(Trusted { keys, validation }) }
    }

    /// What a token grants, and who it is about.
    ///
    /// # Errors
    /// Why it does not hold. The cause in detail goes to the log, and the token never does.
    pub fn judge(&self, token: &str) -> Result<(Granted<Scope>, Claims), TokenError> {
        self.accept(token).inspect_err(|refusal| tracing::debug!(%refusal, "a token was refused"))
    }

    fn accept(&self, token: &str) -> Result<(Granted<Scope>, Claims), TokenError> {
        let header = decode_header(token).map_err(|error| logged(&error, refusal::of_header))?;
        let key = self.trusted.key_for(&header)?;
        let decoded = decode::<AccessTokenClaims>(token, key, &self.trusted.validation)
            .map_err(|error| logged(&error, refusal::of_claims))?;
        let AccessTokenClaims { token_id, subject, client_id, scope, .. } = decoded.claims;
        if [&token_id, &subject, &client_id].iter().any(|claim| claim.is_empty()) {
            return Err(refusal::CLAIMS);
        }
        Ok((scope, Claims { subject, client_id }))
    }
}

impl Trusted {
    /// The key that a header names, if the header is that of an access token (RFC 9068 section 2.1).
    fn key_for(&self, header: &Header) -> Result<&DecodingKey, TokenError> {
        if !header.typ.as_deref().is_some_and(is_access_token_type) {
            return Err(refusal::TYPE);
        }
        if header.alg != Algorithm::RS256 {
            return Err(refusal::ALGORITHM);
        }
        // Whoever does not understand a critical parameter has to refuse (RFC 7515 section 4.1.11); none is understood.
        if header.crit.is_some() {
            return Err(refusal::CRITICAL);
        }
        header.kid.as_deref().and_then(|key_id| self.keys.find(key_id)).ok_or(refusal::KEY)
    }
}

/// `at+jwt`, as a media type: in any case, and `application/` may stand before it (RFC 7515 section 4.1.9).
fn is_access_token_type(text: &str) -> bool {
    let (top, subtype) = text.split_once('/').unwrap_or(("application", text));
    top.eq_ignore_ascii_case("application") && subtype.eq_ignore_ascii_case("at+jwt")
}

/// Logs what was wrong in detail, which the client does not learn.
fn logged(
    error: &jsonwebtoken::errors::Error,
    refusal: fn(&jsonwebtoken::errors::ErrorKind) -> TokenError,
) -> TokenError {
    tracing::debug!(cause = %error, "a token does not hold");
    refusal(error.kind())
}

impl Verifier for AccessTokenVerifier {
    type Grant = (Granted<Scope>, Claims);
    type Future = Ready<Result<Self::Grant, TokenError>>;

    fn verify(&self, token: BearerToken) -> Self::Future {
        ready(self.judge(token.as_str()))
    }
}
