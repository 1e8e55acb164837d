//! Bounds and characters of the format's strings, for the rules in `validate` and for documents about the format.

use std::ops::RangeInclusive;

/// The longest name of a scope, in bytes.
// `scopes-lookup` does not read a longer string (`LONGEST`).
pub const LONGEST_NAME: usize = 256;

/// The longest text, in characters.
pub const LONGEST_TEXT: usize = 500;

/// What names of scopes are made of (RFC 6749 section 3.3).
pub const NAME_CHARACTERS: [RangeInclusive<char>; 3] = ['\x21'..='\x21', '\x23'..='\x5B', '\x5D'..='\x7E'];

/// What may stand between a pattern's prefix and its `*`.
pub const SEPARATORS: [char; 3] = [':', '.', '/'];

/// RFC 9110 section 9, RFC 5789 and the QUERY method.
pub const METHODS: [&str; 10] =
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY"];

/// What stands in a path (RFC 3986's `pchar`s) beside letters, digits and escapes.
pub const PATH_PUNCTUATION: &str = "-._~!$&'()*+,;=:@";

/// Printable ASCII that no URI contains (RFC 3986).
pub const NOT_IN_URI: &str = "\"<>\\^`{|}";

/// Control, bidirectional and invisible characters: with them a text could show something else than it says.
pub const UNSAFE_CHARACTERS: [RangeInclusive<char>; 19] = [
    '\0'..='\u{1F}',
    '\u{7F}'..='\u{9F}',
    '\u{AD}'..='\u{AD}',
    '\u{34F}'..='\u{34F}',
    '\u{61C}'..='\u{61C}',
    '\u{115F}'..='\u{1160}',
    '\u{17B4}'..='\u{17B5}',
    '\u{180B}'..='\u{180F}',
    '\u{200B}'..='\u{200F}',
    '\u{2028}'..='\u{202E}',
    '\u{2060}'..='\u{206F}',
    '\u{3164}'..='\u{3164}',
    '\u{FE00}'..='\u{FE0F}',
    '\u{FEFF}'..='\u{FEFF}',
    '\u{FFA0}'..='\u{FFA0}',
    '\u{FFF0}'..='\u{FFFB}',
    '\u{1BCA0}'..='\u{1BCA3}',
    '\u{1D173}'..='\u{1D17A}',
    '\u{E0000}'..='\u{E0FFF}',
];
