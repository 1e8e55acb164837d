//! Columns of the generated table as literals.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use scopes_manifest::{Catalog, Scope, ScopeId};

/// A column of texts, of scopes that have one.
pub(super) fn texts<'c>(
    private: &TokenStream,
    catalog: &'c Catalog,
    text: impl Fn(&'c Scope) -> Option<&'c str>,
) -> TokenStream {
    let (mut all, mut starts) = (String::new(), Vec::with_capacity(catalog.scopes().len() + 1));
    for scope in catalog.scopes() {
        starts.push(all.len());
        all.push_str(text(scope).unwrap_or_default());
    }
    if all.is_empty() {
        return quote!(#private::Texts::NONE);
    }
    starts.push(all.len());
    let starts = numbers(private, starts);
    quote!(#private::Texts { text: #all, starts: #starts })
}

/// A column of lists, few of which are not empty.
pub(super) fn lists<'c>(
    private: &TokenStream,
    catalog: &'c Catalog,
    list: impl Fn(&'c Scope) -> Vec<&'c str>,
) -> TokenStream {
    let entries = catalog.scopes().iter().filter_map(|scope| {
        let (index, list) = (index(scope.id()), list(scope));
        (!list.is_empty()).then(|| quote!((#index, &[#(#list),*])))
    });
    quote!(#private::Lists(&[#(#entries),*]))
}

/// Edges from each scope to others, by where they start and where they lead.
pub(super) fn edges(private: &TokenStream, outgoing: &[Vec<ScopeId>]) -> TokenStream {
    if outgoing.iter().all(Vec::is_empty) {
        return quote!(#private::Edges::NONE);
    }
    let (mut starts, mut targets) = (Vec::with_capacity(outgoing.len() + 1), Vec::new());
    for scope in outgoing {
        starts.push(targets.len());
        targets.extend(scope.iter().map(|target| target.index()));
    }
    starts.push(targets.len());
    let (starts, targets) = (numbers(private, starts), numbers(private, targets));
    quote!(#private::Edges { starts: #starts, targets: #targets })
}

/// Numbers as one literal.
pub(super) fn numbers(private: &TokenStream, numbers: Vec<usize>) -> TokenStream {
    let bytes: Vec<u8> = numbers.into_iter().flat_map(|number| narrow(number).to_le_bytes()).collect();
    let bytes = Literal::byte_string(&bytes);
    quote!(#private::Numbers(#bytes))
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

/// How many words a set of so many scopes takes.
pub(super) const fn words(scopes: usize) -> usize {
    if scopes == 0 { 1 } else { scopes.div_ceil(64) }
}

/// An index as the table has it.
pub(super) fn index(id: ScopeId) -> u32 {
    narrow(id.index())
}

/// A manifest of 1 MiB cannot declare so much that a number would not fit.
pub(super) fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
