//! Tokens that hold, with every kind of scope claim that makes a difference to an endpoint.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Case;
use super::catalogue::{Access, Catalogue, Credentials};
use super::wire::Site;

/// What the server signs and accepts, by its scope claim.
pub(super) fn cases(site: &Site, catalogue: &Catalogue, access: &Access) -> Vec<Case> {
    let issuer = site.issuer();
    let mut cases: Vec<Case> = claims(catalogue, access)
        .into_iter()
        .map(|(name, claim, names)| {
            let token = issuer.access_token().claim("scope", claim);
            Case::new(name, site.sign(&token), Credentials::Names(names))
        })
        .collect();
    let without = issuer.access_token().without_claim("scope");
    cases.push(Case::new("no scope claim", site.sign(&without), Credentials::Names(Vec::new())));
    // The scheme's case makes no difference, nor do more spaces after it (RFC 6750 section 2.1, RFC 9110 section 11.4).
    let all = Credentials::Names(catalogue.names.clone());
    let bearer = site.bearer(&catalogue.names.join(" "));
    let token = bearer.strip_prefix("Bearer ").unwrap();
    cases.push(Case::new("the scheme in lower case", format!("bearer {token}"), all.clone()));
    cases.push(Case::new("the scheme in upper case, spaces", format!("BEARER   {token}"), all));
    cases
}

type Claim = (String, Value, Vec<String>);

/// Scope claims with the names that they hold.
fn claims(catalogue: &Catalogue, access: &Access) -> Vec<Claim> {
    let needed: BTreeSet<String> = access.alternatives().iter().flatten().cloned().collect();
    let mut claims = vec![
        text("an empty scope claim", &[]),
        ("null as scope claim".to_owned(), Value::Null, Vec::new()),
        ("an empty list".to_owned(), json!([]), Vec::new()),
        text("all scopes", &catalogue.names),
        text("all scopes but those that are needed", &catalogue.others(&needed)),
        text("a scope of another API", &["spaceships:launch".to_owned()]),
    ];
    for alternative in access.alternatives() {
        claims.extend(of_alternative(catalogue, alternative));
    }
    claims
}

/// Claims that have to do with one alternative.
fn of_alternative(catalogue: &Catalogue, alternative: &[String]) -> Vec<Claim> {
    let all: BTreeSet<String> = alternative.iter().cloned().collect();
    let with = |more: &[String]| [alternative, more].concat();
    let mut claims = vec![
        text("exactly what is needed", alternative),
        ("exactly what is needed, as a list".to_owned(), json!(alternative), alternative.to_vec()),
        text("with a scope that nobody knows", &with(&["spaceships:launch".to_owned()])),
        text("with all others", &with(&catalogue.others(&all))),
        text("named twice", &with(alternative)),
    ];
    for (place, name) in alternative.iter().enumerate() {
        let instead = |other: &[String]| [&alternative[..place], other, &alternative[place + 1..]].concat();
        claims.push(text(&format!("without {name}"), &instead(&[])));
        let (others, kept) = (catalogue.others(&BTreeSet::from([name.clone()])), instead(&[]));
        claims.push(text(&format!("all that do not give {name}"), &[others, kept].concat()));
        for composite in catalogue.composites(name) {
            claims.push(text(&format!("{composite} in place of {name}"), &instead(std::slice::from_ref(composite))));
        }
        // What is only like the name is another name, and grants nothing.
        let parent = name.rsplit_once(':').map_or(name.as_str(), |(parent, _)| parent);
        for other in [name.to_uppercase(), format!("{parent}:*"), parent.to_owned(), format!("{name}:"), "*".to_owned()]
        {
            claims.push(text(&format!("{other} in place of {name}"), &instead(&[other])));
        }
        let shorter = name[..name.len() - 1].to_owned();
        claims.push(text(&format!("{shorter} in place of {name}"), &instead(&[shorter])));
    }
    claims
}

/// A claim that is one string.
fn text(name: &str, names: &[String]) -> Claim {
    (name.to_owned(), names.join(" ").into(), names.to_vec())
}
