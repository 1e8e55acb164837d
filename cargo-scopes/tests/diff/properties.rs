//! Random pairs of manifests, against the naive model of what tokens may do.

use cargo_scopes::change::{Change, Class, Kind, between};
use proptest::prelude::*;
use scopes_manifest::{Catalog, Lock};

use super::naive::{self, gained, requires_nothing};
use super::{compared, draft};

/// What the model that knows nothing of claims, kinds of holders and approvals cannot see.
fn is_seen(change: &Change) -> bool {
    change.kind() == Kind::Calls || change.message().contains("now also allows")
}

/// Whether a scope has the name that was an alias. The model knows scopes by names, and does not see that it is new.
fn has_taken_an_alias(old: &Catalog, new: &Catalog) -> bool {
    let mut aliases = old.scopes().iter().flat_map(scopes_manifest::Scope::aliases);
    aliases.any(|alias| new.scopes().iter().any(|scope| scope.name() == alias))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_widening_is_called_harmless((old, new) in draft::change()) {
        let (old_text, new_text) = (old.text(), new.text());
        let [old, new] = [&old_text, &new_text].map(|text| Catalog::parse(text).unwrap());
        let changes = between(&old, &new);
        let widening = || changes.iter().filter(|change| change.class() == Class::Widening);
        let gain = gained(&old, &new);
        if let Some((token, what)) = &gain {
            prop_assert!(widening().next().is_some(), "{token:?} gained {what}");
        }
        // With `requires` the model may find a gain that no token has.
        if gain.is_none() && requires_nothing(&old) && requires_nothing(&new) && !has_taken_an_alias(&old, &new) {
            let made_up: Vec<&str> = widening().filter(|change| is_seen(change)).map(Change::message).collect();
            prop_assert!(made_up.is_empty(), "no token gained: {made_up:?}");
        }
        // The lock refuses what is a widening of what is there already.
        let is_refused = !Lock::of(&old).unwrap().gains(&new).is_empty();
        prop_assert_eq!(is_refused, widening().any(|change| change.kind() != Kind::CallsNew));

        let folder = tempfile::tempdir().unwrap();
        let (_, _, code) = compared::diff(folder.path(), &old_text, &new_text, &["--deny", "widening"]);
        prop_assert_eq!(code, u8::from(widening().next().is_some()));
    }

    #[test]
    fn a_change_read_backwards_is_a_loss((old, new) in draft::change()) {
        let [old, new] = [old, new].map(|draft| Catalog::parse(&draft.text()).unwrap());
        // Every token of names that both have.
        if naive::names(&old) == naive::names(&new) && gained(&new, &old).is_some() {
            let changes = between(&old, &new);
            let is_loss = |change: &Change| matches!(change.class(), Class::Narrowing | Class::Breaking);
            prop_assert!(changes.iter().any(is_loss), "{changes:?}");
        }
    }
}

#[test]
fn nothing_changed() {
    let text = "format = 1\n[system]\nname = \"t\"\n[scopes]\na = \"A.\"\n";
    let folder = tempfile::tempdir().unwrap();
    let (printed, _, code) = compared::diff(folder.path(), text, text, &["--deny", "breaking,widening,documentation"]);
    assert_eq!((printed.as_str(), code), ("nothing changed\n", 0));
}
