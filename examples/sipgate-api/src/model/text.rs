//! [`Text`]: what people write, never empty and of limited length; and [`Email`].

use std::fmt;

use serde::{Deserialize, Serialize};

/// One to `MAX` characters, not all of them blanks, and none that controls a terminal but for line breaks and tabs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Text<const MAX: usize>(String);

impl<const MAX: usize> Text<MAX> {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> TryFrom<String> for Text<MAX> {
    type Error = InvalidText;

    fn try_from(text: String) -> Result<Self, InvalidText> {
        let is_plain = |character: char| !character.is_control() || matches!(character, '\n' | '\r' | '\t');
        if text.trim().is_empty() || text.chars().count() > MAX || !text.chars().all(is_plain) {
            return Err(InvalidText(MAX));
        }
        Ok(Self(text))
    }
}

impl<const MAX: usize> From<Text<MAX>> for String {
    fn from(text: Text<MAX>) -> Self {
        text.0
    }
}

/// A text that breaks the limit.
#[derive(Debug)]
pub(crate) struct InvalidText(usize);

impl fmt::Display for InvalidText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "give a text of 1 to {} characters, without control characters", self.0)
    }
}

/// Something before and after one `@`: whether mail arrives there cannot be told from the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Email(String);

impl Email {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Email {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        let is_address = |(local, domain): (&str, &str)| !local.is_empty() && !domain.is_empty();
        let is_printed = text.chars().all(|character| !character.is_whitespace() && !character.is_control());
        // RFC 5321 section 4.5.3.1.3.
        if text.len() > 254 || !is_printed || !text.rsplit_once('@').is_some_and(is_address) {
            return Err("give an email address such as ada@example.com");
        }
        Ok(Self(text))
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}
