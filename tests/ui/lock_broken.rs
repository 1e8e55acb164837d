//! A lock with a key that nobody knows, while uses stand.

use scopes_runtime::Scopes;

#[derive(Scopes)]
#[scopes(manifest = "lock_broken.toml")]
pub struct Api;

fn _uses(scope: Scope) -> bool {
    let _ = Api!(set["follow", "write:media"]);
    let _ = Api!(endpoint "GET /feed");
    matches!(scope, Api!("follow") | Api!("added"))
}

fn main() {}
