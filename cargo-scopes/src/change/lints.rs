//! The levels and exceptions of lints.

use scopes_manifest::{Catalog, LintSetting, ScopeId};

use super::successor::Successors;
use super::{Change, Class, Kind};

pub(super) fn changes(between: &Successors<'_>, changes: &mut Vec<Change>) {
    for (old, new) in between.old.lints().zip(between.new.lints()) {
        let name = new.name();
        let mut add = |message| changes.push(Change::new(Class::Documentation, Kind::Lint, name, message));
        if old.level() != new.level() {
            add(format!(
                "the level of the lint {name} is now {} and was {}",
                new.level().as_str(),
                old.level().as_str()
            ));
        }
        if between.renamed(&excepted(between.old, &old)) != between.named(&excepted(between.new, &new)) {
            add(format!("the lint {name} makes other exceptions"));
        }
    }
}

fn excepted(catalog: &Catalog, lint: &LintSetting<'_>) -> Vec<ScopeId> {
    catalog.scopes().iter().map(scopes_manifest::Scope::id).filter(|id| lint.excepts(*id)).collect()
}
