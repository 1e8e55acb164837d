//! The head of an answer, read strictly; and requests as text.

use serde_json::Value;

/// What the server answered.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Names in lower case, and values, in the order in which they came.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a header; `None` where there is none. One that is there twice is a fault.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let value = values.next();
        assert!(values.next().is_none(), "{name} is there more than once: {self:?}");
        value
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Let in, whatever came of it there.
    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    pub(crate) fn closes(&self) -> bool {
        self.header("connection") == Some("close")
    }

    /// All headers but the time of day, in the order of their names.
    pub(crate) fn timeless_headers(&self) -> Vec<(&str, &str)> {
        let mut headers: Vec<_> = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        headers.retain(|(name, _)| *name != "date");
        headers.sort_unstable();
        headers
    }
}

/// Reads a status line and header lines. Anything that RFC 9112 does not allow is a fault.
pub(crate) fn parse_head(head: &[u8]) -> Answer {
    let text = std::str::from_utf8(head).unwrap();
    assert!(text.is_ascii() && !text.contains('\0'), "{text:?}");
    let lines = text.strip_suffix("\r\n\r\n").unwrap();
    assert!(!lines.replace("\r\n", "").contains(['\r', '\n']), "a line ends in something else: {text:?}");
    let mut lines = lines.split("\r\n");
    let status = lines.next().unwrap().strip_prefix("HTTP/1.1 ").unwrap_or_else(|| panic!("{text:?}"));
    let status = status.get(..3).unwrap().parse().unwrap();
    let header = |line: &str| {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{text:?}"));
        assert!(!name.is_empty() && !name.contains([' ', '\t']), "{text:?}");
        (name.to_ascii_lowercase(), value.trim_matches([' ', '\t']).to_owned())
    };
    Answer { status, headers: lines.map(header).collect(), body: Vec::new() }
}

/// How long the body of an answer is. The server has no reason to send one in chunks.
pub(crate) fn body_length(answer: &Answer) -> usize {
    assert_eq!(answer.header("transfer-encoding"), None, "{answer:?}");
    let length = answer.header("content-length").map(|length| length.parse().unwrap());
    assert!(length.is_some() || answer.status == 204, "{answer:?}");
    length.unwrap_or(0)
}

/// A request with these headers beside `Host`; with a body, its length and type are said.
pub(crate) fn request(method: &str, target: &str, headers: &[(&str, &str)], body: Option<&str>) -> Vec<u8> {
    use std::fmt::Write as _;

    let mut text = format!("{method} {target} HTTP/1.1\r\nHost: sipgate.example\r\n");
    for (name, value) in headers {
        write!(text, "{name}: {value}\r\n").unwrap();
    }
    if let Some(body) = body {
        write!(text, "Content-Type: application/json\r\nContent-Length: {}\r\n", body.len()).unwrap();
    }
    text.push_str("\r\n");
    text.push_str(body.unwrap_or_default());
    text.into_bytes()
}
