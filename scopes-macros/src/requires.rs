//! `#[derive(Requires)]`: finds the marker and hands the requirement to the marker's own macro, which knows the
//! names and where the runtime is, so that a crate can use it without depending on the runtime itself.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, DeriveInput, Error, Path, Result, Token};

pub(crate) fn derive(input: TokenStream) -> Result<TokenStream> {
    let input: DeriveInput = syn::parse2(input)?;
    let (marker, requirement) = attribute(&input)?;
    let name = &input.ident;
    let (generics, arguments, conditions) = input.generics.split_for_impl();
    Ok(quote! {
        #marker! { @requires { #generics } { #name #arguments } { #conditions } #requirement }
    })
}

/// The marker and what follows the colon, from the one `#[requires(…)]`.
fn attribute(input: &DeriveInput) -> Result<(Path, TokenStream)> {
    let mut attributes = input.attrs.iter().filter(|attribute| attribute.path().is_ident("requires"));
    let Some(attribute) = attributes.next() else {
        let message = "say what it requires: `#[requires(Marker: \"scope\")]`";
        return Err(Error::new(input.ident.span(), message));
    };
    if let Some(second) = attributes.next() {
        let message = "one `#[requires(…)]` a type; alternatives are written `any[…]`, several scopes `all[…]`";
        return Err(Error::new_spanned(second, message));
    }
    parse.parse2(tokens(attribute)?)
}

fn tokens(attribute: &Attribute) -> Result<TokenStream> {
    attribute.meta.require_list().map(|list| list.tokens.clone())
}

fn parse(input: ParseStream<'_>) -> Result<(Path, TokenStream)> {
    let advice = "name the system and what it requires: `#[requires(Marker: \"scope\")]`";
    let marker = Path::parse_mod_style(input).map_err(|error| Error::new(error.span(), advice))?;
    if !input.peek(Token![:]) {
        return Err(Error::new_spanned(marker, advice));
    }
    input.parse::<Token![:]>()?;
    if input.is_empty() {
        return Err(Error::new_spanned(marker, "an empty requirement: name at least one scope"));
    }
    Ok((marker, input.parse()?))
}
