//! `[endpoints]`.

use super::{Key, Length, Map, Table, Text, Value};

/// `[endpoints]`: what each route takes.
pub static ENDPOINTS: Map = Map {
    name: Text::Route,
    value: Value::Either(&[Value::Text(Text::ScopeName), Value::Table(&ENDPOINT)]),
    meaning: "`\"METHOD /path/{parameter}\"`, the method in upper case, and what calling it takes.",
};

/// An endpoint as a table.
pub static ENDPOINT: Table = Table {
    keys: &[
        Key {
            never_with: Some("public"),
            ..Key::new(
                "under",
                Value::List(&Value::Text(Text::ScopeName), Length::Any),
                "Restrictions under which it can be called as well.",
            )
        },
        Key::new("all", ALL, "The token holds all of these."),
        Key::new(
            "any",
            Value::List(&Value::Either(&[Value::Text(Text::ScopeName), ALL]), Length::NotEmpty),
            "The token holds one of these; a list among them stands for all of its own.",
        ),
        Key::new("public", Value::True, "Everybody may call it, without a token."),
        Key::new("authenticated", Value::True, "Every valid token may call it, whatever it holds."),
    ],
    forms: &["all", "any", "public", "authenticated"],
};

const ALL: Value = Value::List(&Value::Text(Text::ScopeName), Length::NotEmpty);
