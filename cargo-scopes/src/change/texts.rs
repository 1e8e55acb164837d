//! What people read: texts, consent in every language, headings and links.

use std::collections::BTreeSet;

use scopes_manifest::{Catalog, Scope};

use super::successor::Successors;
use super::{Change, Class, Kind};

pub(super) fn changes<'c>(between: &Successors<'c>, changes: &mut Vec<Change>) {
    let known = |catalog: &'c Catalog| catalog.translated().into_iter().chain([catalog.locale()]);
    let locales: BTreeSet<&str> = known(between.old).chain(known(between.new)).collect();
    for (old, new) in between.pairs() {
        let name = new.name();
        let mut compare = |what: &str, old: Option<&str>, new: Option<&str>| {
            if old != new {
                let message = format!("the {what} of {name} changed");
                changes.push(Change::new(Class::Documentation, Kind::Text, name, message));
            }
        };
        compare("text", Some(old.text()), Some(new.text()));
        compare("detail", old.detail(), new.detail());
        compare("group", old.group(), new.group());
        compare("`since`", old.since(), new.since());
        compare("documentation", old.docs(), new.docs());
        for locale in &locales {
            let [before, now] =
                [(between.old, old), (between.new, new)].map(|(catalog, scope)| consent(catalog, scope, locale));
            compare(&format!("consent ({locale})"), before, now);
        }
    }
}

/// The consent that is given in a language. One that is not is the text, which is compared by itself.
fn consent<'c>(catalog: &'c Catalog, scope: &'c Scope, locale: &str) -> Option<&'c str> {
    if locale == catalog.locale() && !scope.has_consent() { None } else { catalog.consent(scope.id(), locale) }
}
