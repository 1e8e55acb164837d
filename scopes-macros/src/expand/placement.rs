//! Asserts that the marker stands where `path` says: a macro cannot learn its module, and the macro under the
//! marker's name reaches its enum through that path.

use proc_macro2::TokenStream;
use quote::quote;

use crate::marker::Marker;

pub(super) fn assertion(marker: &Marker) -> TokenStream {
    let private = marker.private();
    let segments = marker.module_segments().flat_map(|segment| ["::".to_owned(), segment.to_string()]);
    let expected: String = segments.collect();
    let advice = format!(
        "; write the module's path into the attribute: `#[scopes(path = crate::…)]` (now it is `crate{expected}`)"
    );
    let ident = marker.ident.to_string();
    quote! {
        const _: () = #private::core::assert!(
            #private::is_in_module(#private::core::module_path!(), #expected),
            #private::core::concat!("`", #ident, "` stands in the module `", #private::core::module_path!(), "`", #advice)
        );
    }
}
