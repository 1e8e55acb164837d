//! [`PhoneNumber`]: a number as E.164 writes it.

use serde::{Deserialize, Serialize};

/// `+`, a country code that does not begin with 0, and at most 15 digits in all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct PhoneNumber(String);

impl PhoneNumber {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        let digits = text.strip_prefix('+').unwrap_or_default();
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        if !is_number || !(7..=15).contains(&digits.len()) {
            return Err("give a number as E.164 writes it, such as +492214710000");
        }
        Ok(Self(text))
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_e164_is_a_number() {
        for text in ["+492214710000", "+1234567", "+123456789012345"] {
            assert!(PhoneNumber::try_from(text.to_owned()).is_ok(), "{text}");
        }
        for text in
            ["", "+", "492214710000", "+0492214710000", "+49 221 4710000", "+123456", "+1234567890123456", "++49"]
        {
            assert!(PhoneNumber::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
