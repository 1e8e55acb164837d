//! Columns of the generated table as literals.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use scopes_manifest::{Catalog, Scope, ScopeId};

/// A sparse column of texts.
pub(super) fn texts<'c>(
    private: &TokenStream,
    catalog: &'c Catalog,
    text: impl Fn(&'c Scope) -> Option<&'c str>,
) -> TokenStream {
    let entries = catalog.scopes().iter().filter_map(|scope| {
        let (index, text) = (index(scope.id()), text(scope)?);
        Some(quote!((#index, #text)))
    });
    quote!(#private::Sparse(&[#(#entries),*]))
}

/// A sparse column of lists.
pub(super) fn lists<'c>(
    private: &TokenStream,
    catalog: &'c Catalog,
    list: impl Fn(&'c Scope) -> Vec<&'c str>,
) -> TokenStream {
    let entries = catalog.scopes().iter().filter_map(|scope| {
        let (index, list) = (index(scope.id()), list(scope));
        (!list.is_empty()).then(|| quote!((#index, &[#(#list),*])))
    });
    quote!(#private::Sparse(&[#(#entries),*]))
}

/// Edges from each scope to others, by where they start and where they lead.
pub(super) fn edges(private: &TokenStream, outgoing: &[Vec<ScopeId>]) -> TokenStream {
    if outgoing.iter().all(Vec::is_empty) {
        return quote!(#private::Edges { starts: &[], targets: &[] });
    }
    let mut end = 0_u32;
    let ends = outgoing.iter().map(|targets| {
        end += u32::try_from(targets.len()).unwrap_or(u32::MAX);
        end
    });
    let starts = [0].into_iter().chain(ends);
    let targets = outgoing.iter().flatten().copied().map(index);
    quote!(#private::Edges { starts: &[#(#starts),*], targets: &[#(#targets),*] })
}

/// A column of bits: `[u64; N]`.
pub(super) fn bits(catalog: &Catalog, is_set: impl Fn(&Scope) -> bool) -> TokenStream {
    let mut words = vec![0_u64; words(catalog.scopes().len())];
    for scope in catalog.scopes().iter().filter(|scope| is_set(scope)) {
        if let Some(word) = words.get_mut(scope.id().index() / 64) {
            *word |= 1 << (scope.id().index() % 64);
        }
    }
    quote!([#(#words),*])
}

/// A list of numbers.
pub(super) fn numbers(numbers: &[u32]) -> TokenStream {
    let numbers = numbers.iter().copied().map(Literal::u32_unsuffixed);
    quote!([#(#numbers),*])
}

/// How many words a set of so many scopes takes.
pub(super) const fn words(scopes: usize) -> usize {
    if scopes == 0 { 1 } else { scopes.div_ceil(64) }
}

/// An index as the table has it. A manifest of 1 MiB cannot declare so many scopes that it would not fit.
pub(super) fn index(id: ScopeId) -> u32 {
    u32::try_from(id.index()).unwrap_or(u32::MAX)
}
