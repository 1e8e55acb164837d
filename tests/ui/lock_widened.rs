//! Scopes that the lock knows may do more, while uses stand.

use scopes_runtime::Scopes;

#[derive(Scopes)]
#[scopes(manifest = "widened.toml")]
pub struct Api;

fn _uses(scope: Scope) -> bool {
    let _ = Api!(set["follow", "write:media"]);
    let _ = Api!(endpoint "GET /feed");
    matches!(scope, Api!("follow") | Api!("added"))
}

fn main() {}
