//! What a URL has to be that stands in a document: RFC 3986's characters, a host, and for who identifies a server `https`.

use scopes_manifest::format::NOT_IN_URI;

/// An absolute URL of HTTP.
pub(crate) fn is_absolute(text: &str) -> bool {
    text.strip_prefix("https://").or(text.strip_prefix("http://")).is_some_and(|rest| {
        let is_uri = |byte: u8| byte.is_ascii_graphic() && !NOT_IN_URI.as_bytes().contains(&byte);
        rest.bytes().all(is_uri) && !host(rest).is_empty()
    })
}

/// The identifier of a resource (RFC 9728 section 1.2): `https`, no fragment. `http` is let in where the host is this machine.
pub(super) fn is_identifier(text: &str) -> bool {
    let is_local =
        text.strip_prefix("http://").is_some_and(|rest| ["localhost", "127.0.0.1", "[::1]"].contains(&host(rest)));
    is_absolute(text) && (text.starts_with("https://") || is_local) && !text.contains('#')
}

/// The identifier of an authorization server (RFC 8414 section 2), which has no query either.
pub(super) fn is_issuer(text: &str) -> bool {
    is_identifier(text) && !text.contains('?')
}

/// The host without the port.
fn host(rest: &str) -> &str {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let port = authority.rfind(':').filter(|colon| !authority.get(*colon..).unwrap_or_default().contains(']'));
    authority.get(..port.unwrap_or(authority.len())).unwrap_or_default()
}
