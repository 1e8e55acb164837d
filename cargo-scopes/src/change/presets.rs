//! Presets, and what a request without scopes asks for.

use std::collections::HashMap;

use scopes_manifest::{Catalog, Preset};

use super::successor::Successors;
use super::{Change, Class, Kind};

pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) {
    let [before, now] = [between.old, between.new].map(by_name);
    for old in between.old.presets() {
        let name = old.name();
        let Some(new) = now.get(name) else {
            changes.push(Change::new(Class::Breaking, Kind::PresetRemoved, name, format!("the preset {name} is gone")));
            continue;
        };
        if between.renamed(old.scopes()) != between.named(new.scopes()) {
            let message = format!("the preset {name} stands for other scopes");
            changes.push(Change::new(Class::Breaking, Kind::PresetChanged, name, message));
        }
        if old.text() != new.text() {
            let message = format!("the text of the preset {name} changed");
            changes.push(Change::new(Class::Documentation, Kind::Text, name, message));
        }
    }
    for new in between.new.presets() {
        let name = new.name();
        if !before.contains_key(name) {
            changes.push(Change::new(Class::Addition, Kind::PresetAdded, name, format!("the preset {name} is new")));
        }
    }
    default(between, changes);
}

fn by_name(catalog: &Catalog) -> HashMap<&str, &Preset> {
    catalog.presets().iter().map(|preset| (preset.name(), preset)).collect()
}

/// Whoever names no scope gets what is asked for in his place.
fn default(between: &Successors<'_>, changes: &mut Vec<Change>) {
    let mut add = |class, message: String| changes.push(Change::new(class, Kind::Default, "default", message));
    match (between.old.default_scopes(), between.new.default_scopes()) {
        (None, None) => {}
        (None, Some([])) => add(Class::Widening, "requests without a scope are now accepted".to_owned()),
        (None, Some(new)) => {
            for name in between.named(new) {
                add(Class::Widening, format!("requests without a scope are now accepted and ask for {name}"));
            }
        }
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
