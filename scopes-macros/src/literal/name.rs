//! A string literal of the user's: its text and its place.
//!
//! Nearly all have no escape and are read as they stand; this code runs unoptimised at each use, and syn would look
//! at every byte of them several times.

use proc_macro2::{Literal, Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitStr, Result};

pub(super) struct Name {
    pub(super) text: String,
    pub(super) span: Span,
}

impl Name {
    /// The name, where the tokens are one literal without escapes.
    pub(super) fn alone(tokens: &TokenStream) -> Option<Self> {
        let mut trees = tokens.clone().into_iter();
        match (trees.next()?, trees.next()) {
            (TokenTree::Literal(literal), None) => Self::plain(&literal),
            _ => None,
        }
    }

    fn plain(literal: &Literal) -> Option<Self> {
        let quoted = literal.to_string();
        let text = quoted.strip_prefix('"')?.strip_suffix('"')?;
        (!text.contains('\\')).then(|| Self { text: text.to_owned(), span: literal.span() })
    }

    /// An error that is shown under the literal.
    pub(super) fn error(&self, message: String) -> Error {
        Error::new(self.span, message)
    }
}

impl Parse for Name {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let literal: LitStr = input.parse()?;
        if !literal.suffix().is_empty() {
            let message = format!("a name has no suffix: leave `{}` out", literal.suffix());
            return Err(Error::new(literal.span(), message));
        }
        Ok(Self { text: literal.value(), span: literal.span() })
    }
}
