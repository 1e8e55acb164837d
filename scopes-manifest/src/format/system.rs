//! `[system]`.

use super::{Default, Key, Length, Table, Text, Value};
use crate::catalog::{Delimiter, Naming, UnknownPolicy, Words};

/// The language of the texts, unless the manifest says otherwise.
pub const DEFAULT_LOCALE: &str = "en";

/// The longest scope string that is parsed at run time, unless the manifest says otherwise.
pub const DEFAULT_MAX_BYTES: u32 = 65_536;

/// `[system]`.
pub static SYSTEM: Table = Table::new(&[
    Key::new("name", Value::Text(Text::Sentence), "The system's name.").required(),
    Key::new("naming", Value::Word(Naming::NAMES), "How names are built; only the lint `naming` reads it.")
        .or(Default::Text(Naming::Free.as_str())),
    Key::new(
        "unknown",
        Value::Word(UnknownPolicy::NAMES),
        "What becomes of an unknown scope in an authorization request; ignored is never granted.",
    )
    .or(Default::Text(UnknownPolicy::Reject.as_str())),
    Key::new(
        "delimiters",
        Value::List(&Value::Word(Delimiter::NAMES), Length::NotEmpty),
        "What is accepted between the scopes of a request; output is always one space.",
    )
    .or(Default::Texts(&[Delimiter::Space.as_str()])),
    Key::new(
        "default",
        Value::Either(&[Value::List(&Value::Text(Text::ScopeName), Length::Any), Value::Text(Text::PresetName)]),
        "What a request without a scope asks for: scopes, or the name of a preset. Without the key that is \
         `invalid_scope`; `[]` says that no scope is legal.",
    ),
    Key::new("locale", Value::Text(Text::Language), "The language of the texts.").or(Default::Text(DEFAULT_LOCALE)),
    Key::new(
        "locales",
        Value::List(&Value::Text(Text::Language), Length::NotEmpty),
        "Languages, `locale` among them, in each of which every scope then needs a text.",
    ),
    Key::new("strip_prefix", Value::Text(Text::Any), "Left off when the Rust identifier is made; the wire name stays."),
    Key::new("audience_uri", Value::Text(Text::Uri), "The resource server's identifier."),
    Key::new(
        "bound_to",
        Value::List(&Value::Text(Text::Any), Length::Any),
        "Kinds of resource that a grant can be bound to.",
    ),
    Key::new("max_bytes", Value::Integer(1, u32::MAX), "The longest scope string that is parsed at run time.")
        .or(Default::Integer(DEFAULT_MAX_BYTES)),
]);
