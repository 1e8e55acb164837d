//! Names and texts as they may be at worst: every legal character, and what other formats give a meaning to.

use proptest::prelude::*;

/// A piece of a scope's name, of all characters that RFC 6749 section 3.3 allows but `*`, which no `includes` can name.
pub(crate) fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,8}",
        2 => "[a-z]{1,5}[:./_-][a-z0-9]{1,5}",
        1 => "[!#-)+-\\[\\]-~]{1,12}",
        1 => proptest::sample::select(vec![
            "https://api.example.com/auth/", "</script>", "]]>", "`a|b`", "a,b", "{x}", "2fa", "__proto__", "constructor",
            "<!--", "${x}", "'#x", "&amp;", "%41", "toString", "*/",
        ]).prop_map(|piece| piece.replace('*', "_")),
    ]
}

/// A sentence that is accepted everywhere: not blank, nothing invisible, at most 500 characters.
pub(crate) fn sentence() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Z][a-z]{1,8}( [a-z]{1,8}){1,5}\\.",
        1 => hostile(),
        1 => (hostile(), "[ -~äßλжיש中🎉]{1,40}").prop_map(|(first, second)| format!("{first}{second}.")),
    ]
}

/// A word or a note that may be blank.
pub(crate) fn note() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[a-zA-Z0-9.]{1,10}", 1 => sentence(), 1 => Just(String::new())]
}

/// What a format would take for its own if it were not escaped.
fn hostile() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "a & b &amp; c",
        "]]>",
        "-->",
        "<!-- open",
        "*/ alert(1) /*",
        "`code` and ``two`` ticks",
        "a | b \\| c",
        "\\",
        "\\\\",
        "'single' \"double\"",
        "'''",
        "\"\"\"",
        "${injected} `${x}`",
        "קריאת הודעות",
        "قراءة الرسائل",
        "读取邮件",
        "🎉🔒",
        "*bold* _it_ ~~no~~ [a](b) ![c](d)",
        "# heading",
        "1. list",
        "- item",
        "| a | b |",
        "  leading and trailing  ",
        "two  spaces",
        "a<br>b",
        "&lt;",
        "&#124;",
        "http://example.com/?a=b&c=d",
        "<http://example.com>",
        "{{braces}}",
        "null",
        "true",
        "~",
        "{",
        "key: value # comment",
        "Deprecated. Read.",
        "one, two",
        "(optional)",
        "—",
        "a\u{a0}b",
    ])
    .prop_map(str::to_owned)
}
