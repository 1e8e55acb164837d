//! Variants that are not derived from the whole name, and names of characters that Rust gives a meaning.

use scopes_runtime::{Granted, Scopes};

#[derive(Scopes)]
#[scopes(manifest = "renamed.toml")]
pub struct Api;

/// As a user's own macro hands it on.
macro_rules! forwarded {
    ($name:literal) => {
        Api!($name)
    };
}

fn main() {
    assert_eq!(Api!("https://api.example.com/auth/drive.file"), Scope::DriveFile);
    assert_eq!(forwarded!("https://api.example.com/auth/drive"), Scope::Drive);
    assert_eq!(Api!(r#"2fa:read"#), Scope::SecondFactorRead);
    assert_eq!(Api!("2fa\x3aread"), Scope::SecondFactorRead);
    assert_eq!(Api!("!only'#{public}"), Scope::OnlyPublic);
    assert_eq!("file".parse(), Ok(Scope::DriveFile));
    let granted = Granted::<Scope>::parse("https://api.example.com/auth/drive !only'#{public}").unwrap();
    assert!(granted.check(&Api!(all["https://api.example.com/auth/drive.file"])).is_err());
    let honoured = Api!(all["https://api.example.com/auth/drive.file"] under["!only'#{public}"]);
    assert!(granted.check(&honoured).is_ok());
}
