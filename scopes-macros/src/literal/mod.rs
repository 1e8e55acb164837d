//! Answers the macro under a marker's name: `Sipgate!("a")`, `Sipgate!(set["a", "b"])`, requirements and endpoints.
//!
//! What comes in: what the derive wrote down of the system ([`System`]) and what the user wrote ([`grammar::Form`]).
//! What goes out: paths to generated items, or an error on each literal that is wrong, with a value beside it so that
//! one typo is one error.

mod advice;
mod emit;
pub(crate) mod grammar;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitBool, LitStr, Result, braced};

use self::grammar::{Call, Form};
use crate::expand::UNREAD;
use crate::joined;

/// Between two endpoints in their joined literal.
pub(crate) const ENDPOINT_SEPARATOR: &str = "\n";
/// Between an endpoint and the word that says why it needs no scope.
pub(crate) const OPEN_MARK: char = '\\';

/// What the derive wrote into the macro.
struct System {
    /// The module of the generated items, from any crate: `$crate` or `$crate::auth`.
    home: TokenStream,
    /// The runtime's private module, as an item of `home`.
    runtime: Ident,
    marker: Ident,
    scope: Ident,
    manifest: String,
    is_broken: bool,
    names: String,
    endpoints: String,
}

impl Parse for System {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let content;
        braced!(content in input);
        let home;
        braced!(home in content);
        Ok(Self {
            home: home.parse()?,
            runtime: content.parse()?,
            marker: content.parse()?,
            scope: content.parse()?,
            manifest: content.parse::<LitStr>()?.value(),
            is_broken: content.parse::<LitBool>()?.value,
            names: content.parse::<LitStr>()?.value(),
            endpoints: content.parse::<LitStr>()?.value(),
        })
    }
}

/// The whole input: the system, then the user's words.
struct Input {
    system: System,
    call: Call,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        Ok(Self { system: input.parse()?, call: input.parse()? })
    }
}

pub(crate) fn expand(input: TokenStream) -> Result<TokenStream> {
    let Input { system, call } = syn::parse2(input)?;
    Ok(match call {
        Call::Value(Form::Scope(name)) => match system.variant(&name) {
            Ok(variant) => system.scope_path(&variant),
            // Alone, an error stands for an expression as well as for a pattern.
            Err(error) => error.into_compile_error(),
        },
        Call::Value(Form::Set(names)) => emit::set(&system, &names),
        Call::Value(Form::Requirement(requirement)) => emit::requirement(&system, &requirement),
        Call::Requires { target, requirement } => emit::implementation(&system, &target, &requirement),
    })
}

impl System {
    /// The variant of a literal, placed where the literal stands, so that a deprecation is shown there.
    fn variant(&self, name: &LitStr) -> Result<Ident> {
        let text = name.value();
        let entry = joined::find(&self.names, &text);
        if let Some(alias_of) = entry.as_ref().and_then(joined::Entry::alias_of) {
            let message = format!("`{text}` is an alias of `{alias_of}`; write `{alias_of}`");
            return Err(Error::new(name.span(), message));
        }
        match entry.and_then(|entry| entry.variant()) {
            Some(variant) => Ok(Ident::new(&variant, name.span())),
            None if self.is_broken => Ok(Ident::new(UNREAD, name.span())),
            None => Err(Error::new(name.span(), advice::unknown_scope(self, &text))),
        }
    }

    /// The same for a place where a grant is wanted.
    fn grant(&self, name: &LitStr) -> Result<Ident> {
        let text = name.value();
        if joined::find(&self.names, &text).is_some_and(|entry| entry.is_restriction()) {
            let message = format!("`{text}` is a restriction and cannot be required; name it in `under[\"{text}\"]`");
            return Err(Error::new(name.span(), message));
        }
        self.variant(name)
    }

    /// The same for a place where a restriction is wanted.
    fn restriction(&self, name: &LitStr) -> Result<Ident> {
        let text = name.value();
        let variant = self.variant(name)?;
        if self.is_broken || joined::find(&self.names, &text).is_some_and(|entry| entry.is_restriction()) {
            return Ok(variant);
        }
        let message = format!("`{text}` is a grant; `under[…]` names restrictions");
        Err(Error::new(name.span(), message))
    }

    /// The place of an endpoint among those that need scopes.
    fn endpoint(&self, route: &LitStr) -> Result<usize> {
        let text = route.value();
        let mut place = 0;
        for endpoint in self.endpoints.split(ENDPOINT_SEPARATOR) {
            let (known, open) = endpoint.split_once(OPEN_MARK).unwrap_or((endpoint, ""));
            if known == text && !text.is_empty() {
                return if open.is_empty() {
                    Ok(place)
                } else {
                    let message = format!("`{text}` is {open}: it requires no scope, so there is nothing to check");
                    Err(Error::new(route.span(), message))
                };
            }
            place += usize::from(open.is_empty());
        }
        Err(Error::new(route.span(), advice::unknown_endpoint(self, &text)))
    }

    fn scope_path(&self, variant: &Ident) -> TokenStream {
        let Self { home, scope, .. } = self;
        quote!(#home::#scope::#variant)
    }

    fn scope_type(&self) -> TokenStream {
        let Self { home, scope, .. } = self;
        quote!(#home::#scope)
    }

    fn private(&self) -> TokenStream {
        let Self { home, runtime, .. } = self;
        quote!(#home::#runtime)
    }

    fn marker_type(&self) -> TokenStream {
        let (home, marker) = (&self.home, Ident::new(&self.marker.to_string(), Span::call_site()));
        quote!(#home::#marker)
    }
}
