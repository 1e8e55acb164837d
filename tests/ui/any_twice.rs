//! An alternative that stands twice is a slip of the pen, in whatever order its scopes are written.

use scopes_tests::sipgate::Sipgate;

fn main() {
    let _ = Sipgate!(any["openid", all["account:read", "balance:read"], all["balance:read", "account:read"]]);
}
