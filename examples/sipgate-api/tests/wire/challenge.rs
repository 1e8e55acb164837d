//! A challenge as a strict client reads it: RFC 9110 section 11.6.1, RFC 6750 section 3.

use std::collections::BTreeMap;

/// The parameters of one Bearer challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Challenge(BTreeMap<String, String>);

impl Challenge {
    /// Reads a header's value: one challenge of the scheme Bearer, whose parameters are all quoted, none twice. Nothing
    /// in them needs an escape, and none has one.
    pub(crate) fn parse(value: &str) -> Self {
        let parameters = value.strip_prefix("Bearer ").unwrap_or_else(|| panic!("{value}"));
        let mut read = BTreeMap::new();
        let mut rest = parameters;
        loop {
            let (name, after) = rest.split_once("=\"").unwrap_or_else(|| panic!("{value}"));
            let (content, after) = after.split_once('"').unwrap_or_else(|| panic!("{value}"));
            assert!(!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{value}");
            // RFC 6750 section 3: `%x20-21 / %x23-5B / %x5D-7E`.
            assert!(content.bytes().all(|byte| (b' '..=b'~').contains(&byte) && byte != b'\\'), "{value}");
            assert!(read.insert(name.to_owned(), content.to_owned()).is_none(), "{name} is there twice: {value}");
            if after.is_empty() {
                return Self(read);
            }
            rest = after.strip_prefix(", ").unwrap_or_else(|| panic!("{value}"));
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The names of all parameters.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }
}
