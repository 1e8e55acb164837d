//! The perfect hash of the names, as the runtime's `Lookup`.

use proc_macro2::TokenStream;
use quote::quote;
use scopes_lookup::{Layout, Window, search};
use scopes_manifest::Scope;

use super::{Input, column};

/// The constant `LOOKUP` and the columns that it refers to. They read the constant `SPACED_NAMES`.
pub(super) fn items(input: &Input<'_>) -> TokenStream {
    let Input { catalog, private, marker } = input;
    let aliases: Vec<(&str, u32)> = catalog.scopes().iter().flat_map(aliases).collect();
    let names = catalog.scopes().iter().map(Scope::name).chain(aliases.iter().map(|(alias, _)| *alias));
    let names: Vec<&str> = names.collect();
    let Some(layout) = search(&names) else {
        let error = "no table was found for these names, which the search was thought to do for any: please report it";
        return syn::Error::new(marker.manifest.span(), error).into_compile_error();
    };
    let Layout { pilots, slots, places, .. } = &layout;
    let plan = plan(private, &layout);
    let scopes = catalog.scopes().len();
    let alias_owners = aliases.iter().map(|(_, owner)| owner);
    let slot_names = if aliases.is_empty() {
        quote!(#private::slots(SPACED_NAMES, PLACES))
    } else {
        let spaced = names.iter().map(|name| format!("{name} "));
        quote!(#private::slots(&[#(#spaced),*], PLACES))
    };
    let (pilots, places) = (column::numbers(pilots), column::numbers(places));
    quote! {
        const PLACES: &[#private::u32] = &#places;
        static SLOTS: [&#private::str; #slots] = #slot_names;
        static OWNERS: [#private::u32; #slots] = #private::owners(#scopes, &[#(#alias_owners),*], PLACES);
        const LOOKUP: #private::Lookup<'static> =
            #private::Lookup { plan: #plan, pilots: &#pilots, slots: &SLOTS, owners: &OWNERS };
    }
}

fn aliases(scope: &Scope) -> impl Iterator<Item = (&str, u32)> {
    scope.aliases().iter().map(|alias| (alias.as_str(), column::index(scope.id())))
}

fn plan(private: &TokenStream, layout: &Layout) -> TokenStream {
    let windows = layout.windows.iter().map(|window| match window {
        Window::Start(offset) => quote!(#private::Window::Start(#offset)),
        Window::End(offset) => quote!(#private::Window::End(#offset)),
    });
    let sample = match layout.width {
        8 => quote!(Eight(&[#(#windows),*])),
        4 => quote!(Four(&[#(#windows),*])),
        1 => quote!(One(&[#(#windows),*])),
        _ => quote!(Whole),
    };
    let seed = layout.seed;
    quote!(#private::Plan { seed: #seed, sample: #private::Sample::#sample })
}
