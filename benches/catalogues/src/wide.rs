//! Made-up systems with the shortest names there can be, `w0` to `w4999`: those of the library's own tests.
//!
//! Some of their scopes include or need others, and one of the thousand is a restriction.

/// 1,000 scopes, in sets of 16 words.
pub mod thousand {
    use scopes_runtime::{Requires, Scopes};

    #[derive(Scopes, Debug)]
    #[scopes(manifest = "../../tests/manifests/wide1000.toml", path = crate::wide::thousand)]
    pub struct Thousand;

    /// An operation that takes one scope, which no other includes.
    #[derive(Requires)]
    #[requires(Thousand: "w0")]
    pub struct One;

    /// An operation that takes two.
    #[derive(Requires)]
    #[requires(Thousand: all["w0", "w1"])]
    pub struct Two;
}

/// 5,000 scopes, in sets of 79 words.
pub mod five_thousand {
    use scopes_runtime::{Requires, Scopes};

    #[derive(Scopes, Debug)]
    #[scopes(manifest = "../../tests/manifests/wide5000.toml", path = crate::wide::five_thousand)]
    pub struct FiveThousand;

    /// An operation that takes one scope, which no other includes.
    #[derive(Requires)]
    #[requires(FiveThousand: "w0")]
    pub struct One;

    /// An operation that takes two.
    #[derive(Requires)]
    #[requires(FiveThousand: all["w0", "w1"])]
    pub struct Two;
}
