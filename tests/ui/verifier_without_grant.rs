//! A verifier gives a grant: claims alone are none.

use scopes_runtime::{Authenticate, BearerToken, TokenError};

async fn verify(_: BearerToken) -> Result<String, TokenError> {
    Ok("sub".to_owned())
}

fn main() {
    let _ = Authenticate::new(verify);
}
