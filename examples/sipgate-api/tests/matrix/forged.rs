//! Credentials that do not hold, each broken in one place alone: the token names all scopes, so that nothing but the
//! break can refuse it. Each says by which word of its challenge it has to be refused.

use std::time::{SystemTime, UNIX_EPOCH};

use aws_lc_rs::encoding::{AsDer as _, PublicKeyX509Der};
use aws_lc_rs::hmac;
use aws_lc_rs::signature::RsaPublicKeyComponents;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sipgate_api::issuer::{AccessToken, Issuer};

use super::Case;
use super::catalogue::{Catalogue, Credentials};
use super::wire::Site;

pub(super) fn cases(site: &Site, catalogue: &Catalogue) -> Vec<Case> {
    let forger = Forger { issuer: site.issuer(), all: catalogue.names.join(" ") };
    let mut cases = no_tokens(&forger.signed(&forger.good()));
    cases.extend(forger.not_signed_right());
    cases.extend(forger.wrong_headers());
    cases.extend(forger.wrong_claims());
    cases.extend(forger.malformed_scopes());
    cases
}

/// Headers that bring no token.
fn no_tokens(good: &str) -> Vec<Case> {
    let mut cases =
        vec![Case { name: "no header".to_owned(), authorization: vec![], credentials: Credentials::Absent }];
    for other in ["Basic dXNlcjpwYXNzd29yZA==".to_owned(), format!("Token {good}"), format!("BearerX {good}")] {
        cases.push(Case::new("another scheme", other, Credentials::Absent));
    }
    let malformed =
        ["Bearer", "Bearer a b", "Bearer \"quoted\"", "Bearer a,b", "Bearer =", "Bearer a=b", "Bearer a\\b"];
    let malformed = malformed.map(str::to_owned).into_iter().chain([
        format!("Bearer\t{good}"),
        format!("Bearer {good} {good}"),
        format!("Bearer {good}, Bearer {good}"),
        format!("Bearer token={good}"),
    ]);
    cases.extend(malformed.map(|value| Case::new(format!("no b64token: {value}"), value, Credentials::Malformed)));
    let bearer = format!("Bearer {good}");
    let authorization = vec![bearer.clone(), bearer];
    cases.push(Case { name: "two headers".to_owned(), authorization, credentials: Credentials::Malformed });
    for garbage in ["garbage", "a.b.c", "..", "e30.e30.e30", "eyJhbGciOiJSUzI1NiJ9.e30."] {
        cases.push(invalid(&format!("garbage: {garbage}"), garbage, ""));
    }
    cases
}

struct Forger<'i> {
    issuer: &'i Issuer,
    all: String,
}

impl Forger<'_> {
    /// A token that would do.
    fn good(&self) -> AccessToken {
        self.issuer.access_token().scope(&self.all)
    }

    fn signed(&self, token: &AccessToken) -> String {
        self.issuer.sign(token).unwrap()
    }

    fn invalid(&self, name: &str, token: &AccessToken, why: &'static str) -> Case {
        invalid(name, &self.signed(token), why)
    }

    /// Right in all they say, and not signed by the issuer, or not so.
    fn not_signed_right(&self) -> Vec<Case> {
        let good = self.signed(&self.good());
        let [header, payload, signature] = parts(&good);
        let impostor = Issuer::generate(self.issuer.url(), self.issuer.url()).unwrap();
        let empty = self.signed(&self.issuer.access_token());
        let [_, poor_payload, poor_signature] = parts(&empty);
        let none = self.signed(&self.good().header("alg", "none"));
        let [none, _, _] = parts(&none);
        let mut cases = vec![
            invalid("another key under the same kid", &impostor.sign(&self.good()).unwrap(), "signature"),
            invalid("more scopes than were signed", &format!("{header}.{payload}.{poor_signature}"), "signature"),
            invalid("fewer scopes than were signed", &format!("{header}.{poor_payload}.{signature}"), "signature"),
            invalid("no signature", &format!("{header}.{payload}."), "signature"),
            invalid("only two parts", &format!("{header}.{payload}"), "malformed"),
            invalid("four parts", &format!("{good}.{signature}"), "malformed"),
            invalid("alg none", &format!("{none}.{payload}."), "algorithm"),
            invalid("alg none with a signature", &format!("{none}.{payload}.{signature}"), "algorithm"),
        ];
        for (name, secret) in self.public_secrets() {
            cases.push(invalid(&format!("HS256 by {name}"), &self.with_mac(&secret), "RS256"));
        }
        cases
    }

    /// What somebody who knows the public key could take for a secret.
    fn public_secrets(&self) -> Vec<(&'static str, Vec<u8>)> {
        let jwk = serde_json::to_value(&self.issuer.jwks().keys[0]).unwrap();
        let number = |name: &str| URL_SAFE_NO_PAD.decode(jwk[name].as_str().unwrap()).unwrap();
        let key = RsaPublicKeyComponents { n: number("n"), e: number("e") };
        let der: PublicKeyX509Der<'_> = key.as_der().unwrap();
        let text = STANDARD.encode(der.as_ref());
        let lines: Vec<_> = text.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
        let pem = format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", lines.join("\n"));
        vec![
            ("the key's PEM", pem.clone().into_bytes()),
            ("the key's PEM without its last line break", pem.trim_end().as_bytes().to_vec()),
            ("the key's DER", der.as_ref().to_vec()),
            ("the modulus", key.n.clone()),
            ("the modulus in base64", jwk["n"].as_str().unwrap().as_bytes().to_vec()),
            ("the kid", self.issuer.key_id().as_bytes().to_vec()),
            ("nothing", Vec::new()),
        ]
    }

    /// Signed with HMAC.
    fn with_mac(&self, secret: &[u8]) -> String {
        let token = self.signed(&self.good().header("alg", "HS256"));
        let (message, _) = token.rsplit_once('.').unwrap();
        let mac = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), message.as_bytes());
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(mac))
    }

    fn wrong_headers(&self) -> Vec<Case> {
        let good = || self.good();
        let mut cases = vec![
            self.invalid("typ JWT", &good().header("typ", "JWT"), "type"),
            self.invalid("no typ", &good().without_header("typ"), "type"),
            self.invalid("an unknown kid", &good().header("kid", "another"), "key of the issuer"),
            self.invalid("no kid", &good().without_header("kid"), "key of the issuer"),
            self.invalid("a critical parameter", &good().header("crit", json!(["exp"])), "critical"),
            self.invalid("no alg", &good().without_header("alg"), "header is malformed"),
        ];
        for algorithm in ["HS256", "RS384", "RS512", "PS256", "ES256"] {
            let token = good().header("alg", algorithm);
            cases.push(self.invalid(&format!("an RS256 signature called {algorithm}"), &token, "RS256"));
        }
        cases
    }

    fn wrong_claims(&self) -> Vec<Case> {
        let good = || self.good();
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let mut cases = vec![
            self.invalid("expired", &good().lifetime(-60), "expired"),
            self.invalid("not valid yet", &good().claim("nbf", now + 600), "not valid yet"),
            self.invalid("another audience", &good().claim("aud", "https://api.example.com"), "another audience"),
            self.invalid("no audience at all", &good().claim("aud", json!([])), "another audience"),
            self.invalid("another issuer", &good().claim("iss", "https://login.example.com"), "another issuer"),
        ];
        // RFC 9068 section 2.2.
        for claim in ["iss", "exp", "aud", "sub", "client_id", "iat", "jti"] {
            cases.push(self.invalid(&format!("without {claim}"), &good().without_claim(claim), "claim"));
        }
        cases
    }

    /// Scope claims that are none: not one of their names is granted.
    fn malformed_scopes(&self) -> Vec<Case> {
        let all = self.all.as_str();
        let claims: [Value; 12] = [
            all.replacen(' ', "  ", 1).into(),
            format!(" {all}").into(),
            format!("{all} ").into(),
            all.replacen(' ', "\t", 1).into(),
            all.replacen(' ', "\n", 1).into(),
            format!("{all} \"").into(),
            format!("{all} \u{e4}").into(),
            7.into(),
            true.into(),
            json!({ "scope": all }),
            json!([all]),
            json!([[all]]),
        ];
        let named = |claim: Value| self.invalid(&shortened(&claim), &self.good().claim("scope", claim), "claim");
        claims.into_iter().map(named).collect()
    }
}

fn invalid(name: &str, token: &str, why: &'static str) -> Case {
    Case::new(name, format!("Bearer {token}"), Credentials::Invalid(why))
}

fn parts(token: &str) -> [&str; 3] {
    token.split('.').collect::<Vec<_>>().try_into().unwrap()
}

fn shortened(claim: &Value) -> String {
    format!("the scope claim {:.60}", claim.to_string())
}
