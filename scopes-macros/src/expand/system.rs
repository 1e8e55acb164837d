//! `impl System` for the marker: presets, endpoints and limits, and a constant for each preset.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use scopes_manifest::{Access, Endpoint, Preset, Requirement, ScopeId};

use super::{Input, column, rustdoc};

pub(super) fn items(input: &Input<'_>) -> TokenStream {
    let Input { marker, catalog, private } = input;
    let (ident, scope, name) = (&marker.ident, &marker.scope, catalog.name());
    let presets = catalog.presets().iter().map(|preset| preset_value(input, preset));
    let constants = catalog.presets().iter().map(|preset| preset_constant(input, preset));
    let requirements = catalog.endpoints().iter().filter_map(|endpoint| requirement(input, endpoint));
    let mut required = 0_usize..;
    let endpoints = catalog.endpoints().iter().map(|endpoint| endpoint_value(input, endpoint, &mut required));
    let max_bytes = catalog.max_bytes();
    let audience_uri = option(private, catalog.audience_uri());
    quote! {
        #[automatically_derived]
        impl #private::System for #ident {
            type Scope = #scope;
            const NAME: &'static #private::str = #name;
            const PRESETS: &'static [#private::Preset<#scope>] = &[#(#presets),*];
            const ENDPOINTS: &'static [#private::Endpoint<#scope>] = &[#(#endpoints),*];
            const MAX_BYTES: #private::usize = #max_bytes;
            const AUDIENCE_URI: #private::core::option::Option<&'static #private::str> = #audience_uri;
        }

        // No program needs all presets, and the lints are for code that somebody writes.
        #[allow(dead_code, clippy::all, clippy::pedantic)]
        impl #ident {
            #(#constants)*
            #[doc(hidden)]
            pub const __REQUIREMENTS: &'static [#private::Requirement<#scope>] = &[#(#requirements),*];
        }
    }
}

fn preset_value(input: &Input<'_>, preset: &Preset) -> TokenStream {
    let Input { marker, private, .. } = input;
    let (ident, name, text) = (&marker.ident, preset.name(), option(private, preset.text()));
    let constant = Ident::new(preset.constant(), Span::call_site());
    quote!(#private::Preset::__new(#name, #text, #ident::#constant))
}

fn preset_constant(input: &Input<'_>, preset: &Preset) -> TokenStream {
    let Input { marker, private, .. } = input;
    let text = match preset.text() {
        Some(text) => rustdoc::escape(text),
        None => format!("The preset `{}`.", preset.name()),
    };
    let (scope, constant) = (&marker.scope, Ident::new(preset.constant(), Span::call_site()));
    let scopes = set(input, preset.scopes());
    quote!(#[doc = #text] pub const #constant: #private::ScopeSet<#scope> = #scopes;)
}

fn requirement(input: &Input<'_>, endpoint: &Endpoint) -> Option<TokenStream> {
    match endpoint.access() {
        Access::Scopes(requirement) => Some(requirement_value(input, requirement)),
        _ => None,
    }
}

fn requirement_value(input: &Input<'_>, requirement: &Requirement) -> TokenStream {
    let private = &input.private;
    let mut alternatives = requirement.alternatives().iter().map(|alternative| set(input, alternative));
    let first = alternatives.next();
    let under = set(input, requirement.under());
    quote!(#private::Requirement::__new(#first, &[#(#alternatives),*], #under))
}

/// An endpoint; `required` counts those that need scopes, which stand in `__REQUIREMENTS`.
fn endpoint_value(input: &Input<'_>, endpoint: &Endpoint, required: &mut impl Iterator<Item = usize>) -> TokenStream {
    let Input { marker, private, .. } = input;
    let access = match endpoint.access() {
        Access::Public => quote!(#private::Access::Public),
        Access::Authenticated { under } => {
            let under = set(input, under);
            quote!(#private::Access::Authenticated { under: #under })
        }
        Access::Scopes(_) => {
            let (ident, place) = (&marker.ident, required.next());
            quote!(#private::Access::Scopes(#ident::__REQUIREMENTS[#place]))
        }
    };
    let (method, path) = (endpoint.method(), endpoint.path());
    quote!(#private::Endpoint::__new(#method, #path, #access))
}

fn set(input: &Input<'_>, ids: &[ScopeId]) -> TokenStream {
    let private = &input.private;
    let indices = ids.iter().map(|id| proc_macro2::Literal::u32_unsuffixed(column::index(*id)));
    quote!(#private::set(&[#(#indices),*]))
}

fn option(private: &TokenStream, text: Option<&str>) -> TokenStream {
    if let Some(text) = text {
        quote!(#private::core::option::Option::Some(#text))
    } else {
        quote!(#private::core::option::Option::None)
    }
}
