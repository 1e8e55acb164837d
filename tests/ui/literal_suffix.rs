//! A literal with a suffix is no name.

use scopes_tests::sipgate::Sipgate;

fn main() {
    let _ = Sipgate!("openid"u8);
    let _ = Sipgate!(set["openid"x]);
}
