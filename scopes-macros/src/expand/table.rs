//! The static table of the system: every text, edge and mask that the runtime reads.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use scopes_manifest::{Catalog, Scope, ScopeId};

use super::{Input, column, policy};

pub(super) fn items(input: &Input<'_>) -> TokenStream {
    let Input { catalog, private, .. } = input;
    let words = column::words(catalog.scopes().len());
    let names = names(private, catalog);
    let descriptions = column::texts(private, catalog, |scope| Some(scope.text()));
    let texts = texts(private, catalog);
    let includes: Vec<_> = catalog.scopes().iter().map(|scope| scope.includes().to_vec()).collect();
    let requires: Vec<_> = catalog.scopes().iter().map(|scope| required(catalog, scope)).collect();
    let includes = column::edges(private, &includes);
    let requires = column::edges(private, &requires);
    let all = column::bits(catalog, |_| true);
    let composites = column::bits(catalog, |scope| !scope.includes().is_empty());
    let dependents = column::bits(catalog, |scope| !scope.requires().is_empty());
    let restrictions = column::bits(catalog, Scope::is_restriction);
    let bound = column::bits(catalog, |scope| scope.bound_to().is_some());
    let optional = column::bits(catalog, Scope::is_optional);
    let deprecated = column::bits(catalog, |scope| scope.deprecation().is_some());
    let policy = policy::value(input);
    quote! {
        const COMPOSITES: [#private::u64; #words] = #composites;
        const DEPENDENTS: [#private::u64; #words] = #dependents;
        const MASKS: &#private::Masks<[#private::u64; #words]> =
            &#private::Masks::new(#restrictions, #bound, &COMPOSITES, &DEPENDENTS);
        static TABLE: #private::Table<[#private::u64; #words]> = #private::Table {
            names: #names,
            descriptions: #descriptions,
            #texts
            includes: #includes,
            requires: #requires,
            all: #all,
            composites: COMPOSITES,
            dependents: DEPENDENTS,
            optional: #optional,
            deprecated: #deprecated,
            policy: #policy,
        };
    }
}

/// The column of names, whose text is the constant `NAMES` that `lookup` writes.
fn names(private: &TokenStream, catalog: &Catalog) -> TokenStream {
    let mut start = 0;
    let mut starts = vec![0];
    starts.extend(catalog.scopes().iter().map(|scope| {
        start += scope.name().len() + 1;
        start
    }));
    let starts = column::numbers(private, starts);
    quote!(#private::Texts { text: NAMES, starts: #starts })
}

fn texts(private: &TokenStream, catalog: &Catalog) -> TokenStream {
    let consents = column::texts(private, catalog, |scope| Some(scope.consent()).filter(|text| *text != scope.text()));
    let details = column::texts(private, catalog, Scope::detail);
    let groups = column::texts(private, catalog, Scope::group);
    let docs = column::texts(private, catalog, Scope::docs);
    let since = column::texts(private, catalog, Scope::since);
    let claims = column::lists(private, catalog, |scope| catalog.claims(scope.id()));
    let aliases = column::lists(private, catalog, |scope| scope.aliases().iter().map(String::as_str).collect());
    quote! {
        consents: #consents,
        details: #details,
        groups: #groups,
        docs: #docs,
        since: #since,
        claims: #claims,
        aliases: #aliases,
    }
}

/// All that a scope requires, transitively, so that the runtime needs one look.
fn required(catalog: &Catalog, scope: &Scope) -> Vec<ScopeId> {
    let mut required = BTreeSet::new();
    let mut pending = scope.requires().to_vec();
    while let Some(id) = pending.pop() {
        if required.insert(id) {
            pending.extend_from_slice(catalog.scope(id).requires());
        }
    }
    required.into_iter().collect()
}
