//! Who may hold a new scope: in a document and in a manifest the axes of `[kinds]` may list different values, and a scope
//! that says nothing of an axis is open to all of them. `fitting` is the caller.

use indexmap::IndexMap;

use crate::draft::Scope;

/// The values of each axis.
type Kinds = IndexMap<String, Vec<String>>;

/// Says of the scope in the manifest what it is in the document; an error where that cannot be said there.
pub(super) fn fit(scope: &mut Scope, document: &Kinds, manifest: &Kinds) -> Result<(), String> {
    let axes = [
        ("client", &mut scope.client),
        ("audience", &mut scope.audience),
        ("subject", &mut scope.subject),
        ("grants", &mut scope.grants),
    ];
    for (axis, own) in axes {
        let Some(holders) = own.as_ref().or_else(|| document.get(axis)) else { continue };
        *own = match manifest.get(axis) {
            None if own.is_some() => {
                let holders = holders.join("`, `");
                return Err(format!("it is for `{holders}` alone, and the manifest has no `[kinds] {axis}`"));
            }
            None => None,
            Some(known) => {
                if let Some(unknown) = holders.iter().find(|holder| !known.contains(holder)) {
                    return Err(format!("it is for `{unknown}`, which `[kinds] {axis}` of the manifest does not list"));
                }
                let is_all = known.iter().all(|one| holders.contains(one));
                (!is_all).then(|| holders.clone())
            }
        };
    }
    Ok(())
}
