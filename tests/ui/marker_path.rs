//! A marker in a module that does not say so.

pub mod auth {
    #[derive(scopes_runtime::Scopes)]
    #[scopes(manifest = "good.toml")]
    pub struct Api;
}

fn main() {}
