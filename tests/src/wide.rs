//! Made-up systems whose sets take two, four, twelve, sixteen and 79 words.

/// 70 scopes.
pub mod seventy {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/wide70.toml", path = crate::wide::seventy)]
    pub struct Wide;
}

/// 200 scopes.
pub mod two_hundred {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/wide200.toml", path = crate::wide::two_hundred)]
    pub struct Wide;
}

/// 1000 scopes.
pub mod thousand {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/wide1000.toml", path = crate::wide::thousand)]
    pub struct Wide;
}

/// 716 scopes, as many as Microsoft Graph has.
pub mod graph {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/wide716.toml", path = crate::wide::graph)]
    pub struct Wide;
}

/// 5000 scopes.
pub mod five_thousand {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/wide5000.toml", path = crate::wide::five_thousand)]
    pub struct Wide;
}
