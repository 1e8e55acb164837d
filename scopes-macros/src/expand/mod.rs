//! From a marker and its manifest to items: the pipeline of `#[derive(Scopes)]`.
//!
//! One file for each generated item. What they emit is data and thin shells; the logic is in `scopes-runtime`.

mod column;
mod enumeration;
mod fallback;
mod inherent;
mod kinds;
mod literal_macro;
mod lookup;
mod placement;
mod policy;
mod rustdoc;
mod system;
mod table;

use proc_macro2::TokenStream;
use quote::quote;
use scopes_manifest::Catalog;
use syn::{DeriveInput, Error};

use crate::load::{self, Failure};
use crate::marker::Marker;

pub(crate) use self::fallback::UNREAD;
pub(crate) use self::kinds::axis_variant;

/// What generators draw on.
struct Input<'a> {
    marker: &'a Marker,
    catalog: &'a Catalog,
    /// `::scopes_runtime::__private`.
    private: TokenStream,
}

/// The derive: checks the attribute and hands the marker on to [`scopes`].
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    match Marker::from_input(input) {
        Ok(marker) => {
            let private = marker.private();
            quote!(#private::scopes! { #marker })
        }
        Err(error) => error.into_compile_error(),
    }
}

/// The macro that the derive expands to: reads the manifest and generates everything.
pub(crate) fn scopes(input: TokenStream) -> TokenStream {
    let marker: Marker = match syn::parse2(input) {
        Ok(marker) => marker,
        Err(error) => return error.into_compile_error(),
    };
    let manifest = load::load(&marker.manifest);
    let dependency = manifest.dependency();
    let items = match &manifest.reading {
        Ok(catalog) => items(&marker, catalog),
        Err(failure) => {
            let errors = errors(&marker, failure);
            let fallback = fallback::items(&marker, failure);
            quote!(#errors #fallback)
        }
    };
    // Beside everything else: what is refused is in use, and each use would be one more error.
    let refusals = shown(&marker, manifest.refusals.iter().cloned(), "more refusals");
    quote!(#dependency #refusals #items)
}

fn items(marker: &Marker, catalog: &Catalog) -> TokenStream {
    let input = Input { marker, catalog, private: marker.private() };
    let enumeration = enumeration::item(&input);
    let table = table::items(&input);
    let lookup = lookup::items(&input);
    let inherent = inherent::items(marker, catalog.scopes().len());
    let variants: Vec<_> = catalog.scopes().iter().map(enumeration::variant).collect();
    let all = inherent::all(marker, &variants);
    let kinds = kinds::items(marker, catalog);
    let system = system::items(&input);
    let literal_macro = literal_macro::items(&input);
    let placement = placement::assertion(marker);
    quote! {
        #enumeration
        const _: () = {
            #table
            #lookup
            #inherent
            #all
        };
        #kinds
        #system
        #literal_macro
        #placement
    }
}

/// More than anybody reads, and fewer than a terminal chokes on.
const MOST_SHOWN: usize = 200;

/// One error for each fault of the manifest.
fn errors(marker: &Marker, failure: &Failure) -> TokenStream {
    match failure {
        Failure::Unreadable(message) => error(marker, message),
        Failure::Faulty(diagnostics) => {
            let file = marker.manifest.value();
            shown(marker, diagnostics.iter().map(|diagnostic| diagnostic.render(&file)), "more faults")
        }
    }
}

/// An error for each message, and one that says how many are left.
fn shown(marker: &Marker, messages: impl ExactSizeIterator<Item = String>, more: &str) -> TokenStream {
    let left = messages.len().saturating_sub(MOST_SHOWN);
    let left = (left > 0).then(|| format!("{}: {left} {more} like these are not shown", marker.manifest.value()));
    messages.take(MOST_SHOWN).chain(left).map(|message| error(marker, &message)).collect()
}

/// An error on the attribute's literal.
fn error(marker: &Marker, message: &str) -> TokenStream {
    Error::new(marker.manifest.span(), message).into_compile_error()
}
