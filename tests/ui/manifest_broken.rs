//! A line that is no TOML, while uses stand.

use scopes_runtime::Scopes;

#[derive(Scopes)]
#[scopes(manifest = "broken.toml")]
pub struct Api;

fn _uses(scope: Scope) -> bool {
    let _ = Api!(set["a:read", "b:read"]);
    let _ = Api!(all["gone:read"]);
    let _ = Api!(endpoint "GET /a");
    matches!(scope, Api!("a:read") | Api!("missing"))
}

#[derive(scopes_runtime::Requires)]
#[requires(Api: any["a:read", all["b:read", "gone:read"]])]
struct Read;

fn _call(granted: &scopes_runtime::Granted<Scope>, set: ScopeSet) -> bool {
    granted.authorize::<Read>().is_ok() && set.contains(Scope::ARead) && Scope::ARead.as_str().is_empty()
}

fn main() {}
