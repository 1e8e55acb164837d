//! Scopes under the headings that the manifest gives them (`group`), for the page and the graph.

use indexmap::IndexMap;
use scopes_manifest::Scope;

/// The heading that a scope stands under.
pub(crate) fn group(scope: &Scope) -> Option<&str> {
    scope.group().filter(|group| !group.trim().is_empty())
}

/// The scopes by group, in the order of the first of each; those without a group come first.
pub(crate) fn groups<'c>(scopes: impl IntoIterator<Item = &'c Scope>) -> IndexMap<Option<&'c str>, Vec<&'c Scope>> {
    let mut groups = IndexMap::from_iter([(None, Vec::new())]);
    for scope in scopes {
        groups.entry(group(scope)).or_insert_with(Vec::new).push(scope);
    }
    groups.retain(|_, members| !members.is_empty());
    groups
}
