//! The perfect hash of the names, as the runtime's `Lookup`, and the text of all names, which `table` refers to.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use scopes_lookup::{Layout, Name, Window, search};
use scopes_manifest::{Catalog, Scope};

use super::{Input, column};

/// More bytes than the runtime copies from the beginning of a name (`STEP` in its `set/line.rs`). With fewer the last
/// names would be printed more slowly.
const PADDING: usize = 64;

/// The constant `LOOKUP`, and `NAMES`: all names and then all aliases, each with a space behind.
pub(super) fn items(input: &Input<'_>) -> TokenStream {
    let Input { catalog, private, marker } = input;
    let mut text = String::new();
    let names: Vec<Name<'_>> = owned(catalog)
        .map(|(name, owner)| {
            let start = column::narrow(text.len());
            text.push_str(name);
            text.push(' ');
            Name { text: name, start, owner }
        })
        .collect();
    text.extend([' '; PADDING]);
    let Some(layout) = search(&names) else {
        let error = "no table was found for these names, which the search was thought to do for any: please report it";
        let error = syn::Error::new(marker.manifest.span(), error).into_compile_error();
        return quote! {
            #error
            const NAMES: &#private::str = #text;
            const LOOKUP: #private::Lookup<'static> = #private::Lookup::EMPTY;
        };
    };
    let plan = plan(private, &layout);
    let (pilots, slots) = (Literal::byte_string(&layout.pilots), Literal::byte_string(&layout.slots));
    quote! {
        const NAMES: &#private::str = #text;
        const LOOKUP: #private::Lookup<'static> =
            #private::Lookup { plan: #plan, pilots: #pilots, slots: #slots, names: NAMES };
    }
}

/// Every name with the index of its scope: those of scopes, then aliases.
fn owned(catalog: &Catalog) -> impl Iterator<Item = (&str, u32)> {
    let names = catalog.scopes().iter().map(|scope| (scope.name(), column::index(scope.id())));
    names.chain(catalog.scopes().iter().flat_map(aliases))
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
