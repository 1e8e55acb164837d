//! What the command line says is what the crates do: `why` answers as the check does, and what `init` prints builds.

use std::ffi::OsString;
use std::fs;

use cargo_scopes::reach::{Answer, Token};
use cargo_scopes::{Coloring, Console};
use proptest::prelude::*;
use proptest::sample::subsequence;
use scopes_manifest::{Catalog, ScopeId};
use scopes_runtime::{Granted, Scope, System};
use scopes_tests::{life, sipgate, web};

use crate::scratch::Workspace;

fn catalog(text: &str) -> Catalog {
    Catalog::parse(text).unwrap()
}

/// Some scopes of a catalogue, as a token and by their ids.
fn held(catalog: &Catalog) -> impl Strategy<Value = (String, Vec<ScopeId>)> + use<> {
    let names: Vec<(String, ScopeId)> =
        catalog.scopes().iter().map(|scope| (scope.name().to_owned(), scope.id())).collect();
    subsequence(names, 0..=6).prop_map(|held| {
        let (names, ids): (Vec<String>, Vec<ScopeId>) = held.into_iter().unzip();
        (names.join(" "), ids)
    })
}

/// Every scope has effect for the one as for the other, and each path leads from what is held, by inclusions.
fn same_effect<S: Scope>(catalog: &Catalog, token: &str, ids: &[ScopeId]) -> Result<(), TestCaseError> {
    let granted = Granted::<S>::parse(token).unwrap();
    let followed = Token::holding(catalog, ids);
    for (scope, known) in catalog.scopes().iter().zip(S::ALL) {
        prop_assert_eq!(
            followed.has(scope.id()),
            granted.effective().contains(*known),
            "{} of {}",
            scope.name(),
            token
        );
        let path = followed.path(scope.id());
        prop_assert_eq!(path.is_empty(), !followed.has(scope.id()));
        if let (Some(first), Some(last)) = (path.first(), path.last()) {
            prop_assert!(ids.contains(first) && *last == scope.id());
            prop_assert!(path.windows(2).all(|step| catalog.scope(step[0]).includes().contains(&step[1])));
        }
    }
    Ok(())
}

/// Every endpoint is open to the one as to the other.
fn same_answer<M: System>(catalog: &Catalog, token: &str, ids: &[ScopeId]) -> Result<(), TestCaseError> {
    let granted = Granted::<M::Scope>::parse(token).unwrap();
    for (endpoint, known) in catalog.endpoints().iter().zip(M::ENDPOINTS) {
        let answer = Answer::of(catalog, ids, endpoint);
        let is_bound = matches!(&answer, Answer::Allowed { conditions, .. } if !conditions.is_empty());
        if !is_bound {
            prop_assert_eq!(answer.is_allowed(), known.check(Some(&granted)).is_ok(), "{} {}", endpoint.route(), token);
        }
    }
    Ok(())
}

#[test]
fn a_token_comes_to_the_same() {
    let (twenty, seventy) =
        (include_str!("../../../tests/manifests/life20.toml"), include_str!("../../../tests/manifests/life70.toml"));
    let catalogs = (catalog(twenty), catalog(seventy));
    proptest!(|(token in held(&catalogs.0))| same_effect::<life::twenty::Scope>(&catalogs.0, &token.0, &token.1)?);
    proptest!(|(token in held(&catalogs.1))| same_effect::<life::seventy::Scope>(&catalogs.1, &token.0, &token.1)?);
}

#[test]
fn why_answers_as_the_check_does() {
    let catalogs =
        (catalog(include_str!("../../../tests/manifests/web.toml")), catalog(include_str!("../../../scopes.toml")));
    proptest!(|(token in held(&catalogs.0))| same_answer::<web::Web>(&catalogs.0, &token.0, &token.1)?);
    proptest!(|(token in held(&catalogs.1))| same_answer::<sipgate::Sipgate>(&catalogs.1, &token.0, &token.1)?);
}

#[test]
fn what_init_prints_builds() {
    let workspace = Workspace::new(
        "init",
        &[(
            "Cargo.toml",
            "[package]\nname = \"address-book\"\nversion = \"0.0.7\"\nedition = \"2024\"\n[workspace]\n\
             [dependencies]\nscopes-runtime = { path = '{runtime}' }\n",
        )],
    );
    let folder = env!("CARGO_TARGET_TMPDIR").to_owned() + "/init";
    let (mut documents, mut messages) = (Vec::new(), Vec::new());
    let words = ["cargo-scopes", "scopes", "init", &folder].map(OsString::from);
    let code = cargo_scopes::run(words, &mut Console::new(&mut documents, &mut messages, Coloring::default()));
    assert_eq!(code, 0, "{}", String::from_utf8_lossy(&messages));
    let advice = String::from_utf8(documents).unwrap();
    let code: Vec<&str> =
        advice.split("lib.rs:\n").nth(1).unwrap().lines().filter_map(|line| line.strip_prefix("    ")).collect();
    workspace.write("src/lib.rs", &code.join("\n"));
    let (output, text) = workspace.cargo(&["check"]);
    assert!(output.status.success(), "{text}\n{}", code.join("\n"));
    let manifest = fs::read_to_string(folder + "/scopes.toml").unwrap();
    assert!(Catalog::parse(&manifest).unwrap().name() == "address-book" && code.len() > 8);
}
