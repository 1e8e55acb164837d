//! The axes of `[kinds]` as enums, so that a misspelt kind does not compile.

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use scopes_manifest::{Axis, Catalog, identifier};

use super::rustdoc;
use crate::marker::Marker;

/// An enum for each axis that the manifest lists.
pub(super) fn items(marker: &Marker, catalog: &Catalog) -> TokenStream {
    let axes = Axis::ALL.into_iter().filter_map(|axis| Some((axis, catalog.kinds(axis)?)));
    axes.map(|(axis, kinds)| item(marker, axis, kinds)).collect()
}

/// The enum of one axis with these words of the manifest.
pub(super) fn item(marker: &Marker, axis: Axis, kinds: &[String]) -> TokenStream {
    let (private, visibility, scope) = (marker.private(), &marker.visibility, &marker.scope);
    let core = quote!(#private::core);
    let name = marker.kind(axis);
    let on = Ident::new(&axis_variant(axis), Span::call_site());
    // In a faulty manifest some give no identifier, or the same: that has been reported.
    let mut seen = HashSet::new();
    let variants = kinds.iter().filter_map(|kind| Some((identifier::variant(kind, None).ok()?, kind.as_str())));
    let named: Vec<(Ident, &str)> = variants
        .filter(|(variant, _)| seen.insert(variant.clone()))
        .map(|(variant, kind)| (Ident::new(&variant, Span::call_site()), kind))
        .collect();
    let variants = named.iter().map(|(variant, kind)| {
        let text = format!("{}: {}.", axis.as_str(), rustdoc::escape(kind));
        quote!(#[doc = #text] #variant)
    });
    let pairs = named.iter().map(|(variant, kind)| quote!(#variant = #kind));
    let text = format!("Who may hold a scope, by `{}` of the manifest's `[kinds]`.", axis.as_str());
    let allowed = super::enumeration::allowed();
    quote! {
        #[doc = #text]
        #allowed
        #[derive(
            #core::clone::Clone, #core::marker::Copy, #core::fmt::Debug, #core::cmp::PartialEq, #core::cmp::Eq,
            #core::hash::Hash
        )]
        #[non_exhaustive]
        #visibility enum #name { #(#variants,)* }

        #private::kind_impls! { #name on #on of #scope { #(#pairs),* } }
    }
}

/// What the runtime calls the axis, and the enum where nobody says otherwise.
pub(crate) fn axis_variant(axis: Axis) -> String {
    identifier::variant(axis.as_str(), None).unwrap_or_default()
}
