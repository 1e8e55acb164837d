//! Answers the macro under a marker's name: `Sipgate!("a")`, `Sipgate!(set["a", "b"])`, requirements and endpoints.
//!
//! What comes in: what the derive wrote down of the system ([`System`]) and what the user wrote ([`grammar::Form`]).
//! What goes out: paths to generated items, or an error on each literal that is wrong, with a value beside it so that
//! one typo is one error.

mod advice;
mod emit;
mod grammar;
mod name;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{Error, LitStr, Result};

use self::grammar::{Call, Form};
use self::name::Name;
use crate::expand::UNREAD;
use crate::joined;

/// What the derive wrote into the macro.
struct System {
    /// The module of the generated items, from any crate: `$crate` or `$crate::auth`.
    home: TokenStream,
    /// The runtime's private module, as an item of `home`.
    runtime: Ident,
    marker: Ident,
    scope: Ident,
    manifest: Literal,
    is_broken: bool,
    /// Both as `joined` has them.
    names: String,
    endpoints: String,
}

impl System {
    /// Reads what stands before the user's words. Token by token and not by syn, which copies literals several times:
    /// at each use of a large system that would take longer than all the rest.
    fn take(input: &mut IntoIter) -> Option<Self> {
        let mut content = group(input.next()?)?.into_iter();
        Some(Self {
            home: group(content.next()?)?,
            runtime: ident(content.next()?)?,
            marker: ident(content.next()?)?,
            scope: ident(content.next()?)?,
            manifest: literal(content.next()?)?,
            is_broken: ident(content.next()?)? == "true",
            names: joined::unquoted(&literal(content.next()?)?),
            endpoints: joined::unquoted(&literal(content.next()?)?),
        })
    }
}

fn group(tree: TokenTree) -> Option<TokenStream> {
    if let TokenTree::Group(group) = tree { Some(group.stream()) } else { None }
}

fn ident(tree: TokenTree) -> Option<Ident> {
    match tree {
        TokenTree::Ident(ident) => Some(ident),
        // A capture of a macro is wrapped in a group that cannot be seen.
        TokenTree::Group(group) => ident(group.stream().into_iter().next()?),
        _ => None,
    }
}

fn literal(tree: TokenTree) -> Option<Literal> {
    if let TokenTree::Literal(literal) = tree { Some(literal) } else { None }
}

pub(crate) fn expand(input: TokenStream) -> Result<TokenStream> {
    let mut input = input.into_iter();
    let system = System::take(&mut input).ok_or_else(|| {
        let message = "this macro is called by the one that `derive(Scopes)` generates, and by nobody else";
        Error::new(Span::call_site(), message)
    })?;
    let words = input.collect();
    if let Some(name) = Name::alone(&words) {
        return scope(&system, &name);
    }
    Ok(match syn::parse2(words)? {
        Call::Value(Form::Scope(name)) => scope(&system, &name)?,
        Call::Value(Form::Set(names)) => emit::set(&system, &names),
        Call::Value(Form::Requirement(requirement)) => emit::requirement(&system, &requirement),
        Call::Requires { target, requirement } => emit::implementation(&system, &target, &requirement),
    })
}

/// One scope. Alone, an error stands for an expression as well as for a pattern.
fn scope(system: &System, name: &Name) -> Result<TokenStream> {
    system.variant(name).map(|variant| system.scope_path(&variant))
}

impl System {
    /// The variant of a literal, placed where the literal stands, so that a deprecation is shown there.
    fn variant(&self, name: &Name) -> Result<Ident> {
        let text = &name.text;
        let entry = joined::find(&self.names, text);
        if let Some(alias_of) = entry.as_ref().and_then(joined::Entry::alias_of) {
            let message = format!("`{text}` is an alias of `{alias_of}`; write `{alias_of}`");
            return Err(name.error(message));
        }
        match entry.and_then(|entry| entry.variant()) {
            Some(variant) => Ok(Ident::new(&variant, name.span)),
            None if self.is_broken => Ok(Ident::new(UNREAD, name.span)),
            None => Err(name.error(advice::unknown_scope(self, text))),
        }
    }

    /// The same for a place where a grant is wanted.
    fn grant(&self, name: &Name) -> Result<Ident> {
        let text = &name.text;
        if joined::find(&self.names, text).is_some_and(|entry| entry.is_restriction()) {
            let message = format!("`{text}` is a restriction and cannot be required; name it in `under[\"{text}\"]`");
            return Err(name.error(message));
        }
        self.variant(name)
    }

    /// The same for a place where a restriction is wanted.
    fn restriction(&self, name: &Name) -> Result<Ident> {
        let text = &name.text;
        let variant = self.variant(name)?;
        if self.is_broken || joined::find(&self.names, text).is_some_and(|entry| entry.is_restriction()) {
            return Ok(variant);
        }
        let message = format!("`{text}` is a grant; `under[…]` names restrictions");
        Err(name.error(message))
    }

    /// The place of an endpoint among those that need scopes.
    fn endpoint(&self, route: &Name) -> Result<usize> {
        let text = &route.text;
        let Some(endpoint) = joined::find(&self.endpoints, text) else {
            return Err(route.error(advice::unknown_endpoint(self, text)));
        };
        endpoint.place().map_err(|open| {
            let message = format!("`{text}` is {open}: it requires no scope, so there is nothing to check");
            route.error(message)
        })
    }

    /// The manifest's path as the user wrote it.
    fn manifest(&self) -> String {
        syn::parse2(TokenTree::from(self.manifest.clone()).into())
            .map_or_else(|_| self.manifest.to_string(), |manifest: LitStr| manifest.value())
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
