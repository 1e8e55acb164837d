//! The user's words as tokens: constants over generated items.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Result;

use super::System;
use super::grammar::{Needs, Requirement, Target};
use super::name::Name;

/// Every error of an expression, so that all are reported at once.
#[derive(Default)]
struct Errors(TokenStream);

impl Errors {
    fn take<T>(&mut self, result: Result<T>) -> Option<T> {
        result.map_err(|error| self.0.extend(error.into_compile_error())).ok()
    }
}

/// A `ScopeSet` constant.
pub(super) fn set(system: &System, names: &[Name]) -> TokenStream {
    let (private, scope) = (system.private(), system.scope_type());
    let mut errors = Errors::default();
    let set = members(system, names, System::variant, &mut errors);
    let errors = errors.0;
    quote!({
        #errors
        const SET: #private::ScopeSet<#scope> = #set;
        SET
    })
}

/// A `Requirement` constant.
pub(super) fn requirement(system: &System, requirement: &Requirement) -> TokenStream {
    let (private, scope) = (system.private(), system.scope_type());
    let (errors, value) = value(system, requirement);
    quote!({
        #errors
        const REQUIREMENT: #private::Requirement<#scope> = #value;
        REQUIREMENT
    })
}

/// `impl Requires for …`.
pub(super) fn implementation(system: &System, target: &Target, requirement: &Requirement) -> TokenStream {
    let (private, scope) = (system.private(), system.scope_type());
    let (errors, value) = value(system, requirement);
    let Target { generics, name, conditions } = target;
    quote! {
        #errors
        #[automatically_derived]
        impl #generics #private::Requires for #name #conditions {
            type Scope = #scope;
            const REQUIREMENT: #private::Requirement<#scope> = #value;
        }
    }
}

/// The errors of a requirement and its value, which is of the right type all the same.
fn value(system: &System, requirement: &Requirement) -> (TokenStream, TokenStream) {
    let private = system.private();
    let mut errors = Errors::default();
    let under = members(system, &requirement.under, System::restriction, &mut errors);
    let value = match &requirement.needs {
        Needs::Endpoint(route) if !system.is_broken => match errors.take(system.endpoint(route)) {
            Some(place) => {
                let marker = system.marker_type();
                quote!(#private::honouring(#marker::__REQUIREMENTS[#place], #under))
            }
            None => unmet(&private),
        },
        Needs::Endpoint(_) => unmet(&private),
        Needs::Alternatives(alternatives) => {
            repeated(alternatives, &mut errors);
            let mut sets = alternatives.iter().map(|names| members(system, names, System::grant, &mut errors));
            let first = sets.next();
            quote!(#private::Requirement::__new(#first, &[#(#sets),*], #under))
        }
    };
    (errors.0, value)
}

/// No alternative stands twice, in whatever order.
fn repeated(alternatives: &[Vec<Name>], errors: &mut Errors) {
    let mut seen = Vec::with_capacity(alternatives.len());
    for names in alternatives {
        let mut texts: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
        texts.sort_unstable();
        if let Some(first) = names.first().filter(|_| seen.contains(&texts)) {
            errors.take::<()>(Err(first.error(format!("the alternative `{}` stands twice in `any`", texts.join(" ")))));
        }
        seen.push(texts);
    }
}

/// A requirement that nothing meets, beside an error.
fn unmet(private: &TokenStream) -> TokenStream {
    quote!(#private::Requirement::__new(#private::set(&[]), &[], #private::set(&[])))
}

/// A set of these names. One that stands twice is a slip of the pen.
fn members(
    system: &System,
    names: &[Name],
    variant: fn(&System, &Name) -> Result<Ident>,
    errors: &mut Errors,
) -> TokenStream {
    let mut seen: Vec<&str> = Vec::with_capacity(names.len());
    let mut indices = TokenStream::new();
    for name in names {
        let text = name.text.as_str();
        if seen.contains(&text) {
            errors.take::<()>(Err(name.error(format!("`{text}` stands twice in this list"))));
        } else if let Some(variant) = errors.take(variant(system, name)) {
            let path = system.scope_path(&variant);
            indices.extend(quote!(#path.__index(),));
        }
        seen.push(text);
    }
    let private = system.private();
    quote!(#private::set(&[#indices]))
}
