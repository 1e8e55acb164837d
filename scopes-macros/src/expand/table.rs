//! The static table of the system: every text, edge and mask that the runtime reads.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use scopes_manifest::{Catalog, Scope, ScopeId};

use super::{Input, column, policy};

pub(super) fn item(input: &Input<'_>) -> TokenStream {
    let Input { catalog, private, .. } = input;
    let words = column::words(catalog.scopes().len());
    let names = catalog.scopes().iter().map(Scope::name);
    let descriptions = catalog.scopes().iter().map(Scope::text);
    let sorted = sorted(catalog);
    let texts = texts(private, catalog);
    let includes: Vec<_> = catalog.scopes().iter().map(|scope| scope.includes().to_vec()).collect();
    let requires: Vec<_> = catalog.scopes().iter().map(|scope| required(catalog, scope)).collect();
    let includes = column::edges(private, &includes);
    let requires = column::edges(private, &requires);
    let all = column::bits(catalog, |_| true);
    let composites = column::bits(catalog, |scope| !scope.includes().is_empty());
    let dependents = column::bits(catalog, |scope| !scope.requires().is_empty());
    let restrictions = column::bits(catalog, Scope::is_restriction);
    let optional = column::bits(catalog, Scope::is_optional);
    let deprecated = column::bits(catalog, |scope| scope.deprecation().is_some());
    let max_bytes = catalog.max_bytes();
    let policy = policy::value(input);
    quote! {
        static TABLE: #private::Table<[#private::u64; #words]> = #private::Table {
            names: &[#(#names),*],
            descriptions: &[#(#descriptions),*],
            sorted: &[#(#sorted),*],
            #texts
            includes: #includes,
            requires: #requires,
            all: #all,
            composites: #composites,
            dependents: #dependents,
            restrictions: #restrictions,
            optional: #optional,
            deprecated: #deprecated,
            max_bytes: #max_bytes,
            policy: #policy,
        };
    }
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

/// Names and aliases with the scope that they stand for, sorted bytewise.
fn sorted(catalog: &Catalog) -> Vec<TokenStream> {
    let mut sorted: Vec<(&str, u32)> = Vec::with_capacity(catalog.scopes().len());
    for scope in catalog.scopes() {
        let index = column::index(scope.id());
        sorted.push((scope.name(), index));
        sorted.extend(scope.aliases().iter().map(|alias| (alias.as_str(), index)));
    }
    sorted.sort_unstable();
    sorted.into_iter().map(|(name, index)| quote!((#name, #index))).collect()
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
