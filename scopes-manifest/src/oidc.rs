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

/// The bundle's scopes, all standing where the bundle is named.
pub(crate) fn scopes(span: Span) -> Vec<Scope> {
    let text = |value: &str| Text { value: value.to_owned(), span };
    let scope = |name: &str, sentence: &str, claims: &[&str], issues: &[Issued]| Scope {
        name: text(name),
        text: Some(text(sentence)),
        claims: claims.iter().map(|claim| text(claim)).collect(),
        issues: issues.to_vec(),
        reading: Reading::Bundled,
        ..Scope::default()
    };
    vec![
        scope("openid", "Sign you in and know your unique identifier.", &["sub"], &[Issued::IdToken]),
        scope("profile", "Read your basic profile.", PROFILE, &[]),
        scope("email", "Read your email address.", &["email", "email_verified"], &[]),
        scope("address", "Read your postal address.", &["address"], &[]),
        scope("phone", "Read your phone number.", &["phone_number", "phone_number_verified"], &[]),
        scope("offline_access", "Keep access while you are away.", &[], &[Issued::RefreshToken]),
    ]
}
