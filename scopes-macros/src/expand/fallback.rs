//! What is emitted where the manifest is faulty: as much of the enum as could be read, so that one fault is one
//! error and not one more for each use. The crate does not build, so none of it ever runs.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use scopes_manifest::Axis;

use super::{column, enumeration, inherent, literal_macro};
use crate::joined;
use crate::load::Failure;
use crate::marker::Marker;

/// The variant that stands for every name that could not be read.
pub(crate) const UNREAD: &str = "__Unread";

pub(super) fn items(marker: &Marker, failure: &Failure) -> TokenStream {
    let (read, presets) = match failure {
        Failure::Unreadable(_) => (&[][..], &[][..]),
        Failure::Faulty(diagnostics) => (diagnostics.salvage().scopes(), diagnostics.salvage().presets()),
    };
    let mut variants: Vec<_> = read.iter().map(|scope| Ident::new(scope.variant(), Span::call_site())).collect();
    variants.push(Ident::new(UNREAD, Span::call_site()));
    let names = read
        .iter()
        // Others stand for no scope, and the literal could not hold them.
        .filter(|scope| scope.name().bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"'))
        .map(|scope| joined::entry(scope.name(), scope.variant(), false));
    let (names, endpoints) = (joined::literal(names.collect()), joined::literal(Vec::new()));
    let enumeration = enumeration(marker, &variants);
    let table = table(marker, variants.len());
    let inherent = inherent::items(marker, variants.len());
    let all = inherent::all(marker, &variants);
    let system = system(marker, presets);
    let kinds = kinds(marker, failure);
    let literal_macro = literal_macro::emit(marker, &names, &endpoints, true);
    quote! {
        #enumeration
        const _: () = {
            #table
            #inherent
            #all
        };
        #kinds
        #system
        #literal_macro
    }
}

fn kinds(marker: &Marker, failure: &Failure) -> TokenStream {
    let Failure::Faulty(diagnostics) = failure else { return TokenStream::new() };
    let axes = Axis::ALL.into_iter().filter_map(|axis| Some((axis, diagnostics.salvage().kinds(axis)?)));
    axes.map(|(axis, kinds)| super::kinds::item(marker, axis, kinds)).collect()
}

fn enumeration(marker: &Marker, variants: &[Ident]) -> TokenStream {
    let (private, visibility, name, set) = (marker.private(), &marker.visibility, &marker.scope, &marker.set);
    let (core, allowed) = (quote!(#private::core), enumeration::allowed());
    quote! {
        #allowed
        #[derive(
            #core::clone::Clone, #core::marker::Copy, #core::cmp::PartialEq, #core::cmp::Eq,
            #core::cmp::PartialOrd, #core::cmp::Ord, #core::hash::Hash
        )]
        // The texts could not be read, and that is the fault which is shown; so below.
        #[allow(missing_docs)]
        #[non_exhaustive]
        #visibility enum #name { #(#variants,)* }

        #[allow(dead_code, missing_docs)]
        #visibility type #set = #private::ScopeSet<#name>;

        #private::scope_impls! { #name }
    }
}

fn table(marker: &Marker, variants: usize) -> TokenStream {
    let (private, words) = (marker.private(), column::words(variants));
    quote! {
        const LOOKUP: #private::Lookup<'static> = #private::Lookup::EMPTY;
        const MASKS: &#private::Masks<[#private::u64; #words]> = &#private::Masks::NONE;
        static TABLE: #private::Table<[#private::u64; #words]> = #private::Table::UNREAD;
    }
}

fn system(marker: &Marker, presets: &[String]) -> TokenStream {
    let (private, ident, scope, set) = (marker.private(), &marker.ident, &marker.scope, &marker.set);
    let presets = presets.iter().map(|preset| Ident::new(preset, Span::call_site()));
    quote! {
        #[automatically_derived]
        impl #private::System for #ident {
            type Scope = #scope;
            const NAME: &'static #private::str = "";
            const PRESETS: &'static [#private::Preset<#scope>] = &[];
            const ENDPOINTS: &'static [#private::Endpoint<#scope>] = &[];
            const MAX_BYTES: #private::usize = 0;
            const AUDIENCE_URI: #private::core::option::Option<&'static #private::str> =
                #private::core::option::Option::None;
        }

        // Uses of presets are no errors of their own, and none has to be used.
        #[allow(dead_code, missing_docs)]
        impl #ident {
            #(pub const #presets: #set = #set::EMPTY;)*
        }
    }
}
