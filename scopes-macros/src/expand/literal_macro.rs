//! The macro under the marker's own name: a `macro_rules!` that hands its input, with all names as one literal, to
//! `literal`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Visibility;

use super::Input;
use crate::joined;
use crate::marker::Marker;

pub(super) fn items(input: &Input<'_>) -> TokenStream {
    emit(input.marker, &joined::names(input.catalog), &joined::endpoints(input.catalog), false)
}

/// The macro for these joined names and endpoints. `is_broken` says that the manifest could not be read whole: uses of
/// names that are not among them are then no further errors.
pub(super) fn emit(marker: &Marker, names: &TokenStream, endpoints: &TokenStream, is_broken: bool) -> TokenStream {
    let (visibility, ident, scope) = (&marker.visibility, &marker.ident, &marker.scope);
    let (private, macro_name, runtime) =
        (marker.private(), marker.hidden("__scopes"), marker.hidden("__scopes_runtime"));
    let module = marker.module_segments();
    let home = quote!($crate #(::#module)*);
    let export = matches!(visibility, Visibility::Public(_)).then(|| quote!(#[macro_export]));
    let text = format!("Scopes, sets and requirements of `{ident}`, checked when the crate is built.");
    let manifest = &marker.manifest;
    quote! {
        #[doc(hidden)]
        // A crate may use no literal: then neither the macro nor what it is exported by is used.
        #[allow(unused_imports)]
        #visibility use #private as #runtime;

        #[doc = #text]
        #[doc(hidden)]
        #export
        #[allow(unused_macros)]
        macro_rules! #macro_name {
            ($($input:tt)*) => {
                #home::#runtime::literal! {
                    { { #home } #runtime #ident #scope #manifest #is_broken #names #endpoints } $($input)*
                }
            };
        }

        #[allow(unused_imports)]
        #[doc(inline)]
        #visibility use #macro_name as #ident;
    }
}
