//! Who can call an endpoint that could not, and how a gain's sentence says it.

use std::fmt::{self, Formatter};

use super::callers::MOST_CALLERS;

/// Who can call an endpoint that could not.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Opening {
    /// Everybody.
    Public,
    /// Every token.
    Authenticated,
    /// Tokens that hold this restriction, together with what is required.
    Under(String),
    /// Tokens that hold all of one of these: first every scope that suffices by itself, then what does only together. The
    /// first 100 are given, more are not looked for.
    Scopes(Vec<Vec<String>>),
}

/// How many tokens are named; nobody reads a sentence of hundreds.
const NAMED: usize = 20;

impl Opening {
    /// The end of a sentence: `with a, or with b and c`.
    pub(super) fn say(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => write!(to, "without a token"),
            Self::Authenticated => write!(to, "with any token"),
            Self::Under(restriction) => write!(to, "under the restriction {restriction}"),
            Self::Scopes(tokens) => {
                let named: Vec<String> = tokens.iter().take(NAMED).map(|token| token.join(" and ")).collect();
                write!(to, "with {}", named.join(", or with "))?;
                let left = tokens.len() - named.len();
                match left {
                    0 => Ok(()),
                    _ if tokens.len() >= MOST_CALLERS => write!(to, ", or with many others"),
                    _ => write!(to, ", or with {left} others"),
                }
            }
        }
    }
}
