//! The bundle `use = ["oidc"]`: the scopes of OpenID Connect Core 1.0, sections 5.4 and 11, with their claims.

use crate::catalog::Issued;
use crate::raw::{Reading, Scope, Text};
use crate::source::Span;

const PROFILE: &[&str] = &[
    "name",
    "family_name",
    "given_name",
    "middle_name",
    "nickname",
    "preferred_username",
    "profile",
    "picture",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "updated_at",
];

/// A scope of the bundle.
struct Bundled {
    name: &'static str,
    text: &'static str,
    claims: &'static [&'static str],
    issues: &'static [Issued],
}

const BUNDLE: [Bundled; 6] = [
    Bundled {
        name: "openid",
        text: "Sign you in and know your unique identifier.",
        claims: &["sub"],
        issues: &[Issued::IdToken],
    },
    Bundled { name: "profile", text: "Read your basic profile.", claims: PROFILE, issues: &[] },
    Bundled { name: "email", text: "Read your email address.", claims: &["email", "email_verified"], issues: &[] },
    Bundled { name: "address", text: "Read your postal address.", claims: &["address"], issues: &[] },
    Bundled {
        name: "phone",
        text: "Read your phone number.",
        claims: &["phone_number", "phone_number_verified"],
        issues: &[],
    },
    Bundled {
        name: "offline_access",
        text: "Keep access while you are away.",
        claims: &[],
        issues: &[Issued::RefreshToken],
    },
];

/// The names of the bundle's scopes.
pub fn names() -> impl Iterator<Item = &'static str> {
    BUNDLE.iter().map(|scope| scope.name)
}

/// The bundle's scopes, all standing where the bundle is named.
pub(crate) fn scopes(span: Span) -> Vec<Scope> {
    let text = |value: &str| Text { value: value.to_owned(), span };
    let scope = |bundled: &Bundled| Scope {
        name: text(bundled.name),
        text: Some(text(bundled.text)),
        claims: bundled.claims.iter().map(|claim| text(claim)).collect(),
        issues: bundled.issues.to_vec(),
        reading: Reading::Bundled,
        ..Scope::default()
    };
    BUNDLE.iter().map(scope).collect()
}
