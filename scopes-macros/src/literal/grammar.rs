//! The one grammar of requirements, shared by the marker's macro and `#[requires(…)]`:
//!
//! ```text
//! value       = "scope" | set[…] | requirement        in the marker's macro
//! requires    = "scope" | requirement                 in `#[requires(…)]`, the scope with a suffix too
//! requirement = ( all[…] | any[…] | endpoint "METHOD /path" ) [ under["restriction", …] ]
//! any         = any[ ("scope" | all["scope", …]), … ]
//! ```

use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Ident, LitStr, Result, Token, braced, bracketed};

use super::name::Name;

/// What follows the system in the macro's input.
pub(super) enum Call {
    /// What a user wrote into the marker's macro.
    Value(Form),
    /// `@requires { impl<…> } { Type<…> } { where … } requirement`, from `derive(Requires)`.
    Requires { target: Target, requirement: Requirement },
}

/// The type that a requirement is implemented for.
pub(super) struct Target {
    pub(super) generics: TokenStream,
    pub(super) name: TokenStream,
    pub(super) conditions: TokenStream,
}

/// What a user can write into the marker's macro.
pub(super) enum Form {
    Scope(Name),
    Set(Vec<Name>),
    Requirement(Requirement),
}

pub(super) struct Requirement {
    pub(super) needs: Needs,
    pub(super) under: Vec<Name>,
}

pub(super) enum Needs {
    Alternatives(Vec<Vec<Name>>),
    Endpoint(Name),
}

impl Parse for Call {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if !input.peek(Token![@]) {
            return Ok(Self::Value(whole(input, Form::parse)?));
        }
        input.parse::<Token![@]>()?;
        Ident::parse_any(input)?;
        let target = Target { generics: block(input)?, name: block(input)?, conditions: block(input)? };
        Ok(Self::Requires { target, requirement: whole(input, Requirement::parse_one_or_more)? })
    }
}

impl Parse for Form {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(LitStr) {
            return Ok(Self::Scope(input.parse()?));
        }
        if input.peek(Ident::peek_any) && input.fork().call(Ident::parse_any)? == "set" {
            input.call(Ident::parse_any)?;
            return Ok(Self::Set(list(input, Name::parse)?.1));
        }
        let advice = "expected a scope, `all[…]`, `any[…]`, `set[…]` or `endpoint \"METHOD /path\"`";
        Requirement::parse(input, advice).map(Self::Requirement)
    }
}

impl Requirement {
    /// In `#[requires(…)]` a literal alone is a requirement too.
    fn parse_one_or_more(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(LitStr) {
            let needs = Needs::Alternatives(vec![vec![input.parse()?]]);
            return Ok(Self { needs, under: under(input)? });
        }
        Self::parse(input, "expected a scope, `all[…]`, `any[…]` or `endpoint \"METHOD /path\"`")
    }

    fn parse(input: ParseStream<'_>, advice: &str) -> Result<Self> {
        if input.is_empty() {
            return Err(input.error(advice));
        }
        let keyword = input.call(Ident::parse_any).map_err(|error| Error::new(error.span(), advice))?;
        let needs = match keyword.to_string().as_str() {
            "all" => Needs::Alternatives(vec![not_empty(list(input, Name::parse)?)?]),
            "any" => Needs::Alternatives(not_empty(list(input, alternative)?)?),
            "endpoint" => Needs::Endpoint(input.parse()?),
            _ => return Err(Error::new(keyword.span(), advice)),
        };
        Ok(Self { needs, under: under(input)? })
    }
}

/// One member of `any[…]`.
fn alternative(input: ParseStream<'_>) -> Result<Vec<Name>> {
    if input.peek(LitStr) {
        return Ok(vec![input.parse()?]);
    }
    let advice = "an alternative is a scope or `all[…]`: a requirement is an OR of ANDs";
    let keyword = input.call(Ident::parse_any).map_err(|error| Error::new(error.span(), advice))?;
    if keyword == "all" { not_empty(list(input, Name::parse)?) } else { Err(Error::new(keyword.span(), advice)) }
}

fn under(input: ParseStream<'_>) -> Result<Vec<Name>> {
    if !input.peek(Ident::peek_any) || input.fork().call(Ident::parse_any)? != "under" {
        return Ok(Vec::new());
    }
    input.call(Ident::parse_any)?;
    let (span, restrictions) = list(input, Name::parse)?;
    if restrictions.is_empty() {
        return Err(Error::new(span, "`under` names the restrictions that are honoured, or is left out"));
    }
    Ok(restrictions)
}

/// `[a, b, …]`, and where it stands.
fn list<T>(input: ParseStream<'_>, member: fn(ParseStream<'_>) -> Result<T>) -> Result<(Span, Vec<T>)> {
    let content;
    let brackets = bracketed!(content in input);
    let members = content.parse_terminated(member, Token![,])?;
    Ok((brackets.span.join(), members.into_iter().collect()))
}

/// Empty never means allowed, so it cannot be written.
fn not_empty<T>((span, members): (Span, Vec<T>)) -> Result<Vec<T>> {
    if members.is_empty() {
        Err(Error::new(span, "an empty requirement: name at least one scope, for nothing empty may mean allowed"))
    } else {
        Ok(members)
    }
}

fn block(input: ParseStream<'_>) -> Result<TokenStream> {
    let content;
    braced!(content in input);
    content.parse()
}

/// Parses and makes sure that nothing follows.
fn whole<T>(input: ParseStream<'_>, parse: fn(ParseStream<'_>) -> Result<T>) -> Result<T> {
    let value = parse(input)?;
    if input.is_empty() {
        Ok(value)
    } else {
        Err(input
            .error("nothing may follow here; several scopes are written `all[\"a\", \"b\"]` or `any[\"a\", \"b\"]`"))
    }
}
