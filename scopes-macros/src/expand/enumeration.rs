//! The enum: a variant a scope, documented with the manifest's text, and the set's alias.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use scopes_manifest::{Catalog, Deprecation, Scope};

use super::{Input, rustdoc};

/// The variant's identifier; the manifest has made sure that it is one.
pub(super) fn variant(scope: &Scope) -> Ident {
    Ident::new(scope.variant(), Span::call_site())
}

pub(super) fn item(input: &Input<'_>) -> TokenStream {
    let Input { marker, catalog, private } = input;
    let (visibility, name, set) = (&marker.visibility, &marker.scope, &marker.set);
    let variants = catalog.scopes().iter().map(|scope| {
        let text = rustdoc::variant(scope);
        let deprecated = scope.deprecation().map(|deprecation| deprecated(catalog, deprecation));
        let variant = variant(scope);
        quote!(#[doc = #text] #deprecated #variant)
    });
    let text = rustdoc::enumeration(catalog);
    let set_text = format!("A set of scopes of {}.", rustdoc::escape(catalog.name()));
    let (core, allowed) = (quote!(#private::core), allowed());
    quote! {
        #[doc = #text]
        #allowed
        #[derive(
            #core::clone::Clone, #core::marker::Copy, #core::cmp::PartialEq, #core::cmp::Eq,
            #core::cmp::PartialOrd, #core::cmp::Ord, #core::hash::Hash
        )]
        #[non_exhaustive]
        #visibility enum #name { #(#variants,)* }

        #[doc = #set_text]
        // Whoever only names single scopes has no use for the set's own name.
        #[allow(dead_code)]
        #visibility type #set = #private::ScopeSet<#name>;

        #private::scope_impls! { #name }
    }
}

/// Lints that the manifest's names and texts, and not the user's code, would trip over.
pub(super) fn allowed() -> TokenStream {
    quote! {
        #[allow(
            dead_code, deprecated, non_camel_case_types, clippy::all, clippy::pedantic, clippy::restriction,
            clippy::nursery, rustdoc::all
        )]
    }
}

fn deprecated(catalog: &Catalog, deprecation: &Deprecation) -> TokenStream {
    let since = deprecation.since().map(|since| quote!(since = #since,));
    let replacement = deprecation.replacement().map(|id| format!("use `{}`", catalog.scope(id).name()));
    let removal = deprecation.remove_after().map(|date| format!("to be removed after {date}"));
    let note: Vec<_> = [replacement, deprecation.note().map(str::to_owned), removal].into_iter().flatten().collect();
    if note.is_empty() && since.is_none() {
        return quote!(#[deprecated]);
    }
    let note = if note.is_empty() { "the manifest calls it deprecated".to_owned() } else { note.join("; ") };
    quote!(#[deprecated(#since note = #note)])
}
