//! Made-up systems whose sets just fit their words or just do not, with names of 4 to 256 bytes.

/// 64 scopes.
pub mod sixty_four {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/lengths64.toml", path = crate::lengths::sixty_four)]
    pub struct Lengths;
}

/// 65 scopes.
pub mod sixty_five {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/lengths65.toml", path = crate::lengths::sixty_five)]
    pub struct Lengths;
}

/// 128 scopes.
pub mod one_hundred_twenty_eight {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/lengths128.toml", path = crate::lengths::one_hundred_twenty_eight)]
    pub struct Lengths;
}

/// 129 scopes.
pub mod one_hundred_twenty_nine {
    use scopes_runtime::Scopes;

    /// A made-up system.
    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/lengths129.toml", path = crate::lengths::one_hundred_twenty_nine)]
    pub struct Lengths;
}
