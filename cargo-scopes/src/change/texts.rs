//! What people read: texts, consent in every language, headings and links.

use std::collections::BTreeSet;

use super::successor::Successors;
use super::{Change, Class};

pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) {
    let locales: BTreeSet<&String> = between.old.locales().iter().chain(between.new.locales()).collect();
    for (old, new) in between.pairs() {
        let name = new.name();
        let mut compare = |what: &str, old: Option<&str>, new: Option<&str>| {
            if old != new {
                let message = format!("the {what} of {name} changed");
                changes.push(Change::new(Class::Documentation, "text", name, message));
            }
        };
        compare("text", Some(old.text()), Some(new.text()));
        compare("detail", old.detail(), new.detail());
        compare("group", old.group(), new.group());
        compare("`since`", old.since(), new.since());
        compare("documentation", old.docs(), new.docs());
        for locale in &locales {
            let [before, now] =
                [(between.old, old), (between.new, new)].map(|(catalog, scope)| catalog.consent(scope.id(), locale));
            // A consent that is not given is the text, of which that has been said.
            let is_text = before == Some(old.text()) && now == Some(new.text());
            compare(&format!("consent ({locale})"), before.filter(|_| !is_text), now.filter(|_| !is_text));
        }
    }
}
