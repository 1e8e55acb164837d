//! The stable codes of everything that a manifest may not say.

use std::fmt;
use std::str::FromStr;

/// Declares the enum, its list and its names in one place, so that none can be forgotten.
macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal,)*) => {
        /// Why a manifest was refused. The name of a code never changes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])* $variant,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name, such as `unknown-scope`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

codes! {
    /// Not UTF-8, not TOML, a key twice, or over 1 MiB.
    Syntax = "syntax",
    /// A key that the format does not have.
    UnknownKey = "unknown-key",
    /// Another type or word than the format asks for, or something required is missing.
    WrongType = "wrong-type",
    /// `format` is missing or not 1.
    FormatVersion = "format-version",
    /// A name with a character outside RFC 6749's scope-token.
    NameCharset = "name-charset",
    /// An empty name.
    NameEmpty = "name-empty",
    /// A name over 256 bytes.
    NameTooLong = "name-too-long",
    /// A comma in a name while comma is a delimiter.
    NameHasDelimiter = "name-has-delimiter",
    /// Two names that differ by case alone.
    CaseClash = "case-clash",
    /// A name or alias declared twice, or a value twice in a list.
    Duplicate = "duplicate",
    /// A reference to no declared scope.
    UnknownScope = "unknown-scope",
    /// A cycle in `includes` or `extends`.
    Cycle = "cycle",
    /// A scope that includes or extends itself.
    SelfReference = "self-reference",
    /// A pattern or rule that hits no scope.
    MatchesNothing = "matches-nothing",
    /// A pattern or rule of another form than the format has.
    BadPattern = "bad-pattern",
    /// Two names that meet in one Rust identifier.
    IdentClash = "ident-clash",
    /// A name that gives no Rust identifier.
    BadIdent = "bad-ident",
    /// A text that is missing or blank.
    TextMissing = "text-missing",
    /// A text with control, bidirectional or invisible characters.
    TextUnsafe = "text-unsafe",
    /// A text over 500 characters.
    TextTooLong = "text-too-long",
    /// A value that its axis does not list, or an empty list.
    BadKind = "bad-kind",
    /// A scope that includes one stricter than itself.
    Smuggled = "smuggled",
    /// A preset that is empty or that nobody can hold.
    BadPreset = "bad-preset",
    /// A default that needs approval, is restricted or issues a refresh token.
    BadDefault = "bad-default",
    /// A malformed endpoint.
    BadEndpoint = "bad-endpoint",
    /// The same route twice.
    DuplicateEndpoint = "duplicate-endpoint",
    /// A requirement that would be met by nothing at all.
    EmptyRequirement = "empty-requirement",
    /// A requirement that nobody can meet.
    Unsatisfiable = "unsatisfiable",
    /// `deprecated.use` names the scope itself or a deprecated one.
    BadReplacement = "bad-replacement",
    /// A name that `[removed]` retires.
    RemovedName = "removed-name",
    /// A restriction where a grant is wanted, or the reverse.
    RestrictionMisuse = "restriction-misuse",
    /// No language tag, or a text for an unknown scope or locale.
    BadLocale = "bad-locale",
    /// A declared locale without a text for a scope.
    MissingTranslation = "missing-translation",
    /// A scope that requires itself or what it includes.
    RequiresOwnClosure = "requires-own-closure",
    /// A lint at level `deny`.
    Lint = "lint",
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, UnknownCode> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name).ok_or(UnknownCode)
    }
}

/// A text that is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("no such code")
    }
}

impl std::error::Error for UnknownCode {}
