//! [`BearerToken`]: the credentials of a request (RFC 6750 section 2.1).

use core::fmt;
use core::str::FromStr;

use ::http::header::AUTHORIZATION;
use ::http::{HeaderMap, HeaderValue};

/// A token as it stands in `Authorization: Bearer …`. Not verified by anybody yet.
///
/// It is never shown: `Debug` leaves it out, and there is no `Display`.
///
/// ```
/// use http::{HeaderMap, HeaderValue, header::AUTHORIZATION};
/// use scopes_runtime::BearerToken;
///
/// let mut headers = HeaderMap::new();
/// assert!(BearerToken::from_headers(&headers)?.is_none());
/// headers.insert(AUTHORIZATION, HeaderValue::from_static("Bearer mF_9.B5f-4.1JqM"));
/// let token = BearerToken::from_headers(&headers)?.unwrap();
/// assert_eq!(token.as_str(), "mF_9.B5f-4.1JqM");
/// # Ok::<(), scopes_runtime::Challenge>(())
/// ```
#[derive(Clone)]
pub struct BearerToken {
    /// The whole header, which is shared with the request and not copied.
    header: HeaderValue,
    /// Where the token begins in it.
    start: usize,
}

impl BearerToken {
    /// The token of a request; `None` where there is no `Authorization`, or one of another scheme (RFC 9110 section
    /// 11.6.2). Tokens in a form or in the URI (RFC 6750 sections 2.2 and 2.3) are not looked for: OAuth 2.1 has
    /// dropped them.
    ///
    /// # Errors
    /// The challenge `invalid_request`, where the header is given more than once or is no `b64token` after the scheme.
    pub fn from_headers(headers: &HeaderMap) -> Result<Option<Self>, super::Challenge> {
        let mut values = headers.get_all(AUTHORIZATION).iter();
        let Some(header) = values.next() else { return Ok(None) };
        if values.next().is_some() {
            return Err(malformed("more than one Authorization header"));
        }
        let bytes = header.as_bytes();
        let scheme = bytes.iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
        if !bytes.get(..scheme).is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"Bearer")) {
            return Ok(None);
        }
        let spaces = bytes.iter().skip(scheme).take_while(|byte| **byte == b' ').count();
        let start = scheme + spaces;
        if spaces == 0 || !bytes.get(start..).is_some_and(is_b64token) {
            return Err(malformed("the Authorization header is not Bearer and a token"));
        }
        Ok(Some(Self { header: header.clone(), start }))
    }

    /// The token.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Read as ASCII when it was made.
        let token = self.header.as_bytes().get(self.start..);
        token.and_then(|token| core::str::from_utf8(token).ok()).unwrap_or_default()
    }
}

/// RFC 6750 section 2.1: `1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`.
fn is_b64token(bytes: &[u8]) -> bool {
    let padding = bytes.iter().rev().take_while(|byte| **byte == b'=').count();
    let body = bytes.get(..bytes.len() - padding).unwrap_or_default();
    // Without a way out at the first wrong byte the compiler looks at many at once, and tokens are long.
    !body.is_empty() && body.iter().fold(true, |is_sound, byte| is_sound & is_token_byte(*byte))
}

fn is_token_byte(byte: u8) -> bool {
    // Seen as lower case; what becomes a letter by that is a letter.
    let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    // `-` to `9` are the hyphen, the point, the slash and the digits.
    is_letter || byte.wrapping_sub(b'-') < 13 || byte == b'_' || byte == b'~' || byte == b'+'
}

fn malformed(description: &'static str) -> super::Challenge {
    super::Challenge::invalid_request().because(Some(description))
}

impl FromStr for BearerToken {
    type Err = super::Challenge;

    /// A token without its scheme, such as a test has; refused where it is no `b64token`.
    fn from_str(token: &str) -> Result<Self, super::Challenge> {
        let refused = || malformed("the text is no bearer token");
        if !is_b64token(token.as_bytes()) {
            return Err(refused());
        }
        let header = HeaderValue::from_str(token).map_err(|_| refused())?;
        Ok(Self { header, start: 0 })
    }
}

impl fmt::Debug for BearerToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("BearerToken(…)")
    }
}
