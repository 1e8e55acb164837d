//! Reads `WWW-Authenticate` again, as strictly as RFC 9110 section 11.6.1 and RFC 6750 section 3 have it: by hand, so
//! that nothing of what wrote it is used to read it.

use http::header::WWW_AUTHENTICATE;
use http::{HeaderMap, HeaderValue};

/// The parameters of a challenge, in their order.
#[derive(Debug)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The parameters of the only challenge of an answer.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let values: Vec<_> = headers.get_all(WWW_AUTHENTICATE).iter().collect();
        assert_eq!(values.len(), 1, "one WWW-Authenticate and no more: {values:?}");
        Self::read(values[0])
    }

    /// The parameters of this value, which has to be `Bearer` and `name="value"`, separated by commas. A value needs no
    /// escape and so has none.
    pub(crate) fn read(value: &HeaderValue) -> Self {
        let bytes = value.as_bytes();
        assert!(bytes.iter().all(|byte| (b' '..=b'~').contains(byte)), "printable ASCII: {value:?}");
        let text = value.to_str().unwrap();
        let rest = text.strip_prefix("Bearer").unwrap_or_else(|| panic!("another scheme: {text}"));
        let mut parameters = Vec::new();
        let mut rest = match rest.strip_prefix(' ') {
            None if rest.is_empty() => return Self(parameters),
            rest => rest.unwrap_or_else(|| panic!("no space after the scheme: {text}")),
        };
        loop {
            let (name, after) = rest.split_once("=\"").unwrap_or_else(|| panic!("no `=\"`: {text}"));
            let (value, after) = after.split_once('"').unwrap_or_else(|| panic!("a quote is not closed: {text}"));
            assert!(!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{text}");
            assert!(!value.contains('\\'), "an escape: {text}");
            assert!(parameters.iter().all(|(other, _)| other != name), "{name} twice: {text}");
            parameters.push((name.to_owned(), value.to_owned()));
            if after.is_empty() {
                return Self(parameters);
            }
            rest = after.strip_prefix(", ").unwrap_or_else(|| panic!("no comma after a parameter: {text}"));
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| &**value)
    }

    pub(crate) fn names(&self) -> Vec<&str> {
        self.0.iter().map(|(name, _)| &**name).collect()
    }
}
