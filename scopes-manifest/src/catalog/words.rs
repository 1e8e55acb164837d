//! The closed words of the format and what they mean.

/// Declares an enum with the words of the manifest.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)*
        }

        impl $name {
            #[allow(dead_code, reason = "an axis is a key and never a word")]
            pub(crate) const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),*];

            /// The word in the manifest.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}

words! {
    /// How the system's names are built; only the lint `naming` reads it.
    #[derive(Default)]
    Naming {
        /// As they come.
        #[default]
        Free = "free",
        /// `contacts:read`.
        ResourceVerb = "resource:verb",
        /// `read:contacts`.
        VerbResource = "verb:resource",
    }
}

words! {
    /// What becomes of an unknown scope in an authorization request.
    #[derive(Default)]
    UnknownPolicy {
        /// The request is refused with `invalid_scope`.
        #[default]
        Reject = "reject",
        /// The scope is left out, as RFC 6749 section 3.3 allows.
        Ignore = "ignore",
    }
}

words! {
    /// What may stand between two scopes of a request.
    Delimiter {
        /// One space.
        Space = "space",
        /// One comma.
        Comma = "comma",
    }
}

words! {
    /// What the authorization server issues because of a scope.
    Issued {
        /// An ID token (OpenID Connect Core 1.0).
        IdToken = "id_token",
        /// A refresh token (RFC 6749 section 1.5).
        RefreshToken = "refresh_token",
    }
}

words! {
    /// What a scope takes beyond the user's consent, from the least.
    #[derive(Default)]
    Approval {
        /// Nothing more.
        #[default]
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
    #[derive(Default)]
    Sensitivity {
        /// Little.
        #[default]
        Low = "low",
        /// Personal or valuable data.
        Sensitive = "sensitive",
        /// What only few clients should ever hold.
        Restricted = "restricted",
    }
}

words! {
    /// What becomes of what a lint finds.
    #[derive(Default)]
    LintLevel {
        /// Nothing.
        Allow = "allow",
        /// It is told to those who ask: [`Catalog::warnings`](crate::Catalog::warnings).
        #[default]
        Warn = "warn",
        /// The manifest is refused.
        Deny = "deny",
    }
}

words! {
    /// The axes on which a scope can be restricted to kinds of holders.
    Axis {
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
