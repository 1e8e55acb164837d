//! Made-up systems with every key that decides over a grant.

/// 20 scopes.
pub mod twenty {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/life20.toml", path = crate::life::twenty)]
    pub struct Life;
}

/// 70 scopes: two words.
pub mod seventy {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/life70.toml", path = crate::life::seventy)]
    pub struct Life;
}

/// 130 scopes: three words.
pub mod hundred_thirty {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/life130.toml", path = crate::life::hundred_thirty)]
    pub struct Life;
}
