//! What programs in Rust are compiled against: variants of the enum and constants of presets.

use super::successor::Successors;
use super::{Change, Class, Kind};

pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) {
    let variants = between.pairs().map(|(old, new)| (new.name(), old.variant(), new.variant()));
    let presets = between.old.presets().iter().filter_map(|old| {
        let new = between.new.presets().iter().find(|new| new.name() == old.name())?;
        Some((new.name(), old.constant(), new.constant()))
    });
    for (name, old, new) in variants.chain(presets).filter(|(_, old, new)| old != new) {
        let message = format!("{name} is `{new}` in Rust and was `{old}`");
        changes.push(Change::new(Class::Breaking, Kind::Identifier, name, message));
    }
}
