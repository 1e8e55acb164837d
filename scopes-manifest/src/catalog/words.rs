//! The closed words of the format and what they mean.

use crate::format::Word;

/// An enum of the words that may stand in one place.
pub(crate) trait Words: Copy + 'static {
    /// The words and what they are read as.
    const WORDS: &'static [(&'static str, Self)];
    /// The words with their meaning, in the same order, for the description of the format.
    const NAMES: &'static [Word];
}

/// Declares an enum with the words of the manifest. What follows `default` is meant where the key is absent.
macro_rules! words {
    (
        $(#[doc = $about:literal])* $visibility:vis $name:ident $(, default $default:ident)? {
            $($(#[doc = $doc:literal])* $variant:ident = $word:literal,)*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility enum $name {
            $($(#[doc = $doc])* $variant,)*
        }

        impl Words for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),*];
            const NAMES: &'static [Word] = &[$(Word::new($word, concat!($($doc),*).trim_ascii())),*];
        }

        impl $name {
            /// The word in the manifest.
            #[must_use]
            $visibility const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        $(impl Default for $name {
            fn default() -> Self {
                Self::$default
            }
        })?
    };
}

words! {
    /// How the system's names are built; only the lint `naming` reads it.
    pub Naming, default Free {
        /// As they come.
        Free = "free",
        /// `contacts:read`.
        ResourceVerb = "resource:verb",
        /// `read:contacts`.
        VerbResource = "verb:resource",
    }
}

words! {
    /// What is allowed and yet probably not meant; `validate` says how each is found.
    pub(crate) Lint {
        /// A name that is not built as `naming` says.
        Naming = "naming",
        /// Two names that differ by hardly more than a letter.
        NearDuplicate = "near_duplicate",
        /// A scope that no endpoint, preset or other scope names.
        Unused = "unused",
        /// A scope without a consent text of its own.
        Consent = "consent",
        /// What is said twice, since inclusion says it already.
        Redundant = "redundant",
    }
}

words! {
    /// What becomes of an unknown scope in an authorization request.
    pub UnknownPolicy, default Reject {
        /// The request is refused with `invalid_scope`.
        Reject = "reject",
        /// The scope is left out, as RFC 6749 section 3.3 allows.
        Ignore = "ignore",
    }
}

words! {
    /// What may stand between two scopes of a request.
    pub Delimiter {
        /// One space.
        Space = "space",
        /// One comma.
        Comma = "comma",
    }
}

words! {
    /// What the authorization server issues because of a scope.
    pub Issued {
        /// An ID token (OpenID Connect Core 1.0).
        IdToken = "id_token",
        /// A refresh token (RFC 6749 section 1.5).
        RefreshToken = "refresh_token",
    }
}

words! {
    /// What a scope takes beyond the user's consent, from the least.
    pub Approval, default None {
        /// Nothing more.
        None = "none",
        /// The client must be registered for it.
        Registration = "registration",
        /// An administrator must approve.
        Admin = "admin",
        /// The provider must have reviewed the client.
        Review = "review",
    }
}

words! {
    /// How much harm a scope could do.
    pub Sensitivity, default Low {
        /// Little.
        Low = "low",
        /// Personal or valuable data.
        Sensitive = "sensitive",
        /// What only few clients should ever hold.
        Restricted = "restricted",
    }
}

words! {
    /// What a scope does to a token that holds it.
    pub(crate) ScopeKind, default Grant {
        /// It gives authority.
        Grant = "grant",
        /// A token that holds it fails every check that does not name it in `under`.
        Restriction = "restriction",
    }
}

words! {
    /// What becomes of a name that a rule matches and whose counterpart is not declared.
    pub(crate) MissingPolicy, default Deny {
        /// It is an error.
        Deny = "deny",
        /// It includes nothing by this rule.
        Skip = "skip",
    }
}

words! {
    /// What becomes of what a lint finds.
    pub LintLevel, default Warn {
        /// Nothing is said.
        Allow = "allow",
        /// They are shown, and the manifest is accepted.
        Warn = "warn",
        /// They are errors.
        Deny = "deny",
    }
}

words! {
    /// The axes on which a scope can be restricted to kinds of holders.
    pub Axis {
        /// How the client is registered.
        Client = "client",
        /// Who the client belongs to.
        Audience = "audience",
        /// Whether the token acts for a user or for itself.
        Subject = "subject",
        /// The grant types (RFC 6749 section 1.3).
        Grants = "grants",
    }
}

impl Axis {
    /// Every axis.
    pub const ALL: [Self; 4] = [Self::Client, Self::Audience, Self::Subject, Self::Grants];
}
