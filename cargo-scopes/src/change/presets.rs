//! Presets, and what a request without scopes asks for.

use super::successor::Successors;
use super::{Change, Class};

pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) {
    for old in between.old.presets() {
        let name = old.name();
        let Some(new) = between.new.presets().iter().find(|new| new.name() == name) else {
            changes.push(Change::new(Class::Breaking, "preset-removed", name, format!("the preset {name} is gone")));
            continue;
        };
        if between.renamed(old.scopes()) != between.named(new.scopes()) {
            let message = format!("the preset {name} stands for other scopes");
            changes.push(Change::new(Class::Breaking, "preset-changed", name, message));
        }
        if old.text() != new.text() {
            let message = format!("the text of the preset {name} changed");
            changes.push(Change::new(Class::Documentation, "text", name, message));
        }
    }
    for new in between.new.presets() {
        let name = new.name();
        if !between.old.presets().iter().any(|old| old.name() == name) {
            changes.push(Change::new(Class::Addition, "preset-added", name, format!("the preset {name} is new")));
        }
    }
    default(between, changes);
}

/// Whoever names no scope gets what is asked for in his place.
fn default(between: &Successors<'_>, changes: &mut Vec<Change>) {
    let mut add = |class, message: String| changes.push(Change::new(class, "default", "default", message));
    match (between.old.default_scopes(), between.new.default_scopes()) {
        (None, None) => {}
        (None, Some(_)) => add(Class::Addition, "requests without a scope are now accepted".to_owned()),
        (Some(_), None) => add(Class::Breaking, "requests without a scope are now refused".to_owned()),
        (Some(old), Some(new)) => {
            let (old, new) = (between.renamed(old), between.named(new));
            for name in new.difference(&old) {
                add(Class::Widening, format!("requests without a scope now also ask for {name}"));
            }
            for name in old.difference(&new) {
                add(Class::Narrowing, format!("requests without a scope no longer ask for {name}"));
            }
        }
    }
}
