//! The enum's own `const fn`s, and its implementation of the runtime's `Scope`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::column;
use crate::marker::Marker;

/// Both implementations for an enum of so many scopes; they stand beside the static `TABLE`.
pub(super) fn items(marker: &Marker, scopes: usize) -> TokenStream {
    let (private, name, marker) = (marker.private(), &marker.scope, &marker.ident);
    let words = column::words(scopes);
    let texts = texts(&private);
    let predicates = predicates(&private);
    quote! {
        #[automatically_derived]
        impl #private::Scope for #name {
            type System = #marker;
            type Words = [#private::u64; #words];
            const ALL: &'static [Self] = ALL;
            const TABLE: &'static #private::Table<[#private::u64; #words]> = &TABLE;
            const LOOKUP: #private::Lookup<'static> = LOOKUP;
            const MASKS: &'static #private::Masks<[#private::u64; #words]> = MASKS;
            #[inline]
            fn index(self) -> #private::usize { self as #private::usize }
        }

        // No program needs all of them, and the lints are for code that somebody writes.
        #[allow(dead_code, clippy::all, clippy::pedantic)]
        impl #name {
            /// Every scope, in the order of the manifest.
            pub const ALL: &'static [Self] = ALL;
            #texts
            #predicates
            /// The scope and all that it includes, transitively.
            #[inline]
            #[must_use]
            pub const fn included(self) -> #private::ScopeSet<Self> {
                #private::included(&TABLE, self as #private::usize)
            }
            #[doc(hidden)]
            #[inline]
            #[must_use]
            pub const fn __index(self) -> #private::usize { self as #private::usize }
        }
    }
}

/// The list behind both `ALL`s.
pub(super) fn all(marker: &Marker, variants: &[Ident]) -> TokenStream {
    let name = &marker.scope;
    quote! {
        #[allow(deprecated)]
        const ALL: &[#name] = &[#(#name::#variants),*];
    }
}

fn texts(private: &TokenStream) -> TokenStream {
    quote! {
        /// The wire name, as it stands in tokens and requests.
        #[inline]
        #[must_use]
        pub const fn as_str(self) -> &'static #private::str { TABLE.name(self as #private::usize) }
        /// What the scope grants, for developers.
        #[inline]
        #[must_use]
        pub const fn description(self) -> &'static #private::str { TABLE.description(self as #private::usize) }
        /// What the end user reads when asked for consent.
        #[inline]
        #[must_use]
        pub const fn consent(self) -> &'static #private::str { TABLE.consent(self as #private::usize) }
        /// Fine print under the consent text.
        #[inline]
        #[must_use]
        pub const fn detail(self) -> #private::core::option::Option<&'static #private::str> {
            TABLE.details.get(self as #private::usize)
        }
        /// The heading under which documentation lists the scope.
        #[inline]
        #[must_use]
        pub const fn group(self) -> #private::core::option::Option<&'static #private::str> {
            TABLE.groups.get(self as #private::usize)
        }
        /// Where further documentation is found.
        #[inline]
        #[must_use]
        pub const fn docs(self) -> #private::core::option::Option<&'static #private::str> {
            TABLE.docs.get(self as #private::usize)
        }
        /// The version that brought the scope.
        #[inline]
        #[must_use]
        pub const fn since(self) -> #private::core::option::Option<&'static #private::str> {
            TABLE.since.get(self as #private::usize)
        }
        /// The claims that the scope releases, those of the scope that it extends among them.
        #[inline]
        #[must_use]
        pub const fn claims(self) -> &'static [&'static #private::str] { TABLE.claims.get(self as #private::usize) }
        /// Names that are accepted for this scope and never printed.
        #[inline]
        #[must_use]
        pub const fn aliases(self) -> &'static [&'static #private::str] { TABLE.aliases.get(self as #private::usize) }
    }
}

fn predicates(private: &TokenStream) -> TokenStream {
    quote! {
        /// Whether the scope narrows a token instead of granting anything.
        #[inline]
        #[must_use]
        pub const fn is_restriction(self) -> #private::bool {
            MASKS.is_restriction(self as #private::usize)
        }
        /// Whether the user may untick the scope on the consent screen.
        #[inline]
        #[must_use]
        pub const fn is_optional(self) -> #private::bool { #private::has(&TABLE.optional, self as #private::usize) }
        /// Whether the manifest calls the scope deprecated.
        #[inline]
        #[must_use]
        pub const fn is_deprecated(self) -> #private::bool { #private::has(&TABLE.deprecated, self as #private::usize) }
    }
}
