//! What kind of change one is: a list of stable words, which `diff --format json` prints.

macro_rules! kinds {
    ($($name:ident = $word:literal, $meaning:literal;)*) => {
        /// What kind of change one is, with the word that `diff --format json` prints for it. Words stay as they are; there
        /// may be more of them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Kind {
            $(#[doc = concat!("`", $word, "`: ", $meaning)] $name,)*
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

kinds! {
    ScopeAdded = "scope-added", "a scope is new.";
    ScopeRemoved = "scope-removed", "a scope is gone.";
    ScopeRenamed = "scope-renamed", "a scope has another name; the old one is an alias.";
    ScopeRestated = "scope-restated", "what a scope includes, requires or releases is written in another way.";
    AliasAdded = "alias-added", "a name is an alias of a scope.";
    AliasRemoved = "alias-removed", "a name is an alias no more.";
    AliasMoved = "alias-moved", "a name is an alias of another scope.";
    Identifier = "identifier", "a scope or preset has another name in Rust.";
    Deprecation = "deprecation", "a scope is deprecated, is so no more, or for other reasons.";
    Extends = "extends", "a scope is kin to another one.";
    Optional = "optional", "the user may leave a scope out, or no longer.";
    RemovedList = "removed-list", "what `[removed]` lists or says of a name.";
    Authority = "authority", "what who holds a scope may do, or who may hold it.";
    Calls = "calls", "who may call an endpoint that both manifests have.";
    CallsNew = "calls-new", "existing scopes may call an endpoint that is new.";
    EndpointAdded = "endpoint-added", "an endpoint is new, and no existing scope may call it.";
    EndpointRemoved = "endpoint-removed", "an endpoint is gone.";
    EndpointRenamed = "endpoint-renamed", "the parameters of an endpoint have other names.";
    EndpointExtended = "endpoint-extended", "an endpoint also takes scopes that are new.";
    EndpointReduced = "endpoint-reduced", "an endpoint no longer takes scopes that are gone.";
    EndpointRestated = "endpoint-restated", "what an endpoint takes is written in another way.";
    PresetAdded = "preset-added", "a preset is new.";
    PresetRemoved = "preset-removed", "a preset is gone.";
    PresetChanged = "preset-changed", "a preset stands for other scopes.";
    Default = "default", "what a request without scopes asks for.";
    Unknown = "unknown", "what becomes of a request with an unknown scope.";
    AudienceUri = "audience_uri", "the identifier of the resource server.";
    ValueAdded = "value-added", "a list of `[system]` or `[kinds]` has another value.";
    ValueRemoved = "value-removed", "a list of `[system]` or `[kinds]` has a value less.";
    System = "system", "another key of `[system]`.";
    Text = "text", "a text that people read.";
    Lint = "lint", "the level or the exceptions of a lint.";
}
