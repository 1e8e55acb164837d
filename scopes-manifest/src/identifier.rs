//! Wire names as Rust identifiers. Never numbered automatically: adding a scope would rename somebody's API.

/// Why a name gives no identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnIdentifier;

impl std::fmt::Display for NotAnIdentifier {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the name gives no Rust identifier that is free")
    }
}

impl std::error::Error for NotAnIdentifier {}

/// Every word that Rust keeps for itself, in any edition.
pub const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while",
    "yield",
];

/// What the marker has of `System`; a preset's constant under one of these names would hide it.
pub const OF_SYSTEM: &[&str] = &["DEFAULT", "NAME", "SCOPES", "PRESETS", "ENDPOINTS", "MAX_BYTES", "AUDIENCE_URI"];

/// The list of all scopes is called so, and no variant can be.
pub const TAKEN: &str = "ALL";

/// The variant of a scope: split at every character that is no letter or digit, the first letter of each part
/// raised, joined, with `_` between two digits.
///
/// # Errors
/// A name that gives no identifier: beginning with a digit, without letters, or a word that is taken.
///
/// ```
/// use scopes_manifest::identifier::variant;
///
/// assert_eq!(variant("context-registry-service:read-only", None).as_deref(), Ok("ContextRegistryServiceReadOnly"));
/// assert_eq!(variant("user:v1:0read", None).as_deref(), Ok("UserV1_0read"));
/// assert!(variant("2fa:read", None).is_err());
/// ```
pub fn variant(name: &str, strip_prefix: Option<&str>) -> Result<String, NotAnIdentifier> {
    let name = strip_prefix.and_then(|prefix| name.strip_prefix(prefix)).unwrap_or(name);
    // A loop over bytes, since every use of a scope comes through here in code that is not optimised.
    let mut identifier = String::with_capacity(name.len());
    let (mut is_new_part, mut ends_in_digit) = (true, false);
    for byte in name.bytes() {
        if !byte.is_ascii_alphanumeric() {
            is_new_part = true;
            continue;
        }
        let is_digit = byte.is_ascii_digit();
        if is_new_part && is_digit && ends_in_digit {
            identifier.push('_');
        }
        identifier.push(char::from(if is_new_part { byte.to_ascii_uppercase() } else { byte }));
        (is_new_part, ends_in_digit) = (false, is_digit);
    }
    Some(identifier).filter(|identifier| is_identifier(identifier)).ok_or(NotAnIdentifier)
}

/// The constant of a preset: `image-generation` gives `IMAGE_GENERATION`.
///
/// # Errors
/// A name that gives no identifier, or that of a constant which every system has.
pub fn constant(name: &str) -> Result<String, NotAnIdentifier> {
    let parts: Vec<String> = name
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_ascii_uppercase)
        .collect();
    let is_free = |constant: &String| constant == TAKEN || is_identifier(constant);
    Some(parts.join("_"))
        .filter(|constant| is_free(constant) && !OF_SYSTEM.contains(&constant.as_str()))
        .ok_or(NotAnIdentifier)
}

/// Whether the text is an ASCII identifier of Rust that is not taken.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
        && !text.starts_with("__")
        && text != "_"
        && text != TAKEN
        && !KEYWORDS.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::{constant, is_identifier, variant};

    #[test]
    fn names_become_identifiers() {
        for (name, wanted) in [
            ("mx:user:profile:v1:read", "MxUserProfileV1Read"),
            ("offline_access", "OfflineAccess"),
            ("push_device:register", "PushDeviceRegister"),
            ("a:1:2", "A1_2"),
            ("User.Read", "UserRead"),
        ] {
            assert_eq!(variant(name, None).unwrap(), wanted);
        }
        assert_eq!(variant("https://g/auth/drive", Some("https://g/auth/")).unwrap(), "Drive");
        assert_eq!(constant("image-generation").unwrap(), "IMAGE_GENERATION");
        assert!(constant("endpoints").is_err() && constant("max-bytes").is_err());
    }

    #[test]
    fn some_names_give_none() {
        for name in ["self", "2fa:read", "!!!", "ALL", ""] {
            assert!(variant(name, None).is_err(), "{name}");
        }
        assert!(!is_identifier("type") && !is_identifier("A{}") && !is_identifier("_") && is_identifier("Option"));
    }
}
