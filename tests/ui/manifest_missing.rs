//! A manifest that is not there, with uses.

use scopes_runtime::Scopes;

#[derive(Scopes)]
#[scopes(manifest = "missing.toml")]
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
    granted.authorize::<Read>().is_ok() && set.contains(Api!("a:read")) && Api!("a:read").as_str().is_empty()
}

fn main() {}
